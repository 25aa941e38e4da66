package io.arrtheaudio.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.SkipReason;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Files as ffmpeg, mkvmerge and mkvpropedit write them: three programs must agree on what became of them. */
class RealMatroskaTest {

    private static final String[] ALL_DEFAULT = {"-disposition:a", "default"};
    private static final String LONG_NAME =
            "name=" + "a name that is too long for the room in front of the clusters ".repeat(6);

    @TempDir
    static Path folder;

    private final MediaFactory make = new MediaFactory(folder);

    @TestFactory
    Stream<DynamicTest> the_wanted_track_of_a_file_by_ffmpeg_becomes_the_only_default() {
        String font = make.attachment("font.ttf").toString();
        return judged(
                make.ffmpeg("plain.mkv", 2),
                make.ffmpeg("two-defaults.mkv", 2, ALL_DEFAULT),
                make.ffmpeg("no-crc.mkv", 2, "-write_crc32", "0", "-disposition:a:1", "default"),
                make.ffmpeg("no-default.mkv", 2, "-disposition:a", "0"),
                make.ffmpeg("six-defaults.mkv", 6, ALL_DEFAULT),
                make.ffmpeg("thirty.mkv", 30, ALL_DEFAULT),
                make.ffmpeg("live.mkv", 3, "-live", "1", "-disposition:a", "default"),
                make.ffmpegPipe("pipe.mkv", 3, ALL_DEFAULT),
                make.ffmpeg("cues-in-front.mkv", 3, "-cues_to_front", "1", "-disposition:a", "default"),
                make.ffmpeg("index-space.mkv", 3, "-reserve_index_space", "4096", "-disposition:a", "default"),
                make.ffmpeg("short-clusters.mkv", 2, "-cluster_time_limit", "100", "-disposition:a", "default"),
                make.ffmpeg("infer.mkv", 3, "-default_mode", "infer", "-disposition:a", "0"),
                make.ffmpeg("infer-no-subs.mkv", 3, "-default_mode", "infer_no_subs", "-disposition:a:2", "default"),
                make.ffmpegWith("subtitles.mkv", make.subtitles("s.srt"), "-map", "2", "-disposition:s", "default"),
                make.ffmpegWith("codec-private.mkv", make.styledSubtitles("s.ass", 2_000), "-map", "2", "-c:s", "copy"),
                make.ffmpegWith("chapters.mkv", make.chapters("chapters.txt"), "-map_chapters", "2"),
                make.ffmpeg("attachment.mkv", 2, "-attach", font, "-metadata:s:t", "mimetype=font/ttf"),
                make.webm("vp8.webm", 2, ALL_DEFAULT));
    }

    @TestFactory
    Stream<DynamicTest> the_wanted_track_of_a_file_by_mkvmerge_becomes_the_only_default() {
        Path two = make.ffmpeg("two.mkv", 2);
        Path six = make.ffmpeg("six.mkv", 6, ALL_DEFAULT);
        Path subtitled =
                make.ffmpegWith("sub.mkv", make.styledSubtitles("more.ass", 2_000), "-map", "2", "-c:s", "copy");
        String font = make.attachment("other.ttf").toString();
        Path webm = make.webm("opus.webm", 2, ALL_DEFAULT);
        return judged(
                make.mkvmerge("merged.mkv", two),
                make.mkvmerge("merged-six.mkv", six),
                make.mkvmerge("merged-thirty.mkv", make.ffmpeg("many.mkv", 30)),
                make.mkvmerge("explicit.mkv", two, "--default-track-flag", "1:yes", "--default-track-flag", "2:no"),
                make.mkvmerge("no-cues.mkv", two, "--no-cues", "--clusters-in-meta-seek"),
                make.mkvmerge("cluster-index.mkv", six, "--cluster-length", "100ms", "--clusters-in-meta-seek"),
                make.mkvmerge("merged.webm", webm, "--webm"),
                make.mkvmerge("webm-as.mkv", webm),
                make.mkvmerge("named.mkv", two, "--track-name", "1:Stereo", "--language", "2:pt-BR"),
                make.mkvmerge("cantonese.mkv", two, "--language", "1:yue", "--language", "2:zh-Hant"),
                make.mkvmerge("merged-subtitles.mkv", subtitled, "--default-track-flag", "3:yes"),
                make.mkvmerge("merged-attachment.mkv", two, "--attach-file", font),
                make.mkvmerge(
                        "merged-chapters.mkv",
                        two,
                        "--chapters",
                        make.simpleChapters("simple.txt").toString()),
                make.mkvmerge("no-seek-head.mkv", two, "--engage", "no_meta_seek"),
                make.mkvmerge("space.mkv", two, "--engage", "space_after_chapters", "--engage", "lacing_ebml"),
                make.mkvmerge("block-groups.mkv", two, "--engage", "no_simpleblocks", "--disable-lacing"),
                make.mkvmerge("from-mp4.mkv", make.ffmpeg("two.mp4", 2, ALL_DEFAULT)));
    }

