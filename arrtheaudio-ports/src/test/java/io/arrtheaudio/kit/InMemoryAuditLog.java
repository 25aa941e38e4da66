package io.arrtheaudio.kit;

import io.arrtheaudio.domain.audit.AuditEntry;
import io.arrtheaudio.port.out.AuditLog;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Who asked for what, in memory.
 *
 * <p>Thread-safe.
 */
public final class InMemoryAuditLog implements AuditLog {

    private static final Comparator<AuditEntry> BY_AGE = Comparator.comparing(AuditEntry::at);

    private final List<AuditEntry> entries = new ArrayList<>(); // the oldest first

    @Override
    public synchronized void note(AuditEntry entry) {
        entries.add(entry);
        entries.sort(BY_AGE);
    }

    @Override
    public synchronized List<AuditEntry> since(Instant moment, int atMost) {
        Instant first = moment.truncatedTo(ChronoUnit.MILLIS);
        List<AuditEntry> newest = new ArrayList<>(entries);
        Collections.reverse(newest);
        return newest.stream()
                .filter(entry -> !entry.at().isBefore(first))
                .limit(atMost)
                .toList();
    }

    @Override
    public synchronized long count(Instant before) {
        Instant end = before.truncatedTo(ChronoUnit.MILLIS);
        return entries.stream().filter(entry -> entry.at().isBefore(end)).count();
    }

    @Override
    public synchronized int forget(Instant before, int atMost) {
        Instant end = before.truncatedTo(ChronoUnit.MILLIS);
        List<AuditEntry> old = entries.stream()
                .filter(entry -> entry.at().isBefore(end))
                .limit(atMost)
                .toList();
        entries.subList(0, old.size()).clear();
        return old.size();
    }
}
