package io.arrtheaudio.adapter.micrometer.tracing;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Every thread that has to do with sending, so that they can be ended: the HTTP client of Java 17 has no {@code close}, and the
 * one that OpenTelemetry sends in notices its end only after a while. Such threads belong to the group of the thread that makes
 * them, and end when they are interrupted.
 */
final class SendingThreads implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ThreadGroup group = new ThreadGroup("tracing");
    private final AtomicInteger count = new AtomicInteger();
    private final ExecutorService executor = Executors.newCachedThreadPool(this::thread);

    /** Runs what is to be run in one of them. */
    Executor executor() {
        return executor;
    }

    /** Makes something whose own threads become some of them. */
    <T> T making(Supplier<T> what) {
        return CompletableFuture.supplyAsync(what, executor).join();
    }

    /** Ends them, and waits a moment for the last one. */
    @Override
    public void close() {
        executor.shutdownNow();
        Thread[] threads = new Thread[group.activeCount() + 8]; // the count is an estimate
        int found = group.enumerate(threads);
        group.interrupt();
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (int i = 0; i < found; i++) {
                TimeUnit.NANOSECONDS.timedJoin(threads[i], Math.max(0, end - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // they end without being waited for
        }
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(group, work, "tracing-" + count.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
