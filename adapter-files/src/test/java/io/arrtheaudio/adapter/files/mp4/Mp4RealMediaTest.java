package io.arrtheaudio.adapter.files.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.TrackFlag;
import io.arrtheaudio.domain.media.TrackRole;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that ffmpeg made: it and this engine must agree before and after. */
class Mp4RealMediaTest {

    @TempDir
    private static Path media;

    /** Two tracks, the first default. */
    private static Path two;

    @BeforeAll
    static void make_the_samples() throws IOException {
        two = make("end.mp4", List.of("eng", "jpn"), "default", "0");
        copy("faststart.mp4", "-movflags", "+faststart");
        copy("fragmented.mp4", "-movflags", "frag_keyframe+empty_moov");
        copy("fragmented-late.mp4", "-movflags", "frag_keyframe+empty_moov+default_base_moof+delay_moov");
        copy("film.mov");
        copy("film.m4v");
        make("six.mp4", List.of("eng", "jpn", "deu", "fra", "ita", "spa"), "default", "0", "0", "0", "0", "0");
        make("two-defaults.mp4", List.of("eng", "jpn"), "default", "default");
        widen(Files.copy(two, media.resolve("wide.mp4")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"end.mp4", "fragmented.mp4", "film.mov", "six.mp4", "two-defaults.mp4", "wide.mp4"})
    void both_read_the_same(String name) {
        Mp4File file = copyOf(name);

        assertThat(file.isRecognised()).isTrue();
        assertThat(file.tracks().stream().map(Mp4RealMediaTest::asFfprobeSays))
                .containsExactlyElementsOf(Ffmpeg.audio(
                        file.path(), "stream=codec_name,channels:stream_disposition=default:stream_tags=language"));
    }

    @Test
    void only_the_flags_of_audio_tracks_are_patched() {
        Mp4File file = copyOf("end.mp4");

        EditPlan plan = file.possiblePlan(2);

        assertThat(plan.method()).isEqualTo("set 1 and clear 1 tkhd flags");
        assertThat(plan.size()).isEqualTo(2);
        assertThat(plan.patches())
                .allSatisfy(patch ->
                        assertThat(patch.was().at(0) ^ patch.becomes().at(0)).isEqualTo(1));
    }

    @ParameterizedTest
    @CsvSource({
        "ac3, 5.1",
        "ac3, mono",
        "eac3, 5.1",
        "eac3, stereo",
        "aac, 7.1",
        "aac, mono",
        "flac, 5.1",
        "alac, 5.1",
        "libopus, 5.1",
        "libmp3lame, stereo"
    })
    void codecs_and_channels_are_those_of_ffprobe(String encoder, String layout) {
        Path file = Ffmpeg.make(
                media.resolve(encoder + layout + ".mp4"),
                Stream.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "anullsrc=cl=" + layout + ":r=48000:d=0.3",
                        "-c:a",
                        encoder,
                        "-strict",
                        "-2"));

        assertThat(sound(file))
                .isEqualTo(Ffmpeg.audio(file, "stream=codec_name,channels").get(0));
    }

    @Test
    void quicktime_pcm_is_pcm() {
        Path file = Ffmpeg.make(
                media.resolve("pcm.mov"), Stream.of("-f", "lavfi", "-i", "sine=d=0.3", "-c:a", "pcm_s24le"));

        assertThat(sound(file)).isEqualTo("pcm,1");
    }

    @Test
    void titles_and_roles_that_ffmpeg_writes_are_read() {
        Path file = Ffmpeg.make(
                media.resolve("titles.mp4"),
                Stream.of(
                        "-i",
                        two.toString(),
                        "-map",
                        "0",
                        "-c",
                        "copy",
                        "-metadata:s:a:0",
                        "title=Überraschung",
                        "-metadata:s:a:1",
                        "handler_name=Director's cut",
                        "-disposition:a:1",
                        "comment"));

        List<AudioTrack> tracks = new Mp4File(file).tracks();

        assertThat(tracks).extracting(AudioTrack::title).containsExactly("Überraschung", "Director's cut");
        assertThat(tracks).extracting(AudioTrack::role).containsExactly(TrackRole.MAIN, TrackRole.COMMENTARY);
        assertThat(tracks).noneMatch(track -> track.is(TrackFlag.UNGROUPED));
    }

    private static Path make(String name, List<String> languages, String... dispositions) {
        List<String> arguments = new ArrayList<>(List.of(
                "-f", "lavfi", "-i", "testsrc=size=64x64:rate=10:d=1", "-f", "lavfi", "-i", "sine=d=1", "-map", "0"));
        for (int i = 0; i < languages.size(); i++) {
            arguments.addAll(List.of("-map", "1", "-metadata:s:a:" + i, "language=" + languages.get(i)));
            arguments.addAll(List.of("-disposition:a:" + i, dispositions[i]));
        }
        arguments.addAll(List.of("-c:v", "mpeg4", "-c:a", "aac", "-b:a", "32k"));
        return Ffmpeg.make(media.resolve(name), arguments.stream());
    }

    private static void copy(String name, String... options) {
        Ffmpeg.make(
                media.resolve(name),
                Stream.concat(Stream.of("-i", two.toString(), "-map", "0", "-c", "copy"), Stream.of(options)));
    }

    /** ffmpeg leaves an empty box of eight bytes in front of {@code mdat}, so that its size may grow to 64 bits. */
    private static void widen(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int free = Mp4Sample.indexOf(bytes, "free", 1) - 4;
        assertThat(Mp4Sample.indexOf(bytes, "mdat", 1)).isEqualTo(free + 12);
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.seek(free + 8L);
            long size = Integer.toUnsignedLong(out.readInt());
            out.seek(free);
            out.writeInt(1);
            out.writeBytes("mdat");
            out.writeLong(size + 8);
        }
    }

    private static Mp4File copyOf(String name) {
        try {
            Path copy = Files.createTempFile(media, "copy-", name);
            return new Mp4File(Files.write(copy, Files.readAllBytes(media.resolve(name))));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String asFfprobeSays(AudioTrack track) {
        return Stream.of(
                        track.codec(),
                        Integer.toString(track.channels()),
                        track.is(TrackFlag.DEFAULT) ? "1" : "0",
                        track.language().code())
                .collect(Collectors.joining(","));
    }

    private static String sound(Path file) {
        AudioTrack track = new Mp4File(file).track();
        return track.codec() + "," + track.channels();
    }
}
