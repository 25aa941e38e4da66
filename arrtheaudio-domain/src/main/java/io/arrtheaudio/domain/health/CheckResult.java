package io.arrtheaudio.domain.health;

import java.util.List;
import java.util.Objects;

/**
 * How a check came out.
 *
 * @param name which
 * @param need what depends on it
 * @param passed whether it is as it should be; so is always what nothing depends on
 * @param observations what was seen, at least one thing
 */
public record CheckResult(CheckName name, Need need, boolean passed, List<Observation> observations) {

    /** Checks the values; the list is copied. */
    public CheckResult {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(need, "need");
        observations = List.copyOf(observations);
        if (observations.isEmpty()) {
            throw new IllegalArgumentException("check " + name.word() + " came out without anything seen");
        }
        if (!passed && need == Need.NOTHING) {
            throw new IllegalArgumentException("check " + name.word() + " failed but nothing depends on it");
        }
    }

    /**
     * Judges what was seen.
     *
     * @param failsAt from this level on the check has failed
     */
    public static CheckResult of(CheckName name, Need need, Level failsAt, List<Observation> observations) {
        boolean passed = need == Need.NOTHING
                || observations.stream()
                        .noneMatch(seen -> seen.finding().level().compareTo(failsAt) >= 0);
        return new CheckResult(name, need, passed, observations);
    }

    /** The first of the worst things that were seen. */
    public Observation worst() {
        Observation worst = observations.get(0);
        for (Observation seen : observations) {
            if (seen.finding().level().compareTo(worst.finding().level()) > 0) {
                worst = seen;
            }
        }
        return worst;
    }
}
