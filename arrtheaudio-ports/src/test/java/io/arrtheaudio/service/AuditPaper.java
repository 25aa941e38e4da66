package io.arrtheaudio.service;

import io.arrtheaudio.domain.audit.AuditEntry;
import io.arrtheaudio.port.out.AuditLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Who asked for what, on paper. */
final class AuditPaper implements AuditLog {

    private final List<AuditEntry> entries = new ArrayList<>();

    @Override
    public synchronized void note(AuditEntry entry) {
        entries.add(entry);
    }

    @Override
    public synchronized List<AuditEntry> since(Instant moment, int atMost) {
        List<AuditEntry> newest = new ArrayList<>(entries);
        Collections.reverse(newest);
        return newest.stream()
                .filter(entry -> !entry.at().isBefore(moment))
                .limit(atMost)
                .toList();
    }

    @Override
    public synchronized int forget(Instant before, int atMost) {
        List<AuditEntry> old = entries.stream()
                .filter(entry -> entry.at().isBefore(before))
                .limit(atMost)
                .toList();
        entries.removeAll(old);
        return old.size();
    }
}
