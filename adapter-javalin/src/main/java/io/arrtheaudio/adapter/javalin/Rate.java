package io.arrtheaudio.adapter.javalin;

import java.time.Duration;

/**
 * How often something may be done.
 *
 * @param times how often, all at once if need be
 * @param period until that often again
 */
public record Rate(int times, Duration period) {

    /** Checks the values. */
    public Rate {
        if (times < 1) {
            throw new IllegalArgumentException("api.rate_limits: was " + times + " but must be at least 1");
        }
        if (period.toMillis() < 1) {
            throw new IllegalArgumentException("api.rate_limits: period was " + period + " but must be positive");
        }
    }

    /** So often a minute. */
    public static Rate perMinute(int times) {
        return new Rate(times, Duration.ofMinutes(1));
    }
}
