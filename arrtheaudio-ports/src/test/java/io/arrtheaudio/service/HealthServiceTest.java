package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.domain.health.Level;
import io.arrtheaudio.port.out.HealthProbe;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthServiceTest {

    private static final Finding FINE = Finding.ok("disk", "plenty of room");
    private static final Finding POOR = Finding.warning("tool", "not there", "install it");

    @Test
    void findings_come_in_the_order_of_the_probes() {
        assertThat(examine(() -> List.of(FINE, POOR), () -> List.of(FINE))).containsExactly(FINE, POOR, FINE);
    }

    @Test
    void a_probe_that_breaks_is_a_finding_and_keeps_no_other_from_looking() {
        List<Finding> findings = examine(
                () -> {
                    throw new IllegalStateException("a bug");
                },
                () -> List.of(FINE));

        assertThat(findings).hasSize(2).last().isEqualTo(FINE);
        assertThat(findings.get(0).level()).isEqualTo(Level.PROBLEM);
        assertThat(findings.get(0).found()).contains("a bug");
    }

    private static List<Finding> examine(HealthProbe... probes) {
        return new HealthService(List.of(probes)).examine();
    }
}
