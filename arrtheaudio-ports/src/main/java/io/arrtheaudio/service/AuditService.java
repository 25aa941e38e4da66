package io.arrtheaudio.service;

import io.arrtheaudio.domain.audit.AuditEntry;
import io.arrtheaudio.port.in.AuditDesk;
import io.arrtheaudio.port.out.AuditLog;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers who asked for what as well as it can.
 *
 * <p>Thread-safe.
 */
public final class AuditService implements AuditDesk {

    private static final Logger LOG = LoggerFactory.getLogger(AuditService.class);

    private final AuditLog log;
    private final InstantSource clock;

    /** Remembers in a log. */
    public AuditService(AuditLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void note(String who, String action, String subject, String from, String outcome) {
        try {
            log.note(new AuditEntry(clock.instant(), who, action, subject, from, outcome));
        } catch (RuntimeException e) {
            LOG.warn(
                    "it is not remembered that {} asked for '{} {}' from {} ({}): {}",
                    who,
                    action,
                    subject,
                    from,
                    outcome,
                    e.getMessage(),
                    e);
        }
    }

    @Override
    public List<AuditEntry> since(Instant moment, int atMost) {
        return log.since(moment, atMost);
    }
}
