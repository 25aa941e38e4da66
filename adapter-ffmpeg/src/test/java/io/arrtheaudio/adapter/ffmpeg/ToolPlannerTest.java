package io.arrtheaudio.adapter.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import io.arrtheaudio.adapter.files.DiskMediaFiles;
import io.arrtheaudio.adapter.files.PatchWriter;
import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.domain.media.MediaFile;
import io.arrtheaudio.domain.media.TrackFlag;
import io.arrtheaudio.kit.TinyMatroska;
import io.arrtheaudio.kit.Tracks;
import io.arrtheaudio.port.out.InspectedFile;
import io.arrtheaudio.port.out.PlannedEdit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolPlannerTest {

    private static final Tools TOOLS = new Tools(ToolSettings.DEFAULT);
    private static final Tools WITH_TAIL = new Tools(
            new ToolSettings("ffprobe", "ffmpeg", "mkvpropedit", "mkvmerge", Duration.ofMinutes(1), true, false));

    @TempDir
    private static Path media;

    private static Films films;
    private static Path mp4;
    private static Path mkv;

    @TempDir
    private Path folder;

    private WholeCopies standIns;

    @BeforeAll
    static void make() {
        films = new Films(media);
        mp4 = films.encoded("two.mp4");
        mkv = films.merged("two.mkv", mp4, "--default-track-flag", "2:0");
    }

    @BeforeEach
    void countStandIns(@TempDir Path copies) {
        standIns = new WholeCopies(copies);
    }

    @AfterEach
    void none_is_left_open() {
        assertThat(standIns.open()).isZero();
    }

    @Test
    void mkvpropedit_never_sees_the_file() {
        Path log = folder.resolve("log");
        Path wrapper = Stub.script(folder, "wrapper", "echo \"$@\" >> " + log + "; exec mkvpropedit \"$@\"");

        PlannedEdit plan = plan(Stub.with(Tool.MKVPROPEDIT, wrapper), mkv, 2);

        assertThat(plan)
                .isInstanceOfSatisfying(
                        PlannedEdit.Possible.class,
                        possible -> assertThat(possible.engine()).matches("mkvpropedit v\\d+\\.\\d+\\.\\d+"));
        assertThat(log).content().contains("stand-in 1 --edit track:=").doesNotContain(mkv.toString());
    }

    @Test
    void the_number_tells_tracks_with_one_uid_apart() {
        Path file = films.merged("twins.mkv", mp4, "--default-track-flag", "2:0");
        Command.run("mkvpropedit", "-q", file.toString(), "--edit", "track:@2", "--set", "track-uid=7");
        Command.run("mkvpropedit", "-q", file.toString(), "--edit", "track:@3", "--set", "track-uid=7");

        EditPlan plan = possible(plan(TOOLS, file, 2));

        assertThat(plan.isEmpty()).isFalse();
        assertThat(defaultsAfter(file, plan)).containsExactly(false, true);
    }

    @Test
    void a_track_that_mkvmerge_does_not_list_cannot_be_named() throws IOException {
        Path file = Files.write(
                folder.resolve("tiny.mkv"), TinyMatroska.with(Tracks.three(1)).toBytes());

        assertThat(unsupported(plan(TOOLS, file, 2))).contains("audio track 2 is: mkvmerge does not list it");
    }

    @Test
    void tracks_are_moved_to_the_end_only_if_that_is_permitted() {
        Path full = films.copied("tight.mkv", mp4);

        assertThat(unsupported(plan(TOOLS, full, 2))).contains("behind the last Cluster", "allow_tail_tracks: true");

        EditPlan plan = possible(plan(WITH_TAIL, full, 2));
        assertThat(plan.ending().growth()).isPositive();
        assertThat(plan.method()).contains("Tracks behind the Clusters");
    }

    @Test
    void a_live_stream_is_not_tried() {
        PlannedEdit plan = new ToolPlanner(TOOLS, any -> Optional.empty()).plan(inspect(mkv), Set.of(2));

        assertThat(unsupported(plan)).contains("as in a live stream");
    }

    @Test
    void a_missing_tool_is_named_with_its_package() {
        assertThat(unsupported(plan(Stub.without(Tool.MKVPROPEDIT), mkv, 2)))
                .contains("there is no mkvpropedit", "install the package mkvtoolnix");
        assertThat(unsupported(plan(Stub.without(Tool.MKVMERGE), mkv, 2)))
                .contains("there is no mkvmerge", "install the package mkvtoolnix");
        assertThat(unsupported(plan(Stub.without(Tool.FFMPEG), mp4, 2)))
                .contains("there is no ffmpeg", "install the package ffmpeg");
    }

    @Test
    void where_no_other_engine_is_asked_a_missing_tool_is_a_failure() {
        ToolPlanner alone = ToolPlanner.alone(Stub.without(Tool.MKVPROPEDIT), file -> Optional.empty());
        MediaFile media = new MediaFile(mkv, Container.MATROSKA, List.of());

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> alone.plan(media, Set.of(1)))
                .withMessageContainingAll(mkv.toString(), "install the package mkvtoolnix")
                .matches(e -> e.remedy() == Remedy.FIX_SETTINGS);
    }

    @Test
    void all_that_is_missing_is_named_at_once() {
        Tools none = new Tools(new ToolSettings(
                "/nowhere/ffprobe",
                "/nowhere/ffmpeg",
                "/nowhere/mkvpropedit",
                "/nowhere/mkvmerge",
                Duration.ofMinutes(1),
                false,
                false));

        assertThat(unsupported(plan(none, mkv, 2)))
                .contains("no ffprobe", "no mkvpropedit", "no mkvmerge", "install the package ffmpeg; ");
        assertThat(unsupported(plan(none, mp4, 2))).contains("no ffprobe", "no ffmpeg");
    }

    @Test
    void an_error_of_mkvpropedit_is_told_and_a_warning_is_none() {
        Path fails = Stub.script(folder, "fails", Stub.VERSION + "echo 'Error: no way.'; exit 2");
        Path warns = Stub.script(folder, "warns", Stub.VERSION + "mkvpropedit \"$@\"; exit 1");

        assertThat(unsupported(plan(Stub.with(Tool.MKVPROPEDIT, fails), mkv, 2)))
                .isEqualTo("mkvpropedit cannot change it and says 'Error: no way.'");
        assertThat(possible(plan(Stub.with(Tool.MKVPROPEDIT, warns), mkv, 2)).isEmpty())
                .isFalse();
    }

    @Test
    void one_that_hangs_or_prints_without_end_is_ended() throws IOException {
        byte[] before = Files.readAllBytes(mkv);
        Path hangs = Stub.script(folder, "hangs", Stub.VERSION + "exec sleep 1000");
        Path prints = Stub.script(folder, "prints", Stub.VERSION + "yes | head -c 10000000");

        assertFails(Stub.with(Tool.MKVPROPEDIT, hangs, Duration.ofMillis(500)), Remedy.RETRY_LATER, "got no further");
        assertFails(Stub.with(Tool.MKVPROPEDIT, prints), Remedy.FIX_SETTINGS, "prints more than any real answer");
        assertThat(mkv).hasBinaryContent(before);
    }

    @Test
    void an_mp4_is_rewritten_unless_ffmpeg_could_not_keep_it() {
        assertThat(plan(TOOLS, mp4, 2))
                .isInstanceOfSatisfying(
                        PlannedEdit.Rewrite.class,
                        rewrite -> assertThat(rewrite.engine()).matches("ffmpeg \\d+\\.\\d+.*"));
        assertThat(unsupported(plan(TOOLS, mp4))).contains("always makes one audio track");
        assertThat(unsupported(plan(TOOLS, films.encoded("two.f4v"), 2))).contains("its brand is 'f4v'");
        assertThat(unsupported(plan(TOOLS, films.encoded("frag.mp4", "-movflags", "frag_keyframe+empty_moov"), 2)))
                .contains("it is fragmented");
        assertThat(unsupported(plan(TOOLS, films.encoded("late.mp4", "-movflags", "frag_keyframe"), 2)))
                .contains("it is fragmented");
    }

    @Test
    void subtitles_that_are_not_default_must_stay_so() throws IOException {
        Path file = films.rich("subtitles.mp4");
        byte[] content = Files.readAllBytes(file);
        String text = new String(content, StandardCharsets.ISO_8859_1);
        int header = 0;
        for (int track = 0; track < 4; track++) { // picture, two sounds, subtitles
            header = text.indexOf("tkhd", header + 4);
        }
        content[header + 7] &= ~1;
        Files.write(file, content);

        assertThat(unsupported(plan(TOOLS, file, 2)))
                .isEqualTo("no subtitle track is default, and ffmpeg would make the first one so");
    }

    @Test
    void nothing_is_planned_where_all_is_well() {
        assertThat(possible(plan(TOOLS, mp4, 1)).isEmpty()).isTrue();
        assertThat(possible(plan(TOOLS, mkv, 1)).isEmpty()).isTrue();
    }

    private List<Boolean> defaultsAfter(Path file, EditPlan plan) {
        DiskMediaFiles files = new DiskMediaFiles();
        new PatchWriter().write(files.stat(file).identity(), plan);
        return inspect(file).audio().stream()
                .map(track -> track.is(TrackFlag.DEFAULT))
                .toList();
    }

    private void assertFails(Tools tools, Remedy remedy, String message) {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> plan(tools, mkv, 2))
                .withMessageContaining(message)
                .withMessageContaining(mkv.toString())
                .matches(e -> e.remedy() == remedy);
    }

    private PlannedEdit plan(Tools tools, Path file, Integer... defaults) {
        return new ToolPlanner(tools, standIns).plan(inspect(file), Set.of(defaults));
    }

    private static MediaFile inspect(Path file) {
        return new ToolInspector(TOOLS).inspect(file).fold(InspectedFile.Media::file, other -> fail(other.what()));
    }

    private static EditPlan possible(PlannedEdit plan) {
        return plan.fold(
                PlannedEdit.Possible::plan, rewrite -> fail(rewrite.method()), unsupported -> fail(unsupported.why()));
    }

    private static String unsupported(PlannedEdit plan) {
        return plan.fold(
                possible -> fail(possible.plan().method()),
                rewrite -> fail(rewrite.method()),
                PlannedEdit.Unsupported::why);
    }
}
