package io.arrtheaudio.service;

import io.arrtheaudio.domain.audit.AuditEntry;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.port.in.AuditDesk;
import io.arrtheaudio.port.out.AuditLog;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down who asked for what, and when.
 *
 * <p>Thread-safe.
 */
public final class AuditService implements AuditDesk {

    private static final Logger LOG = LoggerFactory.getLogger(AuditService.class);

    private final AuditLog log;
    private final InstantSource clock;

    /** @param log where it is kept */
    public AuditService(AuditLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void note(String who, String action, String subject, String from, String outcome) {
        AuditEntry entry = new AuditEntry(clock.instant(), who, action, subject, from, outcome);
        try {
            log.note(entry);
        } catch (AudioFixException e) {
            LOG.warn("not kept: {}", entry, e);
        }
    }

    @Override
    public List<AuditEntry> since(Instant moment, int atMost) {
        return log.since(moment, atMost);
    }
}
