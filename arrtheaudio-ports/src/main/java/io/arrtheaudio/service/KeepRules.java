package io.arrtheaudio.service;

import java.time.Duration;

/**
 * How long what has ended is kept.
 *
 * @param jobs that were completed or cancelled, with their webhooks and batches
 * @param failedJobs that failed
 * @param audit who asked for what
 */
public record KeepRules(Duration jobs, Duration failedJobs, Duration audit) {

    /** A month; a season for what went wrong and who did what. */
    public static final KeepRules DEFAULT =
            new KeepRules(Duration.ofDays(30), Duration.ofDays(90), Duration.ofDays(90));

    /** Checks the values. */
    public KeepRules {
        if (jobs.isNegative() || failedJobs.isNegative() || audit.isNegative()) {
            throw new IllegalArgumentException("jobs were to be kept " + jobs + ", failed ones " + failedJobs
                    + " and the audit " + audit + ", but none must be negative");
        }
    }
}
