package io.arrtheaudio.domain.job;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many files of a batch are done.
 *
 * @param found how many were found until now
 * @param outcomes how many jobs ended how, by {@link JobResult#words} or {@code cancelled}; sorted by word
 * @param copiedBytes how many bytes were copied; in a dry run, how many may be at most
 */
public record BatchProgress(long found, Map<String, Long> outcomes, long copiedBytes) {

    /** Nothing yet. */
    public static final BatchProgress NONE = new BatchProgress(0, Map.of(), 0);

    /** Copies the map. */
    public BatchProgress {
        outcomes = Collections.unmodifiableMap(new TreeMap<>(outcomes));
    }

    /** How many have ended. */
    public long done() {
        return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many have not. */
    public long left() {
        return found - done();
    }

    /** More files were found. */
    public BatchProgress found(long more) {
        return new BatchProgress(found + more, outcomes, copiedBytes);
    }

    /** A job has ended. */
    public BatchProgress ended(Job job) {
        Map<String, Long> counts = new TreeMap<>(outcomes);
        counts.merge(wordOf(job), 1L, Long::sum);
        return new BatchProgress(found, counts, copiedBytes + job.result().copiedBytes());
    }

    /** Under which word a job that has ended is counted. */
    public static String wordOf(Job job) {
        if (!job.state().isEnd()) {
            throw new IllegalArgumentException("job " + job.id() + " is " + job.state() + " and has not ended");
        }
        return job.state() == JobState.CANCELLED
                ? job.state().word()
                : job.result().words();
    }
}
