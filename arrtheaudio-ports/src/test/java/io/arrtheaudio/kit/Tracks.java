package io.arrtheaudio.kit;

import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.TrackFlag;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Audio tracks for tests. */
public final class Tracks {

    private static final List<String> LANGUAGES = List.of("eng", "jpn", "deu", "fra", "spa", "und");
    private static final List<String> TITLES =
            List.of("", "Surround", "\u65e5\u672c\u8a9e", "a longer title, with a comma");
    private static final List<String> CODECS = List.of("aac", "ac3", "eac3");
    private static final List<Integer> CHANNELS = List.of(1, 2, 6);

    private Tracks() {}

    /** One track. */
    public static AudioTrack track(
            int position, String language, String title, String codec, int channels, TrackFlag... flags) {
        Language read = Language.fromTag(language)
                .orElseThrow(() -> new IllegalArgumentException("language was '" + language + "'"));
        return new AudioTrack(position, read, title, codec, channels, Set.of(flags));
    }

    /** An English, a Japanese and a German track, the one at a position default. */
    public static List<AudioTrack> three(int isDefault) {
        return threeWith(1 << isDefault - 1);
    }

    /** The same; bit 0 of the number says whether the first is default, and so on. */
    public static List<AudioTrack> threeWith(int defaults) {
        return List.of(
                withDefault(track(1, "eng", "Stereo", "aac", 2), (defaults & 1) != 0),
                withDefault(track(2, "jpn", "", "ac3", 6), (defaults & 2) != 0),
                withDefault(track(3, "deu", "Deutsch", "eac3", 2), (defaults & 4) != 0));
    }

    /** One to eight tracks, any of them default. */
    static List<AudioTrack> random(Random random) {
        List<AudioTrack> tracks = new ArrayList<>();
        int count = 1 + random.nextInt(8);
        for (int position = 1; position <= count; position++) {
            AudioTrack track = track(
                    position,
                    oneOf(LANGUAGES, random),
                    oneOf(TITLES, random),
                    oneOf(CODECS, random),
                    oneOf(CHANNELS, random));
            tracks.add(withDefault(track, random.nextBoolean()));
        }
        return tracks;
    }

    /** The same tracks, exactly one of them default. */
    public static List<AudioTrack> onlyDefault(List<AudioTrack> tracks, int position) {
        return tracks.stream()
                .map(track -> withDefault(track, track.position() == position))
                .toList();
    }

    private static AudioTrack withDefault(AudioTrack track, boolean isDefault) {
        Set<TrackFlag> flags = EnumSet.noneOf(TrackFlag.class);
        flags.addAll(track.flags());
        flags.remove(TrackFlag.DEFAULT);
        if (isDefault) {
            flags.add(TrackFlag.DEFAULT);
        }
        return new AudioTrack(
                track.position(), track.language(), track.title(), track.codec(), track.channels(), flags);
    }

    private static <T> T oneOf(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
