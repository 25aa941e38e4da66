package io.arrtheaudio.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.port.out.StandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What mkvpropedit does to a stand-in, carried over to the film, is what it does to the film itself. */
class SparseStandInsTest {

    private static final String[] ALL_DEFAULT = {"-disposition:a", "default"};

    @TempDir
    static Path folder;

    private final MediaFactory make = new MediaFactory(folder);

    @TestFactory
    Stream<DynamicTest> a_film_by_ffmpeg_becomes_what_mkvpropedit_makes_of_it() {
        String font = make.attachment("font.ttf").toString();
        return eachEdit(
                make.ffmpeg("plain.mkv", 2),
                make.ffmpeg("both-default.mkv", 2, ALL_DEFAULT),
                make.ffmpeg("no-crc.mkv", 2, "-write_crc32", "0", "-disposition:a", "default"),
                make.ffmpeg("cues-in-front.mkv", 2, "-cues_to_front", "1", "-disposition:a", "default"),
                make.ffmpeg("index-space.mkv", 2, "-reserve_index_space", "4096", "-disposition:a", "default"),
                make.ffmpeg("short-clusters.mkv", 2, "-cluster_time_limit", "100", "-disposition:a", "default"),
                make.ffmpegWith("codec-private.mkv", make.styledSubtitles("s.ass", 2_000), "-map", "2", "-c:s", "copy"),
                make.ffmpegWith("chapters.mkv", make.chapters("chapters.txt"), "-map_chapters", "2"),
                make.ffmpeg("attachment.mkv", 2, "-attach", font, "-metadata:s:t", "mimetype=font/ttf"),
                make.ffmpegPipe("pipe.mkv", 2, ALL_DEFAULT),
                make.ffmpegPipe("live.mkv", 2, "-live", "1", "-disposition:a", "default"),
                make.webm("vp8.webm", 2, ALL_DEFAULT));
    }

    @TestFactory
    Stream<DynamicTest> a_film_by_mkvmerge_becomes_what_mkvpropedit_makes_of_it() {
        Path two = make.ffmpeg("two.mkv", 2, ALL_DEFAULT);
        String font = make.attachment("other.ttf").toString();
        String chapters = make.simpleChapters("simple.txt").toString();
        return eachEdit(
                make.mkvmerge("merged.mkv", two),
                make.mkvmerge("no-cues.mkv", two, "--no-cues"),
                make.mkvmerge("cluster-index.mkv", two, "--cluster-length", "100ms", "--clusters-in-meta-seek"),
                make.mkvmerge("merged-attachment.mkv", two, "--attach-file", font),
                make.mkvmerge("merged-chapters.mkv", two, "--chapters", chapters),
                make.mkvmerge("no-seek-head.mkv", two, "--engage", "no_meta_seek"),
                make.mkvmerge("explicit.mkv", two, "--default-track-flag", "1:no", "--default-track-flag", "2:no"),
                withTail(make.mkvmerge("tail.mkv", two)),
                make.mkvpropedit(make.mkvmerge("statistics.mkv", two), "--add-track-statistics-tags"),
                make.mkvpropedit(
                        make.ffmpeg("tracks-behind.mkv", 2, ALL_DEFAULT), "-e", "track:a1", "-s", ToolEdit.LONG_NAME));
    }

    @Test
    void a_film_of_fifty_megabytes_becomes_what_mkvpropedit_makes_of_it() throws IOException {
        Path film = folder.resolve("fifty.mkv"); // nothing is packed: sixty pictures suffice
        MediaTools.run(
                "ffmpeg",
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                "testsrc=size=1280x720:rate=10:duration=6",
                "-f",
                "lavfi",
                "-i",
                "sine=duration=6",
                "-map",
                "0:v",
                "-map",
                "1:a",
                "-map",
                "1:a",
                "-c:v",
                "rawvideo",
                "-pix_fmt",
                "yuv420p",
                "-c:a",
                "aac",
                "-disposition:a",
                "default",
                film.toString());

        assertThat(Files.size(film)).isGreaterThan(50_000_000);
        for (ToolEdit edit : ToolEdit.ALL) {
            assertThatItBecomesTheSame(film, edit);
        }
    }

    /** The content of most of its Clusters is a hole in the film, too; the film is compared where it is none. */
    @Test
    void a_film_of_five_gibibytes_becomes_what_mkvpropedit_makes_of_it_and_its_stand_in_takes_no_room()
            throws IOException {
        Path film = make.ffmpeg("five.mkv", 2, ALL_DEFAULT);
        Path direct = Files.copy(film, folder.resolve("five-direct.mkv"));
        SparseFilm.addClusters(film, 512, 10 << 20);
        SparseFilm.addClusters(direct, 512, 10 << 20);
        ToolEdit edit = ToolEdit.ALL.get(0);
        edit.run(direct);
        try (StandIn standIn = new SparseStandIns(folder).of(film).orElseThrow()) {
            edit.run(standIn.path());
            String blocks = MediaTools.run("stat", "-c", "%b", standIn.path().toString());
            assertThat(Long.parseLong(blocks.strip()) * 512).isLessThan(4 << 20);

            ToolEdit.apply(standIn.changes("mkvpropedit"), film);
        }
        assertThat(SparseFilm.digest(film)).isEqualTo(SparseFilm.digest(direct));
    }

    /** Something behind the Segment, as an interrupted copy over a longer file leaves it. */
    private static Path withTail(Path film) {
        try {
            return Files.write(film, new byte[10_000], StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<DynamicTest> eachEdit(Path... films) {
        return Arrays.stream(films)
                .map(film -> DynamicTest.dynamicTest(film.getFileName().toString(), () -> {
                    for (ToolEdit edit : ToolEdit.ALL) {
                        assertThatItBecomesTheSame(film, edit);
                    }
                }));
    }

    private static void assertThatItBecomesTheSame(Path film, ToolEdit edit) throws IOException {
        Path direct = Files.copy(film, folder.resolve("direct"), StandardCopyOption.REPLACE_EXISTING);
        Path patched = Files.copy(film, folder.resolve("patched"), StandardCopyOption.REPLACE_EXISTING);
        edit.run(direct);
        try (StandIn standIn = new SparseStandIns(folder).of(film).orElseThrow()) {
            assertThat(Files.size(standIn.path())).isEqualTo(Files.size(film));
            edit.run(standIn.path());

            EditPlan plan = standIn.changes("mkvpropedit");

            ToolEdit.apply(plan, patched);
            assertThat(Files.mismatch(patched, direct)).as("first difference").isEqualTo(-1);
            assertThat(plan.isEmpty()).isFalse();
            assertThat(standIn.hasTracksInFront()).isEqualTo(plan.ending().isSame());
            ToolEdit.apply(plan.inverse(), patched);
            assertThat(Files.mismatch(patched, film)).as("taken back").isEqualTo(-1);
        }
    }
}
