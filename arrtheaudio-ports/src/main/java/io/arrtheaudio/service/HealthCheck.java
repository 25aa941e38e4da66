package io.arrtheaudio.service;

import io.arrtheaudio.domain.health.CheckName;
import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.domain.health.Level;
import io.arrtheaudio.domain.health.Need;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Something that is looked after, by one look or several.
 *
 * @param name which
 * @param need what depends on it
 * @param failsAt from this level of a finding on it has failed
 * @param looks at what, each subject once; asked all the time, so that it may follow the settings, and must answer at once
 */
public record HealthCheck(CheckName name, Need need, Level failsAt, Supplier<List<Look>> looks) {

    /** Checks the values. */
    public HealthCheck {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(need, "need");
        Objects.requireNonNull(failsAt, "failsAt");
        Objects.requireNonNull(looks, "looks");
    }

    /** One that fails at problems, and always looks at the same. */
    public static HealthCheck of(CheckName name, Need need, Look... looks) {
        List<Look> these = List.of(looks);
        return new HealthCheck(name, need, Level.PROBLEM, () -> these);
    }

    /**
     * One that the settings do without, and so looks at nothing.
     *
     * @param because {@code engine is builtin}
     */
    public static HealthCheck notNeeded(CheckName name, String because) {
        Finding finding = Finding.ok(name.word(), "not needed: " + because);
        return of(name, Need.NOTHING, Look.atOnce(name.word(), () -> List.of(finding)));
    }

    /** The same, failing at warnings too. */
    public HealthCheck strict() {
        return new HealthCheck(name, need, Level.WARNING, looks);
    }
}
