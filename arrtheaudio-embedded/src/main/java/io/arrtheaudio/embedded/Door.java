package io.arrtheaudio.embedded;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Lets callers in while it is open. Whoever closes it waits for those who are inside.
 *
 * <p>Thread-safe.
 */
final class Door {

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile boolean isClosing;

    /**
     * Does what a caller asks for.
     *
     * @throws IllegalStateException if the door is closed, or somebody waits to close it
     */
    <T> T inside(Supplier<T> work) {
        if (isClosing || !lock.readLock().tryLock()) {
            throw new IllegalStateException("cannot do more: close() was called");
        }
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Whether those who are inside should come out. */
    boolean isClosing() {
        return isClosing;
    }

    /**
     * Lets nobody in any more, and does something when the last one is out.
     *
     * @throws IllegalStateException if the calling thread is inside, and would wait for itself
     */
    void close(Runnable last) {
        if (lock.getReadHoldCount() > 0) {
            throw new IllegalStateException("cannot close from within a call, which would wait for itself; cancel it");
        }
        isClosing = true;
        lock.writeLock().lock();
        try {
            last.run();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
