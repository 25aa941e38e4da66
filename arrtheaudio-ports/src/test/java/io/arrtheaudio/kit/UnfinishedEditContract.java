package io.arrtheaudio.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.edit.Bytes;
import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.Ending;
import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.edit.Patch;
import io.arrtheaudio.domain.edit.PlanState;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.port.out.EditWriter;
import io.arrtheaudio.port.out.MediaFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link EditWriter} finds out about a change whose writing nobody saw the end of, and how it ends it. */
public abstract class UnfinishedEditContract {

    static final EditPlan PLAN = plan(patch(8, "ij", "IJ"), patch(2, "c", "C"), patch(3, "d", "D"));
    static final EditPlan LONGER =
            new EditPlan(PLAN.patches(), ending(13, "", "NOP").ending(), "capitals and more");
    static final EditPlan SHORTER =
            new EditPlan(PLAN.patches(), ending(10, "klm", "").ending(), "capitals and less");

    private static final String OLD = "abcdefghijklm";
    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

    /** Where files are laid out; the same one throughout a test. */
    protected abstract TestDisk disk();

    /** Looks at that disk. */
    protected abstract MediaFiles files();

    /** What is tested; writes to that disk. */
    protected abstract EditWriter writer();

    @Test
    public final void a_file_is_old_before_and_new_after_the_change() {
        for (EditPlan plan : List.of(PLAN, LONGER, SHORTER)) {
            Path file = letters();
            FileIdentity identity = identity(file);
            assertThat(writer().stateOf(identity, plan)).isEqualTo(PlanState.OLD);
            assertThat(writer().stateOf(identity, plan.inverse())).isEqualTo(PlanState.NEW);

            writer().write(identity, plan);

            assertThat(writer().stateOf(identity, plan)).isEqualTo(PlanState.NEW);
            assertThat(writer().stateOf(identity, plan.inverse())).isEqualTo(PlanState.OLD);
        }
    }

    @Test
    public final void every_mixture_of_old_and_new_bytes_is_torn_and_can_be_ended_or_taken_back() {
        int[] places = {2, 3, 8, 9};
        for (int mixture = 1; mixture < 15; mixture++) {
            byte[] torn = bytes(OLD);
            for (int i = 0; i < places.length; i++) {
                if ((mixture >> i & 1) == 1) {
                    torn[places[i]] = (byte) Character.toUpperCase(torn[places[i]]);
                }
            }
            isTornAndCanBeSettled(torn, PLAN, "abCDefghIJklm");
        }
    }

    @Test
    public final void writing_that_stopped_anywhere_can_be_ended_or_taken_back() {
        for (EditPlan plan : List.of(PLAN, LONGER, SHORTER)) {
            String changed = text(PaperTrail.applied(bytes(OLD), plan));
            List<byte[]> steps = stepsOf(plan);
            for (byte[] torn : steps.subList(1, steps.size() - 1)) {
                isTornAndCanBeSettled(torn, plan, changed);
            }
        }
    }

    @Test
    public final void an_end_that_came_to_the_disk_without_its_bytes_is_torn() {
        isTornAndCanBeSettled(bytes(OLD + "\0"), LONGER, "abCDefghIJklmNOP");
        isTornAndCanBeSettled(bytes(OLD + "N\0\0"), LONGER, "abCDefghIJklmNOP");
    }

    @Test
    public final void bytes_that_do_not_change_tell_nothing() {
        EditPlan plan = plan(patch(0, "abc", "aBc"));

        assertThat(stateOf(OLD, plan)).isEqualTo(PlanState.OLD);
        assertThat(stateOf("aBcdefghijklm", plan)).isEqualTo(PlanState.NEW);
    }

    @Test
    public final void one_foreign_byte_anywhere_and_the_file_is_left_alone() {
        for (int i : new int[] {2, 3, 8, 9}) {
            byte[] foreign = bytes(OLD);
            foreign[i] = '#';
            isLeftAlone(foreign, PLAN);
            isLeftAlone(foreign, LONGER);
            isLeftAlone(foreign, SHORTER);
        }
        isLeftAlone(bytes("abCDefghIJklm#"), LONGER);
        isLeftAlone(bytes("abCDefghIJklmNO#"), LONGER);
        isLeftAlone(bytes("abCDefghIJk#m"), SHORTER);
    }

    @Test
    public final void a_length_that_is_neither_and_the_file_is_left_alone() {
        isLeftAlone(bytes("abCDefghI"), PLAN);
        isLeftAlone(bytes("abCDefghIJkl"), LONGER);
        isLeftAlone(bytes("abCDefghIJklmNOPQ"), LONGER);
        isLeftAlone(bytes("abCDefghI"), SHORTER);
        isLeftAlone(bytes("abCDefghIJklmn"), SHORTER);
    }

    @Test
    public final void another_file_is_foreign_and_left_alone_whatever_it_holds() {
        Path file = letters();
        FileIdentity now = identity(file);
        FileIdentity other = new FileIdentity(file, now.key() + "0", now.size(), now.modified());

        assertThat(writer().stateOf(other, PLAN)).isEqualTo(PlanState.FOREIGN);
        refusesToSettle(other, PLAN);

        assertThat(text(file)).isEqualTo(OLD);
    }

    @Test
    public final void a_symbolic_link_in_the_place_is_foreign_and_not_followed() {
        Path file = letters();
        FileIdentity identity = identity(file);
        Path elsewhere = disk().hardLink("elsewhere.mkv", file);
        disk().delete(file);
        disk().symlink("letters.mkv", elsewhere);

        assertThat(writer().stateOf(identity, PLAN)).isEqualTo(PlanState.FOREIGN);
        refusesToSettle(identity, PLAN);

        assertThat(text(elsewhere)).isEqualTo(OLD);
    }

