package io.arrtheaudio.launcher.server.engines;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.SkipReason;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.TrackFlag;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What tools cannot do, or cannot know. */
final class KnownLimits {

    private KnownLimits() {}

    /** What is known of the tracks, without what the tools cannot know. */
    static List<AudioTrack> asToolsSee(List<AudioTrack> tracks, List<AudioTrack> told, RandomFilm.Kind kind) {
        if (kind.isMatroska()) {
            return tracks;
        }
        assertThat(told).hasSameSizeAs(tracks);
        return tracks.stream()
                .map(track -> new AudioTrack(
                        track.position(),
                        kind == RandomFilm.Kind.MOV ? withoutScript(track.language()) : track.language(),
                        track.title(),
                        track.codec(),
                        channels(track, told.get(track.position() - 1)),
                        withoutGroup(track.flags())))
                .toList();
    }

    /** ffmpeg writes 2 in the header of every MP3 track; only its frames, which ffprobe decodes, know better. */
    private static int channels(AudioTrack track, AudioTrack told) {
        return track.codec().equals("mp3") && track.channels() == 2 ? told.channels() : track.channels();
    }

    /** Of the two QuickTime codes for Chinese ffprobe tells no script. */
    private static Language withoutScript(Language language) {
        return language.code().equals("zho") ? new Language("zho", "", "") : language;
    }

    /** Neither ffprobe nor mkvmerge tells {@code alternate_group}. */
    private static Set<TrackFlag> withoutGroup(Set<TrackFlag> flags) {
        Set<TrackFlag> rest = EnumSet.noneOf(TrackFlag.class);
        rest.addAll(flags);
        rest.remove(TrackFlag.UNGROUPED);
        return rest;
    }

    /** ffmpeg would write fragments in one piece. */
    static void assertDeclared(RandomFilm.Kind kind, Outcome.Skipped skipped) {
        assertThat(skipped.reason()).as(skipped.detail()).isEqualTo(SkipReason.UNSUPPORTED_LAYOUT);
        assertThat(skipped.detail()).contains("it is fragmented");
        assertThat(kind).isEqualTo(RandomFilm.Kind.FRAGMENTED_MP4);
    }
}
