package io.arrtheaudio.domain.health;

import java.util.List;

/**
 * How everything is that the program needs.
 *
 * @param checks each once
 */
public record Health(List<CheckResult> checks) {

    /** Checks the values; the list is copied. */
    public Health {
        checks = List.copyOf(checks);
        long names = checks.stream().map(CheckResult::name).distinct().count();
        if (names < checks.size()) {
            throw new IllegalArgumentException("there were " + checks.size() + " checks of " + names + " names");
        }
    }

    /** What the checks come to. */
    public HealthStatus status() {
        List<CheckResult> failed =
                checks.stream().filter(check -> !check.passed()).toList();
        if (failed.isEmpty()) {
            return HealthStatus.HEALTHY;
        }
        return failed.stream().anyMatch(check -> check.need() == Need.SERVING)
                ? HealthStatus.UNHEALTHY
                : HealthStatus.DEGRADED;
    }
}
