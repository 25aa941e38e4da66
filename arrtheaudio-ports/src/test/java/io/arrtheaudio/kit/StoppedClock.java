package io.arrtheaudio.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that stands still until it is told otherwise.
 *
 * <p>Thread-safe.
 */
public final class StoppedClock implements InstantSource {

    private volatile Instant now;

    /** Stands at a moment. */
    public StoppedClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Sets it to another moment, earlier ones included. */
    public void set(Instant moment) {
        now = moment;
    }

    /** Sets it forward, or back if the time is negative. */
    public void advance(Duration time) {
        now = now.plus(time);
    }
}
