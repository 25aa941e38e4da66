package io.arrtheaudio.launcher.server;

import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.port.in.HealthDesk;
import io.arrtheaudio.port.out.HealthProbe;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * What is well with the daemon: its workers and its queue each time it is asked, and what costs something to look at (tools,
 * libraries, TMDB, the whole database) only now and then.
 *
 * <p>Thread-safe.
 */
final class DaemonHealth implements HealthDesk {

    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(15);

    private final HealthDesk often;
    private final HealthDesk rarely;
    private final InstantSource clock;
    private List<Finding> seen = List.of();
    private Instant nextLook = Instant.MIN;

    DaemonHealth(HealthDesk often, HealthDesk rarely, InstantSource clock) {
        this.often = often;
        this.rarely = rarely;
        this.clock = clock;
    }

    @Override
    public synchronized List<Finding> examine() {
        if (!clock.instant().isBefore(nextLook)) {
            seen = rarely.examine();
            nextLook = clock.instant().plus(BETWEEN_LOOKS);
        }
        List<Finding> findings = new ArrayList<>(often.examine());
        findings.addAll(seen);
        return List.copyOf(findings);
    }

    /** Whether nothing works at all while this is a problem. */
    static boolean isVital(Finding finding) {
        return finding.subject().startsWith("database") || finding.subject().equals("workers");
    }

    /** Nobody may name a file, nor is any changed, while no library is named. */
    static HealthProbe libraries(LiveSettings settings) {
        return () -> settings.libraries().isEmpty()
                ? List.of(Finding.warning(
                        "libraries",
                        "none is named, so that no file may be changed",
                        "set libraries or path_mappings in the settings"))
                : List.of();
    }
}
