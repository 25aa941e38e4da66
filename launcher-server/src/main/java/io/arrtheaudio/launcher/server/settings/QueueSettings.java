package io.arrtheaudio.launcher.server.settings;

import io.arrtheaudio.domain.job.RetryRule;
import java.time.Duration;
import java.util.Objects;

/**
 * What becomes of jobs.
 *
 * @param limit how many batches and people may queue
 * @param mp4AtOnce how many MP4 files tools rewrite at a time
 * @param retries when what failed is tried again
 * @param patience how long a job may wait for its file, for room, or for the end of seeding
 * @param history how long jobs are kept that ended
 * @param failedHistory how long jobs are kept that failed
 * @param cleanUpEvery how often older ones are forgotten
 * @param stopTimeout how long files in hand may take when the daemon stops
 * @param batchChunk how many files of a batch are queued in one step
 * @param batchPause after each of these steps
 */
public record QueueSettings(
        int limit,
        int mp4AtOnce,
        RetryRule retries,
        Duration patience,
        Duration history,
        Duration failedHistory,
        Duration cleanUpEvery,
        Duration stopTimeout,
        int batchChunk,
        Duration batchPause) {

    /** What holds if nothing is said about it. */
    public static final QueueSettings DEFAULT = new QueueSettings(
            100_000,
            1,
            new RetryRule(2, Duration.ofSeconds(60), Duration.ofHours(1)),
            Duration.ofDays(30),
            Duration.ofDays(30),
            Duration.ofDays(90),
            Duration.ofHours(24),
            Duration.ofSeconds(30),
            1_000,
            Duration.ZERO);

    /** Checks that the values are there. */
    public QueueSettings {
        Objects.requireNonNull(retries, "retries");
        Objects.requireNonNull(patience, "patience");
        Objects.requireNonNull(history, "history");
        Objects.requireNonNull(failedHistory, "failedHistory");
        Objects.requireNonNull(cleanUpEvery, "cleanUpEvery");
        Objects.requireNonNull(stopTimeout, "stopTimeout");
        Objects.requireNonNull(batchPause, "batchPause");
    }
}
