package io.arrtheaudio.adapter.micrometer.tracing;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of an HTTP client, so that they can be ended: the client of Java 17 has no {@code close}, and its selector
 * thread lives on until the client is collected. That thread belongs to the group of the thread that builds the client,
 * and ends when it is interrupted.
 */
final class ClientThreads implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ThreadGroup group = new ThreadGroup("tracing");
    private final AtomicInteger count = new AtomicInteger();
    private final ExecutorService executor = Executors.newCachedThreadPool(this::thread);

    /** Builds a client that has no other threads. */
    HttpClient start(HttpClient.Builder builder) {
        return CompletableFuture.supplyAsync(builder.executor(executor)::build, executor)
                .join();
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
                TimeUnit.NANOSECONDS.timedJoin(threads[i], Math.max(1, end - System.nanoTime()));
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
