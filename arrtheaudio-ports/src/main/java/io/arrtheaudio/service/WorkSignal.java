package io.arrtheaudio.service;

import io.arrtheaudio.domain.job.Job;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Tells workers that work has come. It counts, for each thread, from the end of its last {@link #await}: what comes while a
 * worker looks for work and finds none ends its next wait at once, so nothing is slept through. Waking once too often is
 * harmless, and each wake reaches every worker. Those who hold jobs are told, too, when one of them is wanted no longer.
 *
 * <p>Thread-safe.
 */
public final class WorkSignal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private final ThreadLocal<Long> heard = ThreadLocal.withInitial(() -> 0L);
    private final List<Consumer<Job>> holders = new CopyOnWriteArrayList<>();
    private long wakes;

    /** Work has come. */
    public void wake() {
        lock.lock();
        try {
            wakes++;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Somebody holds jobs from now on, and is told of those that are to stop. Must not throw. */
    void holds(Consumer<Job> holder) {
        holders.add(holder);
    }

    /** A job is to stop if somebody of this program works on it; others learn of it when they renew their lease. */
    void unwanted(Job job) {
        holders.forEach(holder -> holder.accept(job));
    }

    /**
     * Waits until work comes, or no longer than that.
     *
     * @param atMost zero or less only asks
     * @return whether work has come since this thread was here last
     */
    public boolean await(Duration atMost) throws InterruptedException {
        long left = TimeUnit.NANOSECONDS.convert(atMost);
        lock.lockInterruptibly();
        try {
            while (wakes == heard.get() && left > 0) {
                left = woken.awaitNanos(left);
            }
            boolean hasCome = wakes != heard.get();
            heard.set(wakes);
            return hasCome;
        } finally {
            lock.unlock();
        }
    }
}
