package io.arrtheaudio.service;

import io.arrtheaudio.port.out.JobQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads that do jobs, and one that looks after them: it sees to it that they keep what they have as long as they need it
 * and learn when to stop, takes back what programs that are gone had, and replaces a worker that died.
 *
 * <p>Thread-safe.
 */
public final class Workers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    private final WorkerRules rules;
    private final JobRunner runner;
    private final WorkSignal signal;
    private final Workbench bench;
    private final LeaseKeeper leases;
    private final Worker.Troubles troubles;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService pool;
    private final Thread keeper;
    private final AtomicBoolean isClosed = new AtomicBoolean();
    private final AtomicInteger alive = new AtomicInteger();
    private final AtomicInteger died = new AtomicInteger();
    private volatile String lastDeath = "";

    private Workers(
            JobQueue queue,
            JobRunner runner,
            JobBulletin bulletin,
            WorkSignal signal,
            WorkerRules rules,
            InstantSource clock) {
        this.rules = Objects.requireNonNull(rules, "rules");
        this.runner = Objects.requireNonNull(runner, "runner");
        this.signal = Objects.requireNonNull(signal, "signal");
        this.bench = new Workbench(queue, rules, bulletin, clock);
        this.leases = new LeaseKeeper(bench, signal, rules, bulletin.tally(), clock);
        this.troubles = new Worker.Troubles(
                new StoreTrouble("take up jobs", bulletin.tally()), new StoreTrouble("hand in jobs", bulletin.tally()));
        this.pool = Executors.newFixedThreadPool(rules.workers(), named("worker"));
        this.keeper = named("lease-keeper").newThread(this::keep);
    }

    /**
     * Takes back what other runs of the program left, and begins to work.
     *
     * @param bulletin told what becomes of each job
     * @param signal wakes those who have nothing to do
     */
    public static Workers start(
            JobQueue queue,
            JobRunner runner,
            JobBulletin bulletin,
            WorkSignal signal,
            WorkerRules rules,
            InstantSource clock) {
        Workers workers = new Workers(queue, runner, bulletin, signal, rules, clock);
        signal.holds(workers.bench::stop);
        workers.look();
        workers.keeper.start();
        return workers;
    }

    /** A thread that hangs must not keep the program alive. */
    private static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    private void keep() {
        try {
            while (!end.await(rules.betweenRenewals().toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            LOG.error("somebody interrupted the thread that looks after the workers; jobs that take long are lost", e);
        }
    }

    /** Looks after everything once. */
    synchronized void look() {
        leases.look();
        int missing = rules.workers() - alive.get(); // asked once: those that die at once must not keep this busy
        for (int i = 0; i < missing && !isStopping(); i++) {
            begin();
        }
    }

    private void begin() {
        alive.incrementAndGet();
        try {
            pool.execute(this::work);
        } catch (RuntimeException | Error e) { // no memory for a thread, or they are to stop since a moment ago
            alive.decrementAndGet();
            LOG.debug("a worker cannot begin now", e);
        }
    }

    private void work() {
        try {
            new Worker(bench, runner, signal, stop, rules.nap(), troubles).run();
        } catch (RuntimeException | Error e) {
            lastDeath = e.toString();
            died.incrementAndGet();
            LOG.error("a worker died and will be replaced", e);
        } finally {
            alive.decrementAndGet();
        }
    }

    /** From now on no job is begun, so that what those in hand wait for may be ended before {@link #close}. */
    public void beginNoMore() {
        stop.countDown();
        signal.wake();
    }

    /**
     * Stops. No job is begun any more; those in hand have a while to end by themselves, then another to heed the request to
     * stop; what is not done by then is given back, and counts for nothing if it is done all the same. No thread that works
     * is interrupted, for it may be writing. An interrupt of the caller ends the waiting.
     */
    @Override
    public void close() {
        if (!isClosed.compareAndSet(false, true)) {
            return;
        }
        beginNoMore();
        pool.shutdown();
        boolean interrupted = !hasEndedWork();
        giveBack();
        end.countDown();
        interrupted |= !hasEndedKeeping();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns whether nobody interrupted the caller. */
    private boolean hasEndedWork() {
        try {
            if (!hasEnded(rules.finish())) {
                askToStop();
                if (!hasEnded(rules.heed())) {
                    inHand().forEach(Workers::tellHanging);
                }
            }
            return true;
        } catch (InterruptedException e) {
            askToStop();
            return false;
        }
    }

    private boolean hasEndedKeeping() {
        try {
            keeper.join(Math.max(1, rules.heed().toMillis()));
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private boolean hasEnded(Duration limit) throws InterruptedException {
        return pool.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void askToStop() {
        inHand().forEach(work -> work.stop(WorkInHand.Stop.PROGRAM_STOPS));
    }

    private static void tellHanging(WorkInHand work) {
        LOG.warn(
                "job {} of {} does not stop and is given back; it has not moved since {}",
                work.job().id(),
                work.job().file().received(),
                work.moved());
    }

    private void giveBack() {
        try {
            bench.giveBack("the program stopped");
        } catch (RuntimeException e) {
            LOG.warn("cannot give back the jobs in hand; they are taken back when the program starts again", e);
        }
    }

    /** The threads that work, for those who watch them. */
    public ExecutorService threads() {
        return pool;
    }

    /** Whether no job is begun any more. */
    boolean isStopping() {
        return stop.getCount() == 0;
    }

    /** What they work on. */
    Collection<WorkInHand> inHand() {
        return bench.inHand();
    }

    /** When one of them got a job last, or when they were started. */
    Instant lastTaken() {
        return bench.lastTaken();
    }

    /** How many there are at the moment. */
    int alive() {
        return alive.get();
    }

    /** How many died since they were started. */
    int died() {
        return died.get();
    }

    /** What the last one died of; empty if none did. */
    String lastDeath() {
        return lastDeath;
    }

    /** What the store of jobs should do for them and does not. */
    Stream<String> problems() {
        return Stream.of(troubles.taking().problem(), troubles.settling().problem(), leases.problem())
                .flatMap(Optional::stream);
    }
}
