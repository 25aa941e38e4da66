package io.arrtheaudio.launcher.server;

import io.arrtheaudio.port.in.Housekeeping;
import io.arrtheaudio.service.RecoveryService;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to what nobody else does: forgets what is old, some minutes after the start and again and again, and settles changes
 * that were cut off.
 */
final class CleanUps implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CleanUps.class);
    private static final Duration AFTER_START = Duration.ofMinutes(5);

    private static final Duration BETWEEN_SETTLING = Duration.ofMinutes(1);
    private static final Duration LAST_WRITE = Duration.ofSeconds(2);

    private final Housekeeping housekeeping;
    private final RecoveryService recovery;
    private final ScheduledExecutorService timer;

    /** @param period after which what is old is forgotten again */
    CleanUps(Housekeeping housekeeping, RecoveryService recovery, Duration period) {
        this.housekeeping = housekeeping;
        this.recovery = recovery;
        this.timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "clean-up");
            thread.setDaemon(true);
            return thread;
        });
        long settling = BETWEEN_SETTLING.toSeconds();
        timer.scheduleWithFixedDelay(this::settle, settling, settling, TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(this::cleanUp, AFTER_START.toMinutes(), period.toMinutes(), TimeUnit.MINUTES);
    }

    private void cleanUp() {
        try {
            Housekeeping.Forgotten forgotten = housekeeping.cleanUp();
            LOG.info("forgot {} old jobs", forgotten.jobs());
        } catch (RuntimeException e) {
            LOG.warn("cannot forget old jobs; it is tried again later", e);
        }
    }

    /** Which logs what it did. */
    private void settle() {
        try {
            recovery.settleCutOff();
        } catch (RuntimeException e) {
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
