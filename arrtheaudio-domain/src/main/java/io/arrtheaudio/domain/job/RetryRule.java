package io.arrtheaudio.domain.job;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When what failed is tried again: each time after twice as long, and a little later, so that many that failed at once do
 * not come back at once.
 *
 * @param retries how often, at most; 0 for never
 * @param delay before the first time
 * @param longest before any time, without the little that chance adds
 */
public record RetryRule(int retries, Duration delay, Duration longest) {

    private static final int MOST_DOUBLINGS = 30;

    /** Checks the values. */
    public RetryRule {
        if (retries < 0) {
            throw new IllegalArgumentException("retries was " + retries + " but must not be negative");
        }
        if (delay.isNegative() || delay.compareTo(longest) > 0) {
            throw new IllegalArgumentException("delay was " + delay + " but must be 0 to " + longest);
        }
    }

    /**
     * How long to wait.
     *
     * @param failed how many tries have failed, at least 1
     * @param chance adds up to half as much again
     * @return empty if it is not tried again
     */
    public Optional<Duration> after(int failed, RandomGenerator chance) {
        if (failed < 1) {
            throw new IllegalArgumentException("failed was " + failed + " but must be at least 1");
        }
        if (failed > retries) {
            return Optional.empty();
        }
        Duration doubled = delay;
        for (int i = 1; i < Math.min(failed, MOST_DOUBLINGS) && doubled.compareTo(longest) < 0; i++) {
            doubled = doubled.multipliedBy(2);
        }
        long millis = (doubled.compareTo(longest) < 0 ? doubled : longest).toMillis();
        return Optional.of(Duration.ofMillis(millis + chance.nextLong(millis / 2 + 1)));
    }
}
