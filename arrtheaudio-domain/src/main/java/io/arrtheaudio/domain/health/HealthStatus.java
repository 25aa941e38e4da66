package io.arrtheaudio.domain.health;

import java.util.Locale;

/** How the whole program is. */
public enum HealthStatus {
    /** Every check is passed. */
    HEALTHY,
    /** It serves, but something that is needed is not as it should be. */
    DEGRADED,
    /** It cannot serve. */
    UNHEALTHY;

    /** {@code degraded}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
