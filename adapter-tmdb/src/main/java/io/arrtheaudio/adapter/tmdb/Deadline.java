package io.arrtheaudio.adapter.tmdb;

import java.time.Duration;

/**
 * When something must be over.
 *
 * <p>One thread at a time.
 */
final class Deadline {

    private long nanoTime;

    private Deadline(long nanoTime) {
        this.nanoTime = nanoTime;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** Does this while its time stands still. */
    void whileItStands(Runnable wait) {
        long start = System.nanoTime();
        try {
            wait.run();
        } finally {
            nanoTime += System.nanoTime() - start;
        }
    }

    /** How long it is until then; never negative. */
    Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }

    /** This long, or what is left. */
    Duration atMost(Duration time) {
        Duration remaining = remaining();
        return remaining.compareTo(time) < 0 ? remaining : time;
    }

    boolean isOver() {
        return remaining().isZero();
    }
}
