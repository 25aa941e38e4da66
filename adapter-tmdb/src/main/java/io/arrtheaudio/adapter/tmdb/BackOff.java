package io.arrtheaudio.adapter.tmdb;

import java.time.Duration;

/**
 * How long to wait before another try.
 *
 * @param first before the second one; doubled before each further one
 * @param cap the longest wait before another try that TMDB may ask for
 */
record BackOff(Duration first, Duration cap) {

    private static final int MOST_DOUBLINGS = 10;

    /** Programs that failed together shall not come back together. */
    private static final double SPREAD = 0.25;

    /**
     * The wait.
     *
     * @param failed how many tries there were
     * @param asked what TMDB wishes, zero if it said nothing; it is not undercut unless it is above the cap
     * @param chance 0 to 1
     */
    Duration after(int failed, Duration asked, double chance) {
        if (!asked.isZero()) {
            return capped(scaled(asked, 1 + SPREAD * chance));
        }
        long doubled = first.toNanos() << Math.min(failed - 1, MOST_DOUBLINGS);
        return scaled(Duration.ofNanos(doubled), 1 - SPREAD + 2 * SPREAD * chance);
    }

    /** Whether nobody waits for so long. */
    boolean isTooLong(Duration asked) {
        return asked.compareTo(cap) > 0;
    }

    private Duration capped(Duration asked) {
        return isTooLong(asked) ? cap : asked;
    }

    private static Duration scaled(Duration duration, double factor) {
        return Duration.ofNanos((long) (duration.toNanos() * factor));
    }
}
