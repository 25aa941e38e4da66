package io.arrtheaudio.adapter.javalin;

import io.arrtheaudio.domain.audit.AuditEntry;
import io.arrtheaudio.port.in.AuditDesk;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers in memory who asked for what. */
final class KeptAudit implements AuditDesk {

    private final List<AuditEntry> entries = new CopyOnWriteArrayList<>();
    private final InstantSource clock;

    KeptAudit(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void note(String who, String action, String subject, String from, String outcome) {
        entries.add(0, new AuditEntry(clock.instant(), who, action, subject, from, outcome));
    }

    @Override
    public List<AuditEntry> since(Instant moment, int atMost) {
        return entries.stream()
                .filter(entry -> !entry.at().isBefore(moment))
                .limit(atMost)
                .toList();
    }

    /** All of it, the newest first. */
    List<AuditEntry> all() {
        return List.copyOf(entries);
    }
}
