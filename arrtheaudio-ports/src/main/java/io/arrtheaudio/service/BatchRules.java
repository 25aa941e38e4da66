package io.arrtheaudio.service;

import java.time.Duration;
import java.util.Objects;

/**
 * How batches look for their files.
 *
 * @param chunk so many files are handed in at once
 * @param pause after each of these, so that others get their turn
 * @param atOnce so many batches look for files at the same time; others stand in line
 * @param limit so many jobs may be queued; a batch waits until there is room
 */
public record BatchRules(int chunk, Duration pause, int atOnce, long limit) {

    /** A moment after every few hundred files, two at a time, and the usual queue. */
    public static final BatchRules DEFAULT = new BatchRules(500, Duration.ofMillis(20), 2, 100_000);

    /** Checks the values. */
    public BatchRules {
        if (chunk < 1 || atOnce < 1 || limit < 0) {
            throw new IllegalArgumentException("chunks of " + chunk + " files and " + atOnce
                    + " batches at once must be at least 1, and a limit of " + limit + " jobs must not be negative");
        }
        Objects.requireNonNull(pause, "pause");
        if (pause.isNegative()) {
            throw new IllegalArgumentException("pause was " + pause + " but must not be negative");
        }
    }

    /** How many files can be handed in at once if nothing else is queued. */
    int piece() {
        return (int) Math.max(1, Math.min(chunk, limit));
    }
}
