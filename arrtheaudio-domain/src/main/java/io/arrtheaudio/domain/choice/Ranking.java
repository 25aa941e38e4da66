package io.arrtheaudio.domain.choice;

import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.TrackFlag;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Which of several tracks in the same wanted language is taken. Where two are equal the first in the file wins. */
public enum Ranking {
    /** A track that is default now stays; no other reason to change anything. */
    KEEP_CURRENT,
    /** The most channels, 7.1 before 5.1 before stereo. */
    MOST_CHANNELS,
    /** Two channels first, then fewer before more, an unknown number last. */
    STEREO,
    /** The codec that most players decode: AAC, AC-3, E-AC-3, MP3, then the rest, TrueHD last. */
    MOST_COMPATIBLE,
    /** The first in the file. */
    FIRST;

    private static final List<String> COMPATIBLE_FIRST =
            List.of("aac", "ac3", "eac3", "mp3", "mp2", "opus", "vorbis", "flac", "alac", "pcm", "dts");

    /** What hardly any television decodes; MLP is TrueHD's older name. */
    private static final Set<String> COMPATIBLE_LAST = Set.of("truehd", "mlp");

    /** Orders tracks, the best first. */
    Comparator<AudioTrack> order() {
        Comparator<AudioTrack> defaultFirst = Comparator.comparing(track -> !track.is(TrackFlag.DEFAULT));
        Comparator<AudioTrack> inFile = Comparator.comparingInt(AudioTrack::position);
        Comparator<AudioTrack> order = switch (this) {
            case KEEP_CURRENT -> defaultFirst;
            case MOST_CHANNELS ->
                Comparator.comparingInt(AudioTrack::channels).reversed().thenComparing(defaultFirst);
            case STEREO ->
                Comparator.comparing((AudioTrack track) -> track.channels() != 2)
                        .thenComparing(track -> track.channels() == 0)
                        .thenComparingInt(AudioTrack::channels)
                        .thenComparing(defaultFirst);
            case MOST_COMPATIBLE -> Comparator.comparingInt(Ranking::rarity).thenComparing(defaultFirst);
            case FIRST -> inFile;
        };
        return order.thenComparing(inFile);
    }

    private static int rarity(AudioTrack track) {
        if (COMPATIBLE_LAST.contains(track.codec())) {
            return Integer.MAX_VALUE;
        }
        int known = COMPATIBLE_FIRST.indexOf(track.codec());
        return known < 0 ? COMPATIBLE_FIRST.size() : known;
    }
}
