package io.arrtheaudio.service;

import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.port.in.HealthDesk;
import io.arrtheaudio.port.out.HealthProbe;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks every probe.
 *
 * <p>Thread-safe.
 */
public final class HealthService implements HealthDesk {

    private static final Logger LOG = LoggerFactory.getLogger(HealthService.class);

    private final List<HealthProbe> probes;

    /** @param probes in the order of their findings */
    public HealthService(List<HealthProbe> probes) {
        this.probes = List.copyOf(probes);
    }

    @Override
    public List<Finding> examine() {
        return probes.stream().flatMap(HealthService::ask).toList();
    }

    /** A probe that breaks tells nothing of the others. */
    private static Stream<Finding> ask(HealthProbe probe) {
        try {
            return probe.examine().stream();
        } catch (RuntimeException e) {
            LOG.error("a probe failed", e);
            return Stream.of(Finding.problem(
                    probe.getClass().getSimpleName(), "it failed unexpectedly: " + e, "please report this"));
        }
    }
}
