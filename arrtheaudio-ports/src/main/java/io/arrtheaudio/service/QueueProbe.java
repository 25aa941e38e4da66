package io.arrtheaudio.service;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobQuery;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.QueueFigures;
import io.arrtheaudio.domain.job.WaitReason;
import io.arrtheaudio.domain.library.PathMappings;
import io.arrtheaudio.port.out.HealthProbe;
import io.arrtheaudio.port.out.JobView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks whether what is queued is taken up, and whether files come in that are nowhere here. Reads a page or two at most. */
final class QueueProbe implements HealthProbe {

    private static final String QUEUE = "queue";
    private static final String MAPPINGS = "path mappings";
    /** Enough to meet a folder that is told of all the time. */
    private static final int PAGE = 200;

    private final JobView jobs;
    private final Supplier<PathMappings> mappings;
    private final Workers workers;
    private final Duration patience;
    private final InstantSource clock;

    QueueProbe(JobView jobs, Supplier<PathMappings> mappings, Workers workers, Duration patience, InstantSource clock) {
        this.jobs = jobs;
        this.mappings = mappings;
        this.workers = workers;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public List<Finding> examine() {
        try {
            QueueFigures figures = jobs.figures(clock.instant());
            return List.of(queue(figures), mappings(figures));
        } catch (AudioFixException e) {
            return List.of(Finding.problem(
                    QUEUE, "it cannot be read: " + e.getMessage(), "look at the data folder and its disk"));
        }
    }

    private Finding queue(QueueFigures figures) {
        return isStuck(figures)
                ? Finding.problem(
                        QUEUE,
                        "nobody takes up what is queued since " + workers.lastTaken() + "; " + words(figures),
                        "see whether another program on the same data folder holds jobs; restart the program")
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
                && newest(JobState.QUEUED).anyMatch(job -> job.times().due().isBefore(before));
    }

    private Finding mappings(QueueFigures figures) {
        PathMappings now = mappings.get();
        Set<String> folders = Stream.concat(
                        figures.count(WaitReason.UNMAPPED) == 0 ? Stream.empty() : newest(JobState.WAITING),
                        figures.count(JobState.FAILED) == 0 ? Stream.empty() : newest(JobState.FAILED))
                .filter(job -> !job.file().isMapped())
                .map(job -> now.folderNowhere(job.file().received()))
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        return folders.isEmpty()
                ? Finding.ok(MAPPINGS, "what was received is somewhere here")
                : Finding.warning(
                        MAPPINGS,
                        "files of " + String.join(", ", folders) + " were received, and nothing there is mapped",
                        "add a mapping to path_mappings; jobs that wait find it by themselves, those that failed must"
                                + " be tried again");
    }

    private Stream<Job> newest(JobState state) {
        return jobs.list(JobQuery.NEWEST.in(state).atMost(PAGE)).jobs().stream();
    }
}
