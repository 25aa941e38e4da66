package io.arrtheaudio.domain.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What was found, and when.
 *
 * @param finding what was found
 * @param at when the look at it began
 * @param took how long that look took, or has taken so far
 */
public record Observation(Finding finding, Instant at, Duration took) {

    /** Checks the values; clocks may be set back, so a negative time counts as none. */
    public Observation {
        Objects.requireNonNull(finding, "finding");
        Objects.requireNonNull(at, "at");
        took = took.isNegative() ? Duration.ZERO : took;
    }
}
