package io.arrtheaudio.adapter.files.mp4;

import static io.arrtheaudio.adapter.files.mp4.BoxBuilder.joined;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.ENG;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.JPN;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.audio;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.indexOf;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.mdhd;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.tkhd;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.tkhdVersion1;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.video;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrtheaudio.domain.edit.Bytes;
import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.Patch;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.TrackFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which bytes are planned. */
class Mp4PlanTest {

    @TempDir
    private Path folder;

    @Test
    void the_chosen_track_is_set_first_and_then_the_others_are_cleared() {
        byte[] file = Mp4Sample.file(video(), audio(7, ENG), audio(0xFF, ENG), audio(2, JPN));

        EditPlan plan = Mp4File.holding(folder, file).possiblePlan(3);

        assertThat(plan.patches())
                .containsExactly(
                        new Patch(flags(file, 4), Bytes.ofHex("02"), Bytes.ofHex("03")),
                        new Patch(flags(file, 2), Bytes.ofHex("07"), Bytes.ofHex("06")),
                        new Patch(flags(file, 3), Bytes.ofHex("ff"), Bytes.ofHex("fe")));
        assertThat(plan.method()).isEqualTo("set 1 and clear 2 tkhd flags");
    }

    @Test
    void only_flags_that_change_are_written() {
        assertThat(plan(1, audio(3, ENG), audio(3, JPN)).method()).isEqualTo("clear 1 tkhd flag");
        assertThat(plan(2, audio(2, ENG), audio(2, JPN)).method()).isEqualTo("set 1 tkhd flag");
        assertThat(plan(1, audio(3, ENG), audio(3, JPN), audio(1, JPN)).patches())
                .hasSize(2);
    }

    @Test
    void nothing_is_planned_when_the_track_is_the_only_default_already() {
        EditPlan plan = plan(2, audio(6, ENG), audio(7, JPN));

        assertThat(plan.patches()).isEmpty();
        assertThat(plan.method()).isEqualTo("nothing to change");
    }

    @Test
    void a_tkhd_of_version_1_has_its_flags_at_the_same_place() {
        byte[] file = Mp4Sample.file(audio(tkhdVersion1(6, 1), mdhd(ENG)));

        assertThat(Mp4File.holding(folder, file).possiblePlan(1).patches())
                .containsExactly(new Patch(flags(file, 1), Bytes.ofHex("06"), Bytes.ofHex("07")));
    }

    @Test
    void a_track_with_two_headers_is_left_alone() {
        byte[] twice = audio(joined(tkhd(3, 1), tkhd(2, 1)), mdhd(ENG));
        Mp4File file = Mp4File.holding(folder, Mp4Sample.file(audio(3, ENG), twice));

        assertThat(file.tracks()).hasSize(2);
        assertThat(file.whyUnsupported(1)).contains("has 2 tkhd boxes").contains("ffmpeg");
    }

    @Test
    void a_track_with_a_header_of_a_later_version_is_left_alone() {
        for (int version : new int[] {2, 255}) {
            byte[] tkhd = tkhd(3, 1);
            tkhd[8] = (byte) version;
            Mp4File file = Mp4File.holding(folder, Mp4Sample.file(audio(tkhd, mdhd(ENG)), audio(2, JPN)));

            assertThat(file.tracks()).hasSize(2);
            assertThat(file.whyUnsupported(2)).contains("tkhd of a later version");
        }
    }

    @Test
    void tracks_of_one_id_are_told_apart_by_their_order() {
        byte[] same = audio(3, ENG);

        assertThat(plan(2, same, same, same).patches()).hasSize(2);
    }

    @Test
    void a_track_that_is_not_there_any_more_is_named() {
        Mp4File file = Mp4File.holding(folder, Mp4Sample.file(audio(3, ENG), audio(2, JPN)));

        assertThatThrownBy(() -> file.plan(3))
                .isInstanceOf(AudioFixException.class)
                .hasMessageContaining("it has 2 audio tracks now and none is number 3");
        assertThatThrownBy(() -> file.plan(0)).isInstanceOf(AudioFixException.class);
    }

    @Test
    void after_any_plan_the_track_is_the_only_default_and_nothing_else_has_changed() throws IOException {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            byte[] before = randomMovie(random);
            Mp4File file = Mp4File.holding(folder, before);
            List<AudioTrack> tracks = file.tracks();
            int wanted = 1 + random.nextInt(tracks.size());

            EditPlan plan = file.possiblePlan(wanted);
            assertThatADefaultRemains(file, plan, seed);

            assertThat(file.tracks().stream()
                            .filter(track -> track.is(TrackFlag.DEFAULT))
                            .map(AudioTrack::position))
                    .as("seed %d", seed)
                    .containsExactly(wanted);
            assertThat(file.possiblePlan(wanted).patches()).as("seed %d", seed).isEmpty();
            assertThat(differences(before, Files.readAllBytes(file.path())))
                    .as("seed %d", seed)
                    .isEqualTo(plan.size());
            file.apply(plan.inverse());
            assertThat(Files.readAllBytes(file.path())).as("seed %d", seed).isEqualTo(before);
        }
    }

    /** Applies a plan and looks after every patch, as if the program had been killed there. */
    private static void assertThatADefaultRemains(Mp4File file, EditPlan plan, int seed) throws IOException {
        for (Patch patch : plan.patches()) {
            file.apply(new EditPlan(List.of(patch), plan.method()));
            assertThat(file.tracks()).as("seed %d", seed).anyMatch(track -> track.is(TrackFlag.DEFAULT));
        }
    }

    private static byte[] randomMovie(Random random) {
        List<byte[]> traks = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            int flags = random.nextInt(256);
            byte[] tkhd = random.nextBoolean() ? tkhd(flags, i) : tkhdVersion1(flags, i);
            traks.add(random.nextInt(4) == 0 ? video() : audio(tkhd, mdhd(ENG)));
        }
        traks.add(audio(random.nextInt(256), JPN));
        return Mp4Sample.file(traks.toArray(byte[][]::new));
    }

    private static long differences(byte[] one, byte[] other) {
        assertThat(other).hasSameSizeAs(one);
        return IntStream.range(0, one.length).filter(i -> one[i] != other[i]).count();
    }

    private EditPlan plan(int position, byte[]... traks) {
        return Mp4File.holding(folder, Mp4Sample.file(traks)).possiblePlan(position);
    }

    /** The last byte of the flags in the n-th tkhd box. */
    private static int flags(byte[] file, int nth) {
        return indexOf(file, "tkhd", nth) + 7;
    }
}
