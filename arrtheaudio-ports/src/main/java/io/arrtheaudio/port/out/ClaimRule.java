package io.arrtheaudio.port.out;

import io.arrtheaudio.domain.media.Container;
import java.time.Instant;
import java.util.Map;

/**
 * Which jobs a worker takes.
 *
 * @param leaseUntil until when it holds one, unless it renews that
 * @param mostRunning how many files that are named like this container may be worked on at once, those included that other
 *     workers and programs have; a container that is not listed has no limit
 */
public record ClaimRule(Instant leaseUntil, Map<Container, Integer> mostRunning) {

    /** Copies the map. */
    public ClaimRule {
        mostRunning = Map.copyOf(mostRunning);
    }

    /** Any job. */
    public static ClaimRule anything(Instant leaseUntil) {
        return new ClaimRule(leaseUntil, Map.of());
    }
}
