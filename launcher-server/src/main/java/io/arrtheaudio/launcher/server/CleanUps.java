package io.arrtheaudio.launcher.server;

import io.arrtheaudio.port.in.Housekeeping;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets what is old, again and again. */
final class CleanUps implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CleanUps.class);
    private final Housekeeping housekeeping;
    private final ScheduledExecutorService timer;

    /** Begins after a while. */
    CleanUps(Housekeeping housekeeping, Duration first, Duration period) {
        this.housekeeping = housekeeping;
        this.timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "clean-up");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(this::cleanUp, first.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void cleanUp() {
        try {
            Housekeeping.Forgotten forgotten = housekeeping.cleanUp();
            LOG.info("forgot {} old jobs", forgotten.jobs());
        } catch (RuntimeException e) {
            LOG.warn("cannot forget old jobs; it is tried again later", e);
        }
    }

    @Override
    public void close() {
        timer.shutdown();
    }
}
