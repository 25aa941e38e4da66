package io.arrtheaudio.service;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.job.Settlement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one job after the other, until all workers are to stop. What a store throws makes it pause, and never ends it. */
final class Worker implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final Workbench bench;
    private final JobRunner runner;
    private final WorkSignal signal;
    private final CountDownLatch stop;
    private final Duration nap;
    private final Troubles troubles;

    /**
     * What several workers have in common.
     *
     * @param taking jobs cannot be taken up
     * @param settling jobs cannot be handed in
     */
    record Troubles(StoreTrouble taking, StoreTrouble settling) {}

    Worker(Workbench bench, JobRunner runner, WorkSignal signal, CountDownLatch stop, Duration nap, Troubles troubles) {
        this.bench = bench;
        this.runner = runner;
        this.signal = signal;
        this.stop = stop;
        this.nap = nap;
        this.troubles = troubles;
    }

    @Override
    public void run() {
        while (!isToStop()) {
            try {
                step();
            } catch (InterruptedException e) {
                LOG.debug("somebody interrupts a worker, who goes on", e);
            }
        }
    }

    private void step() throws InterruptedException {
        try {
            Optional<WorkInHand> work = bench.take();
            if (work.isPresent()) {
                troubles.taking().over();
                work(work.get());
            } else {
                Duration pause = bench.pause();
                troubles.taking().over();
                signal.await(pause);
            }
        } catch (RuntimeException e) {
            troubles.taking().met(e);
            pause();
        }
    }

    private void work(WorkInHand work) throws InterruptedException {
        JobLog.enter(work.job());
        try {
            if (!isToStop()) {
                Settlement settlement = runner.run(work);
                work.move();
                settle(work, settlement);
            }
        } finally {
            bench.letGo(work);
            JobLog.leave();
        }
    }

    /** What was done must not be lost because the store is busy; if it is all the same, the next one finds the file right. */
    private void settle(WorkInHand work, Settlement settlement) throws InterruptedException {
        while (!isSettled(work, settlement) && !isToStop()) {
            pause();
        }
    }

    private boolean isSettled(WorkInHand work, Settlement settlement) {
        try {
            bench.settle(work, settlement);
            troubles.settling().over();
            return true;
        } catch (RuntimeException e) {
            troubles.settling().met(e);
            if (e instanceof AudioFixException told && told.remedy() == Remedy.RETRY_LATER) {
                return false;
            }
            LOG.error(
                    "job {} of {} cannot be handed in and is done once more when it is held no longer",
                    work.job().id(),
                    work.job().file().received(),
                    e);
            return true;
        }
    }

    private boolean isToStop() {
        return stop.getCount() == 0;
    }

    private void pause() throws InterruptedException {
        stop.await(nap.toMillis(), TimeUnit.MILLISECONDS);
    }
}
