package io.arrtheaudio.port.in;

import io.arrtheaudio.domain.audit.AuditEntry;
import java.time.Instant;
import java.util.List;

/**
 * Remembers who asked for what.
 *
 * <p>Thread-safe.
 */
public interface AuditDesk {

    /**
     * Remembers that something was asked for just now. Throws nothing: what cannot be kept is logged, and does not stop
     * what was asked for.
     *
     * @param who which key was shown, in words; never the key
     * @param action what was asked for, in one word
     * @param subject what it was about; may be empty
     * @param from the address of the client
     * @param outcome what became of it, in a few words
     */
    void note(String who, String action, String subject, String from, String outcome);

    /**
     * What was asked for since a moment, the newest first.
     *
     * @param atMost how many at most
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code RETRY_LATER} if it cannot be read
     */
    List<AuditEntry> since(Instant moment, int atMost);
}
