package io.arrtheaudio.service;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
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

    private final ThreadPoolExecutor threads;

    Glance(int mostAtOnce) {
        threads = new ThreadPoolExecutor(0, mostAtOnce, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
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
        try {
            Future<T> seen = threads.submit(look::get);
            return seen.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
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

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
