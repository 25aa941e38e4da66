package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrtheaudio.domain.audit.AuditEntry;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.kit.InMemoryAuditLog;
import io.arrtheaudio.kit.StoppedClock;
import io.arrtheaudio.port.out.AuditLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditServiceTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final StoppedClock clock = new StoppedClock(NOON);
    private final InMemoryAuditLog log = new InMemoryAuditLog();
    private final AuditService audit = new AuditService(log, clock);

    @Test
    void what_is_asked_for_is_remembered_with_the_time_and_told_the_newest_first() {
        audit.note("api key", "cancel", "job 41", "192.0.2.7", "cancelled");
        clock.advance(Duration.ofMinutes(1));
        audit.note("nobody", "batch", "", "2001:db8::7", "refused");

        AuditEntry first = new AuditEntry(NOON, "api key", "cancel", "job 41", "192.0.2.7", "cancelled");
        AuditEntry second = new AuditEntry(clock.instant(), "nobody", "batch", "", "2001:db8::7", "refused");
        assertThat(audit.since(NOON, 10)).containsExactly(second, first);
        assertThat(audit.since(NOON, 1)).containsExactly(second);
        assertThat(audit.since(NOON.plusSeconds(1), 10)).containsExactly(second);
    }

    @Test
    void what_cannot_be_kept_stops_nobody() {
        AuditService full = new AuditService(new FullLog(), clock);

        assertThatCode(() -> full.note("api key", "undo", "job 7", "192.0.2.7", "done"))
                .doesNotThrowAnyException();
    }

    @Test
    void what_cannot_be_read_is_told() {
        FullLog log = new FullLog();
        AuditService full = new AuditService(log, clock);

        assertThatThrownBy(() -> full.since(NOON, 10)).isSameAs(log.problem);
    }

    private static final class FullLog implements AuditLog {

        final AudioFixException problem = new AudioFixException(Remedy.RETRY_LATER, "the disk is full");

        @Override
        public void note(AuditEntry entry) {
            throw problem;
        }

        @Override
        public List<AuditEntry> since(Instant moment, int atMost) {
            throw problem;
        }

        @Override
        public long count(Instant before) {
            throw problem;
        }

        @Override
        public int forget(Instant before, int atMost) {
            throw problem;
        }
    }
}
