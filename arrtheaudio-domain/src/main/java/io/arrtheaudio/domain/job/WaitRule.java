package io.arrtheaudio.domain.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When what waits is looked at again: after as long as it has waited already, so that the intervals double.
 *
 * @param shortest interval
 * @param longest interval
 * @param atMost after so much time it has waited long enough
 */
public record WaitRule(Duration shortest, Duration longest, Duration atMost) {

    /** Checks the values. */
    public WaitRule {
        if (shortest.isNegative() || shortest.isZero() || shortest.compareTo(longest) > 0) {
            throw new IllegalArgumentException("the shortest interval was " + shortest + " but must be more than 0 and"
                    + " not more than the longest, " + longest);
        }
        if (atMost.isNegative()) {
            throw new IllegalArgumentException("atMost was " + atMost + " but must not be negative");
        }
    }

    /**
     * When to look next; the last look is at the very end of the time.
     *
     * @param wait of the job, which may not have begun to wait
     * @return empty if it has waited long enough
     */
    public Optional<Instant> nextLook(JobWait wait, Instant now) {
        Duration waited = wait.reason() == WaitReason.NONE ? Duration.ZERO : Duration.between(wait.since(), now);
        Duration left = atMost.minus(waited);
        if (left.isNegative() || left.isZero()) {
            return Optional.empty();
        }
        Duration interval = waited.compareTo(shortest) < 0 ? shortest : waited;
        return Optional.of(now.plus(least(least(interval, longest), left)));
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
