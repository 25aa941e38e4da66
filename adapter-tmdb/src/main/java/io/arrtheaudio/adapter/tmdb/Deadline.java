package io.arrtheaudio.adapter.tmdb;

import java.time.Duration;

/** When something must be over. */
record Deadline(long nanoTime) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
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
