package io.arrtheaudio.domain.media;

import io.arrtheaudio.domain.language.Language;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One audio track.
 *
 * @param position which audio track of the file this is, counted from 1 in the order of the container; disabled ones
 *     count
 * @param language what the container says, {@link Language#UNDETERMINED} if it says nothing that can be read
 * @param title the track's name as shown by players, empty if it has none
 * @param codec a short lower-case name such as {@code aac}, {@code eac3}, {@code truehd}; the container's own code if
 *     that is not known
 * @param channels number of channels, 0 if the header does not tell
 * @param flags every flag that is set
 */
public record AudioTrack(
        int position, Language language, String title, String codec, int channels, Set<TrackFlag> flags) {

    /** Checks the values; {@code flags} is copied. */
    public AudioTrack {
        if (position < 1) {
            throw new IllegalArgumentException("position was " + position + " but audio tracks are counted from 1");
        }
        if (channels < 0) {
            throw new IllegalArgumentException("channels was " + channels + " but must not be negative");
        }
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(codec, "codec");
        flags = Set.copyOf(flags);
    }

    /**
     * Tracks of one file, copied.
     *
     * @param whose what they are of, for the message
     * @throws IllegalArgumentException if their positions are not 1, 2, 3 ...
     */
    public static List<AudioTrack> inOrder(List<AudioTrack> audio, Object whose) {
        List<AudioTrack> copy = List.copyOf(audio);
        for (int i = 0; i < copy.size(); i++) {
            if (copy.get(i).position() != i + 1) {
                throw new IllegalArgumentException("audio track " + (i + 1) + " of " + whose + " has position "
                        + copy.get(i).position() + " but tracks must be in order, counted from 1");
            }
        }
        return copy;
    }

    /** Whether the flag is set. */
    public boolean is(TrackFlag flag) {
        return flags.contains(flag);
    }

    /** What the track is for. */
    public TrackRole role() {
        return TrackRole.of(flags, title);
    }
}
