package io.arrtheaudio.bench.page;

import java.time.Duration;

/** How much is measured. */
public enum Effort {
    /** Enough to see that everything runs; the figures mean nothing. */
    TRY,
    /** What the page shows. */
    USUAL,
    /** More than fits into the time of a usual run. */
    WHOLE;

    private static final int LESS = 20;

    /** How often something is done that is usually done so often. */
    public int rounds(int usual) {
        return this == TRY ? Math.min(usual, 2) : usual;
    }

    /** How many there are of something of which there are usually so many. */
    public int count(int usual) {
        return this == TRY ? Math.max(1, usual / LESS) : usual;
    }

    /** How long something is done that usually takes so long. */
    public Duration time(Duration usual) {
        return this == TRY ? usual.dividedBy(LESS) : usual;
    }
}