    @Test
    public final void a_file_that_is_gone_has_no_state_and_cannot_be_settled() {
        Path file = letters();
        FileIdentity identity = identity(file);
        disk().delete(file);

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> writer().stateOf(identity, PLAN))
                .withMessageContaining(file.toString())
                .matches(e -> e.remedy() == Remedy.FIX_FILE);
        refusesToSettle(identity, PLAN);
    }

    @Test
    public final void a_look_at_the_state_touches_nothing() {
        Path file = letters();
        disk().touch(file, LONG_AGO);

        writer().stateOf(identity(file), LONGER);

        assertThat(disk().modified(file)).isEqualTo(LONG_AGO);
        assertThat(text(file)).isEqualTo(OLD);
    }

    @Test
    public final void a_plan_without_bytes_is_new_and_settling_it_touches_nothing() {
        Path file = letters();
        disk().touch(file, LONG_AGO);

        assertThat(writer().stateOf(identity(file), plan())).isEqualTo(PlanState.NEW);
        writer().settle(identity(file), plan());

        assertThat(disk().modified(file)).isEqualTo(LONG_AGO);
    }

    @Test
    public final void settling_once_more_changes_nothing() {
        for (EditPlan plan : List.of(PLAN, LONGER, SHORTER)) {
            Path file = letters();
            FileIdentity identity = identity(file);
            writer().settle(identity, plan);
            String settled = text(file);

            writer().settle(identity, plan);

            assertThat(text(file)).isEqualTo(settled);
            assertThat(writer().stateOf(identity, plan)).isEqualTo(PlanState.NEW);
        }
    }

    @Test
    public final void an_interrupt_of_settling_is_kept_for_later() {
        Path file = letters();
        FileIdentity identity = identity(file);

        Thread.currentThread().interrupt();
        try {
            writer().settle(identity, LONGER);
            assertThat(writer().stateOf(identity, LONGER)).isEqualTo(PlanState.NEW);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(text(file)).isEqualTo("abCDefghIJklmNOP");
    }

    private void isTornAndCanBeSettled(byte[] torn, EditPlan plan, String changed) {
        Path file = letters();
        FileIdentity identity = identity(file);
        overwrite(file, torn);
        assertThat(writer().stateOf(identity, plan)).as(text(torn)).isEqualTo(PlanState.TORN);
        assertThat(writer().stateOf(identity, plan.inverse())).as(text(torn)).isEqualTo(PlanState.TORN);

        writer().settle(identity, plan);
        assertThat(text(file)).as(text(torn)).isEqualTo(changed);

        overwrite(file, torn);
        writer().settle(identity, plan.inverse());
        assertThat(text(file)).as(text(torn)).isEqualTo(OLD);
    }

    private void isLeftAlone(byte[] found, EditPlan plan) {
        Path file = letters();
        FileIdentity identity = identity(file);
        overwrite(file, found);

        assertThat(writer().stateOf(identity, plan)).as(text(found)).isEqualTo(PlanState.FOREIGN);
        refusesToSettle(identity, plan);

        assertThat(text(file)).isEqualTo(text(found));
    }

    private void refusesToSettle(FileIdentity file, EditPlan plan) {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> writer().settle(file, plan))
                .withMessageContaining(file.path().toString())
                .matches(e -> e.remedy() == Remedy.RETRY_LATER);
    }

    private PlanState stateOf(String content, EditPlan plan) {
        Path file = letters();
        overwrite(file, bytes(content));
        return writer().stateOf(identity(file), plan);
    }

    /** What the file holds while the plan is carried out byte by byte, from the old content to the new one. */
    private static List<byte[]> stepsOf(EditPlan plan) {
        List<byte[]> steps = new ArrayList<>(List.of(bytes(OLD)));
        Ending ending = plan.ending();
        for (int i = 0; i < ending.becomes().size(); i++) {
            steps.add(Pieces.joined(last(steps), new byte[] {ending.becomes().at(i)}));
        }
        for (Patch patch : plan.patches()) {
            for (int i = 0; i < patch.was().size(); i++) {
                byte[] next = last(steps).clone();
                next[(int) patch.offset() + i] = patch.becomes().at(i);
                steps.add(next);
            }
        }
        for (int i = 0; i < ending.was().size(); i++) {
            steps.add(Arrays.copyOf(last(steps), last(steps).length - 1));
        }
        return steps;
    }

    private static byte[] last(List<byte[]> steps) {
        return steps.get(steps.size() - 1);
    }

    // what both halves of the contract lay out

    final Path letters() {
        return disk().put("letters.mkv", bytes(OLD));
    }

    final void overwrite(Path file, byte[] content) {
        disk().put(disk().root().relativize(file).toString(), content);
    }

    final FileIdentity identity(Path file) {
        return files().stat(file).identity();
    }

    final String text(Path file) {
        return text(disk().content(file));
    }

    static EditPlan plan(Patch... patches) {
        return new EditPlan(List.of(patches), "letters to capitals");
    }

    static EditPlan ending(long offset, String was, String becomes) {
        Ending ending = new Ending(offset, Bytes.of(bytes(was)), Bytes.of(bytes(becomes)));
        return new EditPlan(List.of(), ending, "another end");
    }

    static Patch patch(long offset, String was, String becomes) {
        return new Patch(offset, Bytes.of(bytes(was)), Bytes.of(bytes(becomes)));
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
