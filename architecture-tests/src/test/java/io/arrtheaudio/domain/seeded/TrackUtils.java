package io.arrtheaudio.domain.seeded;

/** Breaks R12. */
public final class TrackUtils {

    int twice(int track) {
        return 2 * track;
    }
}
