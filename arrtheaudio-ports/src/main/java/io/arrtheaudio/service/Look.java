package io.arrtheaudio.service;

import io.arrtheaudio.port.out.HealthProbe;
import java.time.Duration;
import java.util.Objects;

/**
 * One thing to look at again and again.
 *
 * @param subject what is looked at, for people: "library /media/films"
 * @param probe looks
 * @param period how long after one look the next begins; zero if looking takes no time at all, so that it is done whenever
 *     somebody asks
 * @param limit a look that takes longer is told to have failed
 */
public record Look(String subject, HealthProbe probe, Duration period, Duration limit) {

    /** Checks the values. */
    public Look {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(probe, "probe");
        if (period.isNegative() || limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("a look at " + subject + " was to be repeated after " + period
                    + " and to take at most " + limit + " but neither may be negative, nor the latter zero");
        }
    }

    /** A look at what is in memory, which never waits for anything. */
    public static Look atOnce(String subject, HealthProbe probe) {
        return new Look(subject, probe, Duration.ZERO, Duration.ofSeconds(1));
    }

    boolean isAtOnce() {
        return period.isZero();
    }
}
