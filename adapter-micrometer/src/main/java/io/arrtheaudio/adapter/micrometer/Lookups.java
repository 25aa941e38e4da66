package io.arrtheaudio.adapter.micrometer;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Values that are looked up in other threads, each in one of its own while that takes long, so that a disk that hangs holds up
 * nothing but its own figure.
 *
 * <p>Thread-safe.
 */
final class Lookups implements AutoCloseable {

    /** How old a value may be before it is looked up again. */
    static final Duration FRESH = Duration.ofSeconds(3);

    /** How old a value may be before it is none any more. */
    static final Duration STALE = Duration.ofMinutes(1);

    private static final Duration MOMENT = Duration.ofMillis(250);
    private static final Duration THREAD_IDLE = Duration.ofSeconds(10);
    private static final int MOST_THREADS = 32; // more than anybody has disks

    private final LongSupplier nanoTime;
    private final Duration moment;
    private final List<Lookup<?>> underWay = new CopyOnWriteArrayList<>();
    private final ThreadPoolExecutor threads;

    Lookups() {
        this(System::nanoTime, MOMENT);
    }

    /**
     * @param nanoTime as {@link System#nanoTime}
     * @param moment how long to wait for all of them together
     */
    Lookups(LongSupplier nanoTime, Duration moment) {
        this.nanoTime = nanoTime;
        this.moment = moment;
        AtomicInteger count = new AtomicInteger();
        threads = new ThreadPoolExecutor(
                0, MOST_THREADS, THREAD_IDLE.toMillis(), TimeUnit.MILLISECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, "metrics-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** A value that is looked up so. */
    <T> Lookup<T> of(Supplier<T> source) {
        return new Lookup<>(source, threads, nanoTime, underWay);
    }

    /** Waits for what is being looked up, but not for long. */
    void await() {
        long end = System.nanoTime() + moment.toNanos();
        for (Lookup<?> lookup : underWay) {
            if (!lookup.await(end - System.nanoTime())) {
                return;
            }
        }
    }

    /** Whoever hangs is told to stop, and is not waited for. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
