package io.arrtheaudio.adapter.micrometer;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A value that is looked up in another thread when it is wanted and not fresh any more, never twice at once.
 *
 * <p>Thread-safe.
 */
final class Lookup<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Lookup.class);

    private final Supplier<T> source;
    private final Executor threads;
    private final LongSupplier nanoTime;
    private final List<Lookup<?>> underWay;
    private Optional<Found<T>> found = Optional.empty();
    private CountDownLatch end = new CountDownLatch(0);

    /** A value, and when it was looked up. */
    private record Found<T>(T value, long at) {}

    Lookup(Supplier<T> source, Executor threads, LongSupplier nanoTime, List<Lookup<?>> underWay) {
        this.source = source;
        this.threads = threads;
        this.nanoTime = nanoTime;
        this.underWay = underWay;
    }

    /** It is wanted now: begins to look it up if need be, and returns at once. */
    synchronized void want() {
        if (end.getCount() > 0 || isYounger(Lookups.FRESH.toNanos())) {
            return;
        }
        CountDownLatch mine = new CountDownLatch(1);
        try {
            threads.execute(() -> look(mine));
            end = mine;
            underWay.add(this);
        } catch (RejectedExecutionException e) {
            LOG.debug("a figure is not looked up, since too much else is, or the program ends", e);
        }
    }

    private void look(CountDownLatch mine) {
        try {
            T value = source.get();
            synchronized (this) {
                found = Optional.of(new Found<>(value, nanoTime.getAsLong()));
            }
        } catch (RuntimeException e) {
            LOG.debug("a figure cannot be looked up", e);
        } finally {
            underWay.remove(this);
            mine.countDown();
        }
    }

    /** Whether it is not being looked up any more, after so many nanoseconds at the latest. */
    boolean await(long nanos) {
        try {
            return latch().await(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized CountDownLatch latch() {
        return end;
    }

    /** A figure of the value as it was found last; NaN, which is none, if that was too long ago. */
    synchronized double figure(ToDoubleFunction<T> of) {
        return isYounger(Lookups.STALE.toNanos())
                ? found.map(value -> of.applyAsDouble(value.value())).orElse(Double.NaN)
                : Double.NaN;
    }

    private boolean isYounger(long nanos) {
        return found.map(value -> nanoTime.getAsLong() - value.at() < nanos).orElse(false);
    }
}
