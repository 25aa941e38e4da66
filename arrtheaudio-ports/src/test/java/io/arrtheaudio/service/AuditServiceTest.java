package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.audit.AuditEntry;
import io.arrtheaudio.kit.SampleJobs;
import io.arrtheaudio.kit.StoppedClock;
import io.arrtheaudio.port.out.AuditLog;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AuditServiceTest {

    private final StoppedClock clock = new StoppedClock(SampleJobs.NOON);

    @Test
    void what_is_asked_for_is_kept_with_its_moment() {
        AuditService service = new AuditService(new AuditPaper(), clock);
        service.note("api key", "cancel", "job 41", "10.0.0.7", "done");
        clock.advance(Duration.ofMinutes(1));
        service.note("wrong key", "batch", "", "10.0.0.8", "refused");

        assertThat(service.since(Instant.EPOCH, 10))
                .containsExactly(
                        new AuditEntry(clock.instant(), "wrong key", "batch", "", "10.0.0.8", "refused"),
                        new AuditEntry(SampleJobs.NOON, "api key", "cancel", "job 41", "10.0.0.7", "done"));
        assertThat(service.since(clock.instant(), 10)).hasSize(1);
        assertThat(service.since(Instant.EPOCH, 1)).hasSize(1);
    }

    @Test
    void what_cannot_be_kept_stops_nothing() {
        AuditLog full = WorkDesk.failing(AuditLog.class, new AuditPaper(), "note", () -> true);
        AuditService service = new AuditService(full, clock);

        service.note("api key", "cancel", "job 41", "10.0.0.7", "done");

        assertThat(service.since(Instant.EPOCH, 10)).isEmpty();
    }
}
