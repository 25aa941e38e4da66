package io.arrtheaudio.domain.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * One thing that somebody asked for. Never holds a key.
 *
 * @param at when
 * @param who which key was shown, in words: {@code api key}, {@code webhook secret}, {@code nobody}, {@code wrong key}
 * @param action what was asked for, in one word: {@code cancel}, {@code retry}, {@code undo}, {@code batch} ...
 * @param subject what it was about: {@code job 41}, a path; empty if about nothing in particular
 * @param from the address of the client
 * @param outcome what became of it, in a few words
 */
public record AuditEntry(Instant at, String who, String action, String subject, String from, String outcome) {

    /** Checks the values and cuts the moment to the millisecond. */
    public AuditEntry {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(outcome, "outcome");
    }
}
