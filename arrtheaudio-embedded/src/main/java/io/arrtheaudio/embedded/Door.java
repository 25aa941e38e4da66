package io.arrtheaudio.embedded;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Lets callers in while it is open. Whoever closes it waits for those who are inside.
 *
 * <p>Thread-safe.
 */
final class Door {

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Set<Thread> tellers = ConcurrentHashMap.newKeySet();
    private volatile boolean isClosing;

    /**
     * Does what a caller asks for.
     *
     * @throws IllegalStateException if the door is closed, or somebody waits to close it
     */
    <T> T inside(Supplier<T> work) {
        if (!lock.readLock().tryLock()) {
            throw closed();
        }
        try {
            if (isClosing) { // asked by who is inside, so that nobody comes in behind the one who closes
                throw closed();
            }
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private static IllegalStateException closed() {
        return new IllegalStateException("cannot do more: close() was called");
    }

    /** Tells somebody something on behalf of one who is inside, on whatever thread. */
    void tell(Runnable something) {
        asking(() -> {
            something.run();
            return false;
        });
    }

    /** Whether those who are inside should come out: the door is being closed, or somebody wants it. */
    boolean isToEnd(BooleanSupplier somebody) {
        return isClosing || asking(somebody);
    }

    private boolean asking(BooleanSupplier somebody) {
        boolean isFirst = tellers.add(Thread.currentThread());
        try {
            return somebody.getAsBoolean();
        } finally {
            if (isFirst) {
                tellers.remove(Thread.currentThread());
            }
        }
    }

    /**
     * Lets nobody in any more, and does something when the last one is out.
     *
     * @throws IllegalStateException if the calling thread is inside, or is told something by who is, and would wait for itself
     */
    void close(Runnable last) {
        if (lock.getReadHoldCount() > 0 || tellers.contains(Thread.currentThread())) {
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
