package io.arrtheaudio.service;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Tells workers that work has come. It counts, for each thread, from the end of its last {@link #await}: what comes while a
 * worker looks for work and finds none ends its next wait at once, so nothing is slept through. Waking once too often is
 * harmless, and each wake reaches every worker.
 *
 * <p>Thread-safe.
 */
public final class WorkSignal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private final ThreadLocal<Long> heard = ThreadLocal.withInitial(() -> 0L);
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
