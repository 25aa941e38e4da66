package io.arrtheaudio.service;

import io.arrtheaudio.domain.job.Batch;
import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobEvent;
import io.arrtheaudio.domain.job.QueueFigures;
import io.arrtheaudio.port.in.JobWatch;
import io.arrtheaudio.port.in.JobWatcher;
import io.arrtheaudio.port.out.BatchStore;
import io.arrtheaudio.port.out.JobView;
import io.arrtheaudio.port.out.Telemetry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where those who change jobs say so, and those who watch are told. Saying so never waits for a watcher and costs next to
 * nothing while there is none: one thread of its own, which runs from the first watch to {@link #close}, tells them. What a
 * watcher has not been told yet is kept for it, of each job and batch the latest state; one that is so slow that this becomes
 * too much, or that throws, is told nothing more. Figures follow every change, but not more than four times a second.
 *
 * <p>Thread-safe.
 */
public final class JobBulletin implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobBulletin.class);

    /** So much may wait for one watcher. */
    private static final int MOST_AHEAD = 10_000;

    static final Duration BETWEEN_FIGURES = Duration.ofMillis(250);

    private final Supplier<QueueFigures> figures;
    private final Function<Job, List<Batch>> batches;
    private final JobTally tally;
    private final InstantSource clock;
    private final int mostAhead;
    private final List<Watch> watches = new CopyOnWriteArrayList<>();
    private Optional<Thread> teller = Optional.empty();
    /** Of all jobs that ended and belong to one batch alone the last is enough. */
    private final Map<String, Job> progressed = new LinkedHashMap<>();

    private boolean haveFiguresChanged;
    private Instant lastFigures = Instant.MIN;
    private boolean isClosed;

    /**
     * Tells of jobs and batches. The stores are read by the thread that tells, and only if somebody watches.
     *
     * @param jobs for the figures
     * @param batches for the progress of those whose jobs end
     * @param telemetry is told what becomes of jobs in the end, whoever watches
     */
    public JobBulletin(JobView jobs, BatchStore batches, Telemetry telemetry, InstantSource clock) {
        this(() -> jobs.figures(clock.instant()), job -> batchesOf(job, batches), telemetry, clock, MOST_AHEAD);
    }

    /** Tells of jobs, and of batches what it is told. */
    public JobBulletin(Supplier<QueueFigures> figures, InstantSource clock) {
        this(figures, job -> List.of(), Telemetry.SILENT, clock, MOST_AHEAD);
    }

    private static List<Batch> batchesOf(Job job, BatchStore batches) {
        String only = job.request().batch();
        return only.isEmpty()
                ? batches.ofJob(job.id())
                : batches.find(only).stream().toList();
    }

    JobBulletin(
            Supplier<QueueFigures> figures,
            Function<Job, List<Batch>> batches,
            Telemetry telemetry,
            InstantSource clock,
            int mostAhead) {
        this.figures = figures;
        this.batches = batches;
        this.tally = new JobTally(telemetry);
        this.clock = clock;
        this.mostAhead = mostAhead;
    }

    /** Where those who end jobs say so, watched or not. */
    JobTally tally() {
        return tally;
    }

    /** Whether anybody would be told; whoever would have to look something up first may ask. */
    boolean isWatched() {
        return !watches.isEmpty();
    }

    /** A job is new or has changed. */
    public void changed(Job job) {
        changed(List.of(job));
    }

    /** Jobs are new or have changed. */
    public void changed(Collection<Job> jobs) {
        if (isWatched()) {
            synchronized (this) {
                jobs.forEach(this::put);
                tellFigures();
            }
        }
    }

    /** A batch is new or has changed. */
    public void changed(Batch batch) {
        if (isWatched()) {
            synchronized (this) {
                put(batch);
                tellFigures();
            }
        }
    }

    /** Begins to tell somebody; nothing of what was before. */
    public synchronized JobWatch watch(JobWatcher watcher) {
        Watch watch = new Watch(watcher);
        if (!isClosed) {
            watches.add(watch);
            if (teller.isEmpty()) {
                teller = Optional.of(start());
            }
        }
        return watch;
    }

    /** Nobody is told anything any more. */
    @Override
    public synchronized void close() {
        isClosed = true;
        watches.clear();
        notifyAll();
    }

    private Thread start() {
        Thread thread = new Thread(this::tell, "job-bulletin");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void put(Job job) {
        put("job " + job.id(), new JobEvent.JobChanged(job));
        if (job.state().isEnd()) {
            String only = job.request().batch();
            progressed.put(only.isEmpty() ? "job " + job.id() : "batch " + only, job);
        }
    }

    private void put(Batch batch) {
        put("batch " + batch.id(), new JobEvent.BatchChanged(batch));
    }

    private void put(String about, JobEvent event) {
        watches.forEach(watch -> watch.put(about, event));
    }

    private void tellFigures() {
        haveFiguresChanged = true;
        notifyAll();
    }

    private void tell() {
        try {
            while (waitForNews()) {
                if (areFiguresDue()) {
                    putFigures(takeProgressed());
                }
                watches.forEach(Watch::tell);
            }
        } catch (InterruptedException e) {
            LOG.debug("nobody is told about jobs any more", e);
        }
    }

    /** Returns whether to go on. */
    private synchronized boolean waitForNews() throws InterruptedException {
        long pause = timeToFigures(); // asked once for each turn: asked again it may be 0, and waiting for 0 never ends
        while (!isClosed && watches.stream().noneMatch(Watch::hasNews) && pause != 0) {
            wait(Math.max(pause, 0));
            pause = timeToFigures();
        }
        return !isClosed;
    }

    /** In milliseconds; -1 if there is nothing to tell. */
    private long timeToFigures() {
        if (!haveFiguresChanged || lastFigures.equals(Instant.MIN)) {
            return haveFiguresChanged ? 0 : -1;
        }
        Duration since = Duration.between(lastFigures, clock.instant());
        Duration left = BETWEEN_FIGURES.minus(since);
        return since.isNegative() || left.isNegative() ? 0 : left.toMillis();
    }

    private synchronized boolean areFiguresDue() {
        boolean areDue = timeToFigures() == 0;
        if (areDue) {
            haveFiguresChanged = false;
            lastFigures = clock.instant();
        }
        return areDue;
    }

    private synchronized List<Job> takeProgressed() {
        List<Job> ended = List.copyOf(progressed.values());
        progressed.clear();
        return ended;
    }

    private void putFigures(List<Job> ended) {
        try {
            Set<Batch> changed = ended.stream()
                    .flatMap(job -> batches.apply(job).stream())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            JobEvent event = new JobEvent.QueueChanged(figures.get());
            synchronized (this) {
                changed.forEach(this::put);
                put("figures", event);
            }
        } catch (RuntimeException e) {
            LOG.warn("the figures of the queue cannot be told", e);
        }
    }

    /** Somebody who watches, and what is to be told next. */
    private final class Watch implements JobWatch {

        private final JobWatcher watcher;
        private Map<String, JobEvent> ahead = new LinkedHashMap<>();
        private boolean isTooSlow;

        Watch(JobWatcher watcher) {
            this.watcher = watcher;
        }

        /** What was to be told about the same is out of date. */
        void put(String about, JobEvent event) {
            ahead.remove(about);
            ahead.put(about, event);
            if (ahead.size() > mostAhead) {
                ahead = new LinkedHashMap<>();
                isTooSlow = true;
            }
        }

        boolean hasNews() {
            return isTooSlow || !ahead.isEmpty();
        }

        void tell() {
            try {
                for (JobEvent event : take()) {
                    if (!watches.contains(this)) {
                        return;
                    }
                    watcher.happened(event);
                }
            } catch (RuntimeException e) {
                LOG.error("somebody who watches jobs failed and is told nothing more", e);
                drop();
            }
        }

        private List<JobEvent> take() {
            synchronized (JobBulletin.this) {
                if (!isTooSlow) {
                    List<JobEvent> events = new ArrayList<>(ahead.values());
                    ahead = new LinkedHashMap<>();
                    return events;
                }
            }
            LOG.warn("somebody who watches jobs is too slow and is told nothing more");
            drop();
            return List.of();
        }

        private void drop() {
            close();
            try {
                watcher.dropped();
            } catch (RuntimeException e) {
                LOG.error("somebody who watches jobs failed once more", e);
            }
        }

        @Override
        public void close() {
            watches.remove(this);
        }
    }
}
