package io.arrtheaudio.domain.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EditPlanTest {

    private static final int FILE_SIZE = 200;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 50);
    }

    @Test
    void a_patch_keeps_the_length() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> patch(7, "01", "01 02"))
                .withMessage("patch at byte 7 replaces 1 bytes by 2 but must not change the file's length");
    }

    @Test
    void a_patch_lies_within_a_file() {
        assertThatIllegalArgumentException().isThrownBy(() -> patch(-1, "01", "00"));
        assertThatIllegalArgumentException().isThrownBy(() -> patch(Long.MAX_VALUE, "01", "00"));
        assertThatIllegalArgumentException().isThrownBy(() -> patch(0, "", "")).withMessageContaining("empty");
    }

    @Test
    void a_patch_ends_behind_its_last_byte() {
        assertThat(patch(10, "01 02 03", "04 05 06").end()).isEqualTo(13);
    }

    @ParameterizedTest
    @CsvSource({"10, 12", "12, 10", "10, 10", "10, 11"})
    void overlapping_patches_are_refused_in_any_order(long one, long other) {
        List<Patch> patches = List.of(patch(one, "01 02 03", "00 00 00"), patch(other, "01 02 03", "00 00 00"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EditPlan(patches, "flip"))
                .withMessageContaining("overlap at byte " + Math.max(one, other));
    }

    @Test
    void adjacent_patches_do_not_overlap_and_keep_their_order() {
        List<Patch> patches = List.of(patch(13, "01", "00"), patch(10, "01 02 03", "00 00 00"));
        EditPlan plan = new EditPlan(patches, "flip");
        assertThat(plan.patches()).isEqualTo(patches);
        assertThat(plan.size()).isEqualTo(4);
    }

    @Test
    void the_inverse_goes_backwards() {
        EditPlan plan = new EditPlan(List.of(patch(5, "00", "01"), patch(9, "01", "00")), "flip 2 flags");
        assertThat(plan.inverse())
                .isEqualTo(
                        new EditPlan(List.of(patch(9, "00", "01"), patch(5, "01", "00")), "take back: flip 2 flags"));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_inverse_of_the_inverse_is_the_plan(long seed) {
        EditPlan plan = anyPlan(new Random(seed), new byte[FILE_SIZE]);
        assertThat(plan.inverse().inverse()).isEqualTo(plan);
        assertThat(plan.inverse().size()).isEqualTo(plan.size());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_plan_and_its_inverse_leave_the_file_as_it_was(long seed) {
        Random random = new Random(seed);
        byte[] file = new byte[FILE_SIZE];
        random.nextBytes(file);
        EditPlan plan = anyPlan(random, file);
        byte[] changed = file.clone();
        write(plan, changed);
        write(plan.inverse(), changed);
        assertThat(changed).isEqualTo(file);
    }

    @Test
    void where_it_writes_is_told_in_words_without_the_bytes() {
        Patch one = new Patch(5001, Bytes.ofHex("00"), Bytes.ofHex("01"));
        Patch three = new Patch(4213, Bytes.ofHex("88 81 01"), Bytes.ofHex("ec 81 00"));

        assertThat(new EditPlan(List.of(three, one), "flags").places()).isEqualTo("bytes 4213 to 4215, byte 5001");
        assertThat(new EditPlan(List.of(one), Ending.appended(9000, Bytes.ofHex("ff")), "end").places())
                .isEqualTo("byte 5001, its end from byte 9000 on");
    }

    @Test
    void patches_added_later_by_the_caller_do_not_count() {
        List<Patch> patches = new ArrayList<>(List.of(patch(5, "00", "01")));
        EditPlan plan = new EditPlan(patches, "flip");
        patches.clear();
        assertThat(plan.patches()).hasSize(1);
    }

    private static EditPlan anyPlan(Random random, byte[] file) {
        List<Patch> patches = new ArrayList<>();
        int at = random.nextInt(10);
        while (at < FILE_SIZE - 10) {
            int length = 1 + random.nextInt(5);
            byte[] becomes = new byte[length];
            random.nextBytes(becomes);
            patches.add(new Patch(at, Bytes.of(file, at, at + length), Bytes.of(becomes)));
            at += length + random.nextInt(20);
        }
        Collections.shuffle(patches, random);
        return new EditPlan(patches, "flip");
    }

    private static void write(EditPlan plan, byte[] file) {
        for (Patch patch : plan.patches()) {
            assertThat(Bytes.of(file, (int) patch.offset(), (int) patch.end())).isEqualTo(patch.was());
            System.arraycopy(
                    patch.becomes().toArray(),
                    0,
                    file,
                    (int) patch.offset(),
                    patch.becomes().size());
        }
    }

    private static Patch patch(long offset, String was, String becomes) {
        return new Patch(offset, Bytes.ofHex(was), Bytes.ofHex(becomes));
    }
}
