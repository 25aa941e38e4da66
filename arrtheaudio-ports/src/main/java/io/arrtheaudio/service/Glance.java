package io.arrtheaudio.service;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at disks for callers who cannot wait for one: a network mount can hang for minutes. A few threads look; while all of
 * them hang, nobody looks and nobody waits.
 *
 * <p>Thread-safe.
 */
final class Glance implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Glance.class);

    private static final Duration FOR_OTHERS = Duration.ofSeconds(2);

    private final Semaphore free;
    private final ExecutorService threads;

    Glance(int mostAtOnce) {
        free = new Semaphore(mostAtOnce);
        threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "glance");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * What can be seen.
     *
     * @param atMost the caller waits no longer
     * @param otherwise the answer if nothing was seen by then
     */
    <T> T see(Supplier<T> look, Duration atMost, T otherwise) {
        if (!free.tryAcquire()) {
            return otherwise;
        }
        try {
            return begun(look).get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException | TimeoutException e) {
            LOG.debug("a disk takes too long to be looked at", e);
            return otherwise;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return otherwise;
        } catch (ExecutionException e) {
            LOG.warn("a look at a disk failed", e);
            return otherwise;
        }
    }

    /**
     * What can be seen, for a caller who needs to know; while others look, a moment is waited for them.
     *
     * @param what is looked at, for the message
     * @param atMost the caller waits no longer
     * @throws AudioFixException what the look throws, or {@code RETRY_LATER} if nothing was seen by then
     */
    <T> T need(String what, Supplier<T> look, Duration atMost) {
        try {
            Duration patience = atMost.compareTo(FOR_OTHERS) < 0 ? atMost : FOR_OTHERS;
            if (!free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw late(what, "others already wait for disks that do not answer", null);
            }
            return begun(look).get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            throw late(what, "the program ends", e);
        } catch (TimeoutException e) {
            throw late(what, "the disk did not answer within " + atMost.toSeconds() + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw late(what, "the program ends", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AudioFixException failure) {
                throw failure;
            }
            throw new IllegalStateException("a look at " + what + " failed", e.getCause());
        }
    }

    /** Somebody looks, and lets others look when that is over, however long it takes. */
    private <T> Future<T> begun(Supplier<T> look) {
        try {
            return threads.submit(() -> {
                try {
                    return look.get();
                } finally {
                    free.release();
                }
            });
        } catch (RejectedExecutionException e) {
            free.release();
            throw e;
        }
    }

    private static AudioFixException late(String what, String why, Exception cause) {
        return new AudioFixException(
                Remedy.RETRY_LATER,
                "could not look at " + what + ": " + why + "; ask again, and see whether its mount hangs",
                cause);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