    @TestFactory
    Stream<DynamicTest> the_wanted_track_of_a_file_that_mkvpropedit_edited_becomes_the_only_default() {
        Path two = make.ffmpeg("base.mkv", 2, ALL_DEFAULT);
        return judged(
                make.mkvpropedit(make.ffmpeg("tracks-behind.mkv", 2, ALL_DEFAULT), "-e", "track:a1", "-s", LONG_NAME),
                make.mkvpropedit(make.mkvmerge("one-flag.mkv", two), "-e", "track:a1", "-s", "flag-default=0"),
                make.mkvpropedit(
                        make.mkvpropedit(make.mkvmerge("twice.mkv", two), "-e", "track:a1", "-s", "flag-default=0"),
                        "--edit",
                        "track:a2",
                        "--set",
                        LONG_NAME),
                make.mkvpropedit(make.mkvmerge("statistics.mkv", two), "--add-track-statistics-tags"),
                make.mkvpropedit(make.ffmpeg("statistics-behind.mkv", 2), "--add-track-statistics-tags"),
                make.mkvpropedit(make.mkvmerge("bcp47.mkv", two), "-e", "track:a2", "-s", "language-ietf=pt-BR"));
    }

    @Test
    void a_file_with_two_sets_of_track_headers_is_left_alone() {
        Path two = make.ffmpeg("source.mkv", 2, ALL_DEFAULT);
        RealFile file = new RealFile(make.mkvmerge("headers-twice.mkv", two, "--engage", "write_headers_twice"));
        byte[] before = file.bytes();
        FileTime modified = file.modified();

        assertThat(file.makeDefault(2))
                .isInstanceOfSatisfying(
                        Outcome.Skipped.class,
                        skipped -> assertThat(skipped.reason()).isEqualTo(SkipReason.UNSUPPORTED_LAYOUT));
        assertThat(file.bytes()).isEqualTo(before);
        assertThat(file.modified()).isEqualTo(modified);
    }

    @Test
    void a_checksum_that_ffmpeg_wrote_is_kept_where_there_is_room_for_the_flags() {
        RealFile file = new RealFile(make.ffmpeg("crc.mkv", 3, ALL_DEFAULT));
        assertThat(PlainMatroska.hasChecksum(file.bytes())).isTrue();

        assertThat(file.makeDefault(2)).isInstanceOf(Outcome.Changed.class);

        assertThat(PlainMatroska.hasChecksum(file.bytes())).isTrue();
    }

    /** ffprobe and mkvmerge would look through every byte of the hole, so they are not asked. */
    @Test
    void tracks_behind_five_gibibytes_are_switched() throws IOException {
        Path path = make.ffmpeg("large.mkv", 2, "-write_crc32", "0", "-disposition:a", "default");
        addHole(path, 5L << 30);
        make.mkvpropedit(path, "--edit", "track:a1", "--set", LONG_NAME);
        byte[] start = head(path);

        RealFile file = new RealFile(path);
        assertThat(file.plan(2).patches()).isNotEmpty().allMatch(patch -> patch.offset() > 5L << 30);
        assertThat(file.makeDefault(2)).isInstanceOf(Outcome.Changed.class);

        assertThat(MediaTools.defaultsByMediainfo(path)).containsExactly(2);
        assertThat(head(path)).isEqualTo(start);
    }

    private static Stream<DynamicTest> judged(Path... files) {
        return Arrays.stream(files)
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(),
                        () -> new RealFile(file)
                                .switchAndJudge(Judges.MATROSKA, PlainMatroska::assertOnlyHeadersDiffer)));
    }

    /** Lets the Segment end with a Void element, which takes no room on disk. */
    private static void addHole(Path path, long size) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            int segment = 0;
            for (file.seek(0); file.readInt() != 0x18538067; file.seek(segment)) {
                segment++;
            }
            long old = file.readLong() & 0xFF_FFFF_FFFF_FFFFL;
            file.seek(segment + 4L);
            file.writeLong(1L << 56 | old + size);
            file.seek(file.length());
            file.writeByte(0xEC);
            file.writeLong(1L << 56 | size - 9);
            file.setLength(segment + 12 + old + size);
        }
    }

    private static byte[] head(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            return in.readNBytes(1024 * 1024);
        }
    }
}
