package io.arrtheaudio.adapter.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import io.arrtheaudio.domain.edit.Progress;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Obstacle;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.MediaFile;
import io.arrtheaudio.port.out.InspectedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfmpegRewriterTest {

    private static final Tools TOOLS = new Tools(
            new ToolSettings("ffprobe", "ffmpeg", "mkvpropedit", "mkvmerge", Duration.ofMinutes(1), false, true));

    @TempDir
    private static Path media;

    private static Films films;
    private static Path rich;
    private static Path dolby;
    private static byte[] richBefore;

    @TempDir
    private Path folder;

    @BeforeAll
    static void make() throws IOException {
        films = new Films(media);
        rich = films.rich("rich.mp4");
        richBefore = Files.readAllBytes(rich);
        dolby = DolbyVision.added(films.encoded("dolby.mp4"));
    }

    @AfterEach
    void the_original_is_as_it_was() {
        assertThat(rich).hasBinaryContent(richBefore);
    }

    @Test
    void only_the_default_moves_and_all_else_is_kept() {
        Path into = rewrite(TOOLS, rich, 2);

        assertThat(Films.probe(into, "stream_disposition=default,comment,attached_pic"))
                .isEqualTo(Films.probe(rich, "stream_disposition=default,comment,attached_pic")
                        .transform(FfmpegRewriterTest::swapped));
        for (String entries : new String[] {
            "stream=index,codec_name,codec_type,codec_tag_string,nb_frames,duration",
            "stream_tags=language,handler_name,creation_time,timecode",
            "format_tags=title,date,creation_time,timecode,major_brand",
            "chapter=start_time,end_time:chapter_tags=title"
        }) {
            assertThat(Films.probe(into, entries)).isEqualTo(Films.probe(rich, entries));
        }
        assertThat(MoviePlace.in(into).isInFront()).isTrue();
    }

    /** The lines of the two audio streams, the second and the third, with the other default. */
    private static String swapped(String streams) {
        String[] lines = streams.split("\n", -1);
        lines[1] = lines[1].replace("default=1", "default=0");
        lines[2] = lines[2].replace("default=0", "default=1");
        return String.join("\n", lines);
    }

    @Test
    void a_commentary_stays_one_whether_it_is_default_or_not() {
        Path into = rewrite(TOOLS, rich, 2);

        assertThat(Films.probe(rewriteAgain(into), "stream_disposition=default,comment"))
                .isEqualTo(Films.probe(rich, "stream_disposition=default,comment"));
    }

    private Path rewriteAgain(Path file) {
        Path into = folder.resolve("again.part");
        new FfmpegRewriter(TOOLS).rewrite(inspect(file), Set.of(1), into, Progress.UNWATCHED);
        return into;
    }

    @Test
    void brand_and_place_of_the_header_are_kept() {
        Path m4v = films.copied("brand.mp4", films.encoded("brand-source.mp4"), "-brand", "M4V ");

        Path into = rewrite(TOOLS, m4v, 2);

        assertThat(Films.probe(into, "format_tags=major_brand")).contains("M4V ");
        assertThat(MoviePlace.in(into).isInFront()).isFalse();
    }

    @Test
    void quicktime_stays_quicktime_with_its_own_keys() {
        Path mov = films.encoded(
                "two.mov",
                "-metadata",
                "com.apple.quicktime.make=X",
                "-movflags",
                "use_metadata_tags",
                "-brand",
                "qt  ");

        Path into = rewrite(TOOLS, mov, 2);

        assertThat(Films.probe(into, "format_tags=major_brand,com.apple.quicktime.make"))
                .contains("major_brand=qt  ", "com.apple.quicktime.make=X");
    }

    @Test
    void tags_that_ffmpeg_would_drop_are_named() {
        Path file = films.encoded("odd.mp4", "-metadata", "oddity=yes", "-movflags", "use_metadata_tags");

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> rewrite(TOOLS, file, 2))
                .withMessageContaining("the file's tag oddity: 'yes' would be lost");
        assertThat(folder.resolve("new.part")).doesNotExist();
    }

    @Test
    void names_of_tracks_that_ffprobe_does_not_show_are_kept() {
        Path file = films.encoded(
                "titled.mp4",
                "-metadata:s:v:0",
                "title=Picture",
                "-metadata:s:a:1",
                "title=日本語 \"5.1\"",
                "-metadata:s:a:1",
                "handler_name=Handler");

        Path into = rewrite(TOOLS, file, 2);

        assertThat(MovieHeader.of(file).names()).isEqualTo(Map.of(1, "Picture", 3, "日本語 \"5.1\""));
        assertThat(MovieHeader.of(into).names()).isEqualTo(MovieHeader.of(file).names());
        assertThat(inspect(into).audio()).extracting(AudioTrack::title).containsExactly("", "日本語 \"5.1\"");
        assertThat(Films.probe(into, "stream_tags=handler_name"))
                .isEqualTo(Films.probe(file, "stream_tags=handler_name"));
    }

    @Test
    void dolby_vision_is_kept() {
        assertThat(Films.probe(dolby, "stream_side_data=side_data_type")).contains("DOVI configuration record");

        Path into = rewrite(TOOLS, dolby, 2);

        assertThat(Films.probe(into, "stream_side_data_list")).isEqualTo(Films.probe(dolby, "stream_side_data_list"));
        assertThat(into).content(StandardCharsets.ISO_8859_1).contains("dvvC");
    }

    @Test
    void an_ffmpeg_that_drops_dolby_vision_is_refused() {
        Path drops = Stub.script(
                folder,
                "drops",
                "for a; do shift; [ \"$a\" = experimental ] && a=normal; set -- \"$@\" \"$a\"; done; "
                        + "exec ffmpeg \"$@\"");

        assertRefused(drops, dolby, "side data of video stream 0 (h264)", "DOVI configuration record");
    }

    @Test
    void an_ffmpeg_that_drops_a_stream_or_the_chapters_is_refused() {
        Path oneLess = Stub.script(folder, "less", wrapped("-map_chapters 0 -map -0:a:1"));
        Path noChapters = Stub.script(folder, "chapters", wrapped("-map_chapters -1"));

        assertRefused(oneLess, rich, "5 streams would become 4");
        assertRefused(noChapters, rich, "2 chapters would become 0");
    }

    @Test
    void other_sound_is_told_by_the_hashes() {
        Path encodes = Stub.script(folder, "encodes", wrapped("-map_chapters 0 -bsf:a noise=amount=50"));
        Path into = folder.resolve("new.part");

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> new FfmpegRewriter(with(encodes, Duration.ofMinutes(1), true))
                        .rewrite(inspect(rich), Set.of(2), into, Progress.UNWATCHED))
                .withMessageContaining("the hashes of its streams would not stay the same");
        assertThat(into).doesNotExist();
    }

    /** ffmpeg with other options in the place of {@code -map_chapters 0}. */
    private static String wrapped(String options) {
        return "skip=; for a; do shift; if [ \"$skip\" ]; then skip=; continue; fi; "
                + "if [ \"$a\" = -map_chapters ]; then skip=1; set -- \"$@\" " + options + "; continue; fi; "
                + "set -- \"$@\" \"$a\"; done; exec ffmpeg \"$@\"";
    }

    @Test
    void a_failing_ffmpeg_leaves_nothing() {
        Path fails = Stub.script(
                folder, "fails", "for last; do :; done; echo half > \"${last#file:}\"; echo bad >&2; exit 1");

        assertRefused(fails, rich, "ffmpeg ended with 1 and said 'bad'");
    }

    @Test
    void an_ffmpeg_that_says_all_is_well_and_writes_rubbish_is_refused() {
        Path lies = Stub.script(folder, "lies", "for last; do :; done; echo half > \"${last#file:}\"");

        assertThatExceptionOfType(AudioFixException.class).isThrownBy(() -> rewrite(with(lies), rich, 2));
        assertThat(folder.resolve("new.part")).doesNotExist();
    }

    @Test
    void a_hanging_ffmpeg_is_ended_and_leaves_nothing() {
        Path hangs =
                Stub.script(folder, "hangs", "for last; do :; done; echo half > \"${last#file:}\"; exec sleep 1000");

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> rewrite(with(hangs, Duration.ofMillis(500), false), rich, 2))
                .withMessageContaining("got no further for 0.5 seconds")
                .matches(e -> e.remedy() == Remedy.RETRY_LATER);
        assertThat(folder.resolve("new.part")).doesNotExist();
    }

    @Test
    void the_watcher_sees_it_grow_and_can_cancel_it() {
        Path slow = Stub.script(
                folder, "slow", "for last; do :; done; while :; do echo more >> \"${last#file:}\"; sleep 0.05; done");
        AtomicLong most = new AtomicLong();
        Path into = folder.resolve("new.part");
        Progress cancels = new Progress() {
            @Override
            public void written(Path file, long bytes, long of) {
                assertThat(file).isEqualTo(rich);
                assertThat(of).isEqualTo(richBefore.length);
                most.set(bytes);
            }

            @Override
            public boolean isCancelled() {
                return most.get() > 20;
            }
        };

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> new FfmpegRewriter(with(slow)).rewrite(inspect(rich), Set.of(2), into, cancels))
                .withMessageContaining("it was cancelled");
        assertThat(into).doesNotExist();
    }

    @Test
    void a_name_in_use_is_not_touched() throws IOException {
        Path into = Files.writeString(folder.resolve("new.part"), "somebody's");

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> rewrite(TOOLS, rich, 2))
                .withMessageContaining("is there already");
        assertThat(into).hasContent("somebody's");
    }

    @Test
    void without_ffmpeg_it_says_what_to_install() {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> rewrite(Stub.without(Tool.FFMPEG), rich, 2))
                .withMessageContaining("install the package ffmpeg")
                .matches(e -> e.remedy() == Remedy.FIX_SETTINGS);
    }

    @Test
    void a_full_disk_is_told_and_nothing_is_left() throws IOException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Assumptions.assumeTrue(mounts(disk), "needs root to mount a small disk");
        try {
            Path into = disk.resolve("new.part");

            assertThatExceptionOfType(AudioFixException.class)
                    .isThrownBy(
                            () -> new FfmpegRewriter(TOOLS).rewrite(inspect(rich), Set.of(2), into, Progress.UNWATCHED))
                    .withMessageContaining("the disk of " + into + " is full")
                    .matches(e -> e.remedy() == Remedy.RETRY_LATER && e.obstacle() == Obstacle.DISK_FULL);
            assertThat(disk).isEmptyDirectory();
        } finally {
            Command.run("umount", disk.toString());
        }
    }

    private static boolean mounts(Path disk) {
        try {
            Command.run("mount", "-t", "tmpfs", "-o", "size=8k", "none", disk.toString());
            return true;
        } catch (AssertionError | UncheckedIOException e) {
            return false;
        }
    }

    private void assertRefused(Path ffmpeg, Path file, String... words) {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> rewrite(with(ffmpeg), file, 2))
                .withMessageStartingWith("cannot write " + file + " anew: ")
                .satisfies(e -> assertThat(e.getMessage()).contains(words).doesNotContain("\n"))
                .matches(e -> e.remedy() == Remedy.FIX_FILE);
        assertThat(folder.resolve("new.part")).doesNotExist();
    }

    private static Tools with(Path ffmpeg) {
        return with(ffmpeg, Duration.ofMinutes(1), false);
    }

    private static Tools with(Path ffmpeg, Duration patience, boolean verifyStreams) {
        return new Tools(new ToolSettings(
                "ffprobe", ffmpeg.toString(), "mkvpropedit", "mkvmerge", patience, false, verifyStreams));
    }

    private Path rewrite(Tools tools, Path file, int position) {
        Path into = folder.resolve("new.part");
        new FfmpegRewriter(tools).rewrite(inspect(file), Set.of(position), into, Progress.UNWATCHED);
        return into;
    }

    private static MediaFile inspect(Path file) {
        return new ToolInspector(TOOLS).inspect(file).fold(InspectedFile.Media::file, other -> fail(other.what()));
    }
}
