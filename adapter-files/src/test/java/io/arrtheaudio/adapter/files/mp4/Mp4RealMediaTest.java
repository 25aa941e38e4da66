package io.arrtheaudio.adapter.files.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.adapter.files.MediaFactory;
import io.arrtheaudio.adapter.files.MediaTools;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.TrackFlag;
import io.arrtheaudio.domain.media.TrackRole;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What this engine reads of codecs, channels, titles and roles that ffmpeg writes. */
class Mp4RealMediaTest {

    @TempDir
    private static Path media;

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
        Path file = make(
                encoder + layout + ".mp4",
                "anullsrc=cl=" + layout + ":r=48000:d=0.3",
                "-c:a",
                encoder,
                "-strict",
                "-2");

        assertThat(sound(file))
                .isEqualTo(MediaTools.audio(file, "stream=codec_name,channels").get(0));
    }

    @Test
    void quicktime_pcm_is_pcm() {
        Path file = make("pcm.mov", "sine=d=0.3", "-c:a", "pcm_s24le");

        assertThat(sound(file)).isEqualTo("pcm,1");
    }

    @Test
    void titles_and_roles_that_ffmpeg_writes_are_read() {
        MediaFactory make = new MediaFactory(media);
        Path file = make.copy(
                "titles.mp4",
                make.ffmpeg("two.mp4", 2),
                "-metadata:s:a:0",
                "title=Überraschung",
                "-metadata:s:a:1",
                "handler_name=Director's cut",
                "-disposition:a:1",
                "comment");

        List<AudioTrack> tracks = new Mp4File(file).tracks();

        assertThat(tracks).extracting(AudioTrack::title).containsExactly("Überraschung", "Director's cut");
        assertThat(tracks).extracting(AudioTrack::role).containsExactly(TrackRole.MAIN, TrackRole.COMMENTARY);
        assertThat(tracks).noneMatch(track -> track.is(TrackFlag.UNGROUPED));
    }

    private static Path make(String name, String... arguments) {
        Path file = media.resolve(name);
        MediaTools.run(Stream.of(
                        Stream.of("ffmpeg", "-v", "error", "-f", "lavfi", "-i"),
                        Arrays.stream(arguments),
                        Stream.of(file.toString()))
                .flatMap(words -> words)
                .toList());
        return file;
    }

    private static String sound(Path file) {
        AudioTrack track = new Mp4File(file).track();
        return track.codec() + "," + track.channels();
    }
}
