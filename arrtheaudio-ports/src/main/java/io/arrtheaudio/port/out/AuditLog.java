package io.arrtheaudio.port.out;

import io.arrtheaudio.domain.audit.AuditEntry;
import java.time.Instant;
import java.util.List;

/**
 * Keeps who asked for what. What is noted survives the end of the program, but need not be on disk when the method returns.
 *
 * <p>Throws {@link io.arrtheaudio.domain.failure.AudioFixException} with {@code RETRY_LATER} if it cannot be written or read.
 * An interrupt of the calling thread is kept for later and stops nothing.
 *
 * <p>Thread-safe, and safe among processes.
 */
public interface AuditLog {

    /** Keeps an entry. */
    void note(AuditEntry entry);

    /**
     * What was noted since a moment, the newest first.
     *
     * @param atMost how many at most
     */
    List<AuditEntry> since(Instant moment, int atMost);

    /** How many entries there are from before a moment. */
    long count(Instant before);

    /**
     * Forgets what was noted before a moment, in small steps: to be called until it answers 0.
     *
     * @param atMost how many at most
     * @return how many entries were forgotten
     */
    int forget(Instant before, int atMost);
}
