package io.arrtheaudio.adapter.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.TrackFlag;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Files as ffmpeg writes them: three programs must agree on what became of them. */
class RealMp4Test {

    @TempDir
    static Path folder;

    private final MediaFactory make = new MediaFactory(folder);

    @TestFactory
    Stream<DynamicTest> the_wanted_track_becomes_the_only_default() throws IOException {
        Path two = make.ffmpeg("two.mp4", 2);
        Path subtitled = make.ffmpegWith(
                "subtitles.mp4", make.subtitles("s.srt"), "-map", "2", "-c:s", "mov_text", "-disposition:s", "default");
        return judged(
                two,
                subtitled,
                make.ffmpeg("six.mp4", 6),
                make.ffmpeg("thirty.mp4", 30),
                make.ffmpeg("two-defaults.mp4", 2, "-disposition:a", "default"),
                make.ffmpegWith("chapters.mp4", make.chapters("chapters.txt"), "-map_chapters", "2"),
                make.copy("faststart.mp4", two, "-movflags", "+faststart"),
                make.copy("fragmented.mp4", two, "-movflags", "frag_keyframe+empty_moov"),
                make.copy("late.mp4", two, "-movflags", "frag_keyframe+empty_moov+default_base_moof+delay_moov"),
                make.copy("separate.mp4", two, "-movflags", "frag_every_frame+separate_moof+empty_moov"),
                make.copy("dash.mp4", two, "-movflags", "dash+frag_keyframe+empty_moov+global_sidx"),
                make.copy("film.mov", two),
                make.copy("film.m4v", two),
                make.copy("brand.mp4", two, "-brand", "mp42"),
                make.copy("edit-list.mp4", two, "-ss", "0.4"),
                make.copy("no-edit-list.mp4", two, "-use_editlist", "0"),
                make.copy("from-mkv.mp4", make.mkvmerge("merged.mkv", two)),
                widened(make.copy("64-bit.mp4", two)));
    }

    private static Stream<DynamicTest> judged(Path... files) {
        return Arrays.stream(files)
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> judge(new RealFile(file))));
    }

    private static void judge(RealFile file) {
        assertThat(file.tracks().stream().map(RealMp4Test::told))
                .containsExactlyElementsOf(MediaTools.audio(
                        file.path(), "stream=codec_name,channels:stream_disposition=default:stream_tags=language"));
        file.switchAndJudge(Judges.MP4, RealMp4Test::assertOnlyFlagsDiffer);
    }

    /** In the order of ffprobe. */
    private static String told(AudioTrack track) {
        String isDefault = track.is(TrackFlag.DEFAULT) ? "1" : "0";
        return String.join(
                ",",
                track.codec(),
                String.valueOf(track.channels()),
                isDefault,
                track.language().code());
    }

    /** ISO/IEC 14496-12 clause 8.3.2: behind the type come the version, two bytes and the byte that may change. */
    private static void assertOnlyFlagsDiffer(byte[] before, byte[] after) {
        for (int i = 0; i < before.length; i++) {
            if (before[i] != after[i]) {
                assertThat(before[i] ^ after[i]).as("byte %d", i).isEqualTo(1);
                assertThat(new String(before, i - 7, 4, ISO_8859_1)).isEqualTo("tkhd");
            }
        }
    }

    /** ffmpeg leaves an empty box of eight bytes in front of {@code mdat}, so that its size may grow to 64 bits. */
    private static Path widened(Path path) throws IOException {
        String bytes = new String(new RealFile(path).bytes(), ISO_8859_1);
        int free = bytes.indexOf("free") - 4;
        assertThat(bytes.indexOf("mdat")).isEqualTo(free + 12);
        try (RandomAccessFile out = new RandomAccessFile(path.toFile(), "rw")) {
            out.seek(free + 8L);
            long size = Integer.toUnsignedLong(out.readInt());
            out.seek(free);
            out.writeInt(1);
            out.writeBytes("mdat");
            out.writeLong(size + 8);
        }
        return path;
    }
}
