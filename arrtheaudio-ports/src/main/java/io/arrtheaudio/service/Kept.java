package io.arrtheaudio.service;

import io.arrtheaudio.port.out.AuditLog;
import io.arrtheaudio.port.out.JobStore;
import io.arrtheaudio.port.out.LanguageCache;
import io.arrtheaudio.port.out.Leftovers;
import io.arrtheaudio.port.out.OldChanges;
import java.util.Objects;

/**
 * What grows while the program works.
 *
 * @param jobs with their webhooks and batches
 * @param audit who asked for what
 * @param answers about titles
 * @param changes the journal's
 * @param files what programs that were killed have left
 */
public record Kept(JobStore jobs, AuditLog audit, LanguageCache answers, OldChanges changes, Leftovers files) {

    /** Checks that the values are there. */
    public Kept {
        Objects.requireNonNull(jobs, "jobs");
        Objects.requireNonNull(audit, "audit");
        Objects.requireNonNull(answers, "answers");
        Objects.requireNonNull(changes, "changes");
        Objects.requireNonNull(files, "files");
    }
}
