package io.arrtheaudio.service;

import io.arrtheaudio.domain.job.Batch;
import io.arrtheaudio.domain.job.BatchRequest;
import io.arrtheaudio.domain.job.BatchState;
import io.arrtheaudio.domain.job.JobPage;
import io.arrtheaudio.domain.job.JobQuery;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.port.in.BatchAnswer;
import io.arrtheaudio.port.in.BatchDesk;
import io.arrtheaudio.port.out.BatchStore;
import io.arrtheaudio.port.out.JobView;
import io.arrtheaudio.port.out.MediaFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for the files of batches on threads of its own, a few batches at a time, and hands them in piece by piece. When the
 * queue is full meanwhile it waits for room. Only what really lies in a library is looked for. A path in a library at which
 * there is nothing is accepted, and its batch fails with a note that says so: whoever may name the libraries may know what is
 * in them. Jobs that a batch makes are told to watchers as the batch's growth, not one by one.
 *
 * <p>A batch whose files are still looked for when this is closed stays so, and is walked through once more by
 * {@link #resume} of a later run.
 *
 * <p>Thread-safe.
 */
public final class BatchService implements BatchDesk, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BatchService.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final Duration FOR_A_DISK = Duration.ofSeconds(10);
    private static final int MOST_LOOKS_AT_ONCE = 8;
    private static final long MOST_SECONDS_TO_CLOSE = 1;

    private final BatchStore store;
    private final JobView jobs;
    private final MediaFiles files;
    private final LibraryGate gate;
    private final BatchRules rules;
    private final BatchWalk.Around around;
    private final Map<String, BatchWalk> walks = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor threads;
    private final Glance glance = new Glance(MOST_LOOKS_AT_ONCE);

    /** Everything from outside is handed in. */
    public BatchService(
            BatchStore store,
            JobView jobs,
            MediaFiles files,
            LibraryGate gate,
            BatchRules rules,
            JobBulletin bulletin,
            WorkSignal work,
            InstantSource clock) {
        this(store, jobs, files, gate, rules, new BatchWalk.Around(bulletin, work, clock, LOOK_AGAIN, FOR_A_DISK));
    }

    BatchService(
            BatchStore store,
            JobView jobs,
            MediaFiles files,
            LibraryGate gate,
            BatchRules rules,
            BatchWalk.Around around) {
        this.store = store;
        this.jobs = jobs;
        this.files = files;
        this.gate = gate;
        this.rules = rules;
        this.around = around;
        this.threads = new ThreadPoolExecutor(
                rules.atOnce(), rules.atOnce(), 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "batch-walk");
                    thread.setDaemon(true);
                    return thread;
                });
        this.threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public BatchAnswer start(BatchRequest request) {
        Optional<Path> real = glance.need("the library", () -> entered(request.path()), around.disk());
        if (real.isEmpty()) {
            return new BatchAnswer.NotAllowed();
        }
        long queued = jobs.figures(around.clock().instant()).count(JobState.QUEUED);
        if (queued >= rules.limit()) {
            return new BatchAnswer.QueueFull(queued, rules.limit());
        }
        return store.start(request.at(real.get()), around.clock().instant())
                .fold(
                        started -> {
                            around.bulletin().changed(started.batch());
                            LOG.info(
                                    "batch {} looks through {}{}",
                                    started.batch().id(),
                                    real.get(),
                                    request.dryRun() ? "; dry run" : "");
                            walk(started.batch());
                            return new BatchAnswer.Started(started.batch());
                        },
                        running -> new BatchAnswer.AlreadyRunning(running.batch()));
    }

    /** Takes over the batches that an earlier run left, and looks for their files once more. Once, when the program starts. */
    public void resume() {
        store.takeAbandoned().forEach(this::walk);
    }

    @Override
    public Optional<Batch> find(String id) {
        return store.find(id);
    }

    @Override
    public List<Batch> list(String before, int atMost) {
        return store.list(before, atMost);
    }

    @Override
    public Optional<Batch> cancel(String id, String because) {
        Optional<Batch> before = store.find(id);
        Optional<Batch> batch = store.cancel(id, because, around.clock().instant());
        before.ifPresent(
                then -> batch.ifPresent(now -> around.bulletin().tally().cancelled(then, now)));
        Optional.ofNullable(walks.get(id)).ifPresent(BatchWalk::stop);
        batch.filter(cancelled -> cancelled.state() == BatchState.CANCELLED)
                .ifPresent(cancelled -> LOG.info("batch {} is cancelled: {}", id, because));
        batch.ifPresent(around.bulletin()::changed);
        return batch;
    }

    @Override
    public Optional<JobPage> results(String id, JobQuery query) {
        return store.find(id).map(batch -> jobs.list(query.ofBatch(id)));
    }

    /** Stops looking for files and waits a second at most; one that hangs at a disk does nothing more once that answers. */
    @Override
    public void close() {
        glance.close();
        threads.shutdown();
        walks.values().forEach(BatchWalk::stop);
        try {
            if (!threads.awaitTermination(MOST_SECONDS_TO_CLOSE, TimeUnit.SECONDS)) {
                LOG.warn("a disk does not answer; the batch that waits for it goes on when the program starts again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Path> entered(Path path) {
        Optional<Path> real = gate.enter(path);
        if (real.isEmpty()) {
            gate.expectThere(path);
        }
        return real;
    }

    private void walk(Batch batch) {
        BatchWalk walk = new BatchWalk(batch, store, files, gate, rules, around);
        walks.put(batch.id(), walk);
        try {
            threads.execute(() -> {
                try {
                    walk.run();
                } finally {
                    walks.remove(batch.id());
                }
            });
        } catch (RejectedExecutionException e) {
            walks.remove(batch.id());
            LOG.info("batch {} goes on when the program starts again", batch.id());
        }
    }
}
