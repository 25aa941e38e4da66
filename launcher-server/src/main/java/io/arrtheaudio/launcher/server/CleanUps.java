package io.arrtheaudio.launcher.server;

import io.arrtheaudio.port.in.Housekeeping;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to what nobody else does: forgets what is old, again and again, and settles changes
 * that were cut off.
 */
final class CleanUps implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CleanUps.class);
    private static final Duration BETWEEN_SETTLING = Duration.ofMinutes(1);
    private static final Duration LAST_WRITE = Duration.ofSeconds(2);

    private final Housekeeping housekeeping;
    private final Runnable settling;
    private final ScheduledExecutorService timer;

    /**
     * Begins after a while.
     *
     * @param settling settles what was cut off, each minute
     * @param period after which what is old is forgotten again
     */
    CleanUps(Housekeeping housekeeping, Runnable settling, Duration first, Duration period) {
        this.housekeeping = housekeeping;
        this.settling = settling;
        this.timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "clean-up");
            thread.setDaemon(true);
            return thread;
        });
        long pause = BETWEEN_SETTLING.toSeconds();
        timer.scheduleWithFixedDelay(this::settle, pause, pause, TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(this::cleanUp, first.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void cleanUp() {
        try {
            Housekeeping.Forgotten forgotten = housekeeping.cleanUp();
            LOG.info("forgot {} old jobs", forgotten.jobs());
        } catch (RuntimeException | Error e) {
            LOG.warn("cannot forget old jobs; it is tried again later", e);
        }
    }

    /** Which logs what it did. */
    private void settle() {
        try {
            settling.run();
        } catch (RuntimeException | Error e) {
            LOG.warn("cannot settle changes that were cut off; it is tried again later", e);
        }
    }

    /** Interrupts nobody, for it may be writing. */
    @Override
    public void close() {
        timer.shutdown();
        try {
            boolean hasEnded = timer.awaitTermination(LAST_WRITE.toMillis(), TimeUnit.MILLISECONDS);
            LOG.debug("cleaning up has ended: {}", hasEnded);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
