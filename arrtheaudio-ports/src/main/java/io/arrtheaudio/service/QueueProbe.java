package io.arrtheaudio.service;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.domain.job.JobQuery;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.QueueFigures;
import io.arrtheaudio.port.out.HealthProbe;
import io.arrtheaudio.port.out.JobView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks whether what is queued is taken up, and whether there is room for more. Reads a page at most.
 *
 * <p>Thread-safe.
 */
public final class QueueProbe implements HealthProbe {

    private static final String QUEUE = "queue";
    private static final int PAGE = 200;

    private final JobView jobs;
    private final Workers workers;
    private final long limit;
    private final Duration patience;
    private final InstantSource clock;
    private final StoreTrouble reading = new StoreTrouble("read the queue", JobTally.SILENT);

    /**
     * Looks at a queue.
     *
     * @param workers take up what is in it
     * @param limit so many jobs may be queued
     * @param patience if none is taken up for so long, something is wrong
     */
    public QueueProbe(JobView jobs, Workers workers, long limit, Duration patience, InstantSource clock) {
        this.jobs = jobs;
        this.workers = workers;
        this.limit = limit;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public List<Finding> examine() {
        try {
            Finding found = queue(jobs.figures(clock.instant()));
            reading.over();
            return List.of(found);
        } catch (AudioFixException e) {
            reading.met(e);
            return List.of(Finding.problem(
                    QUEUE, "it cannot be read: " + e.getMessage(), "look at the data folder and its disk"));
        }
    }

    /** Why it could not be read at the last look; empty if it could. */
    Optional<String> unreadable() {
        return reading.problem();
    }

    private Finding queue(QueueFigures figures) {
        if (isStuck(figures)) {
            return Finding.problem(
                    QUEUE,
                    "nobody takes up what is queued since " + workers.lastTaken() + "; " + words(figures),
                    "see whether another program on the same data folder holds jobs; restart the program");
        }
        return figures.count(JobState.QUEUED) >= limit
                ? Finding.problem(
                        QUEUE,
                        "it is full, as it may hold " + limit + ", and takes nothing but webhooks; " + words(figures),
                        "wait until files are done; processing.worker_count says how many are worked on at a time, and"
                                + " processing.max_queue_size how many may wait")
                : Finding.ok(QUEUE, words(figures));
    }

    private static String words(QueueFigures figures) {
        String counts = Stream.of(JobState.QUEUED, JobState.RUNNING, JobState.WAITING, JobState.FAILED)
                .map(state -> figures.count(state) + " " + state.word())
                .collect(Collectors.joining(", "));
        return figures.count(JobState.QUEUED) == 0
                ? counts
                : counts + "; the oldest was queued " + figures.oldest().toMinutes() + " min ago";
    }

    /** What is tried again later was accepted long ago and is queued all the same, so one must have been due for long. */
    private boolean isStuck(QueueFigures figures) {
        Instant before = clock.instant().minus(patience);
        return figures.oldest().compareTo(patience) > 0
                && workers.inHand().isEmpty()
                && workers.lastTaken().isBefore(before)
                && jobs.list(JobQuery.NEWEST.in(JobState.QUEUED).atMost(PAGE)).jobs().stream()
                        .anyMatch(job -> job.times().due().isBefore(before));
    }
}
