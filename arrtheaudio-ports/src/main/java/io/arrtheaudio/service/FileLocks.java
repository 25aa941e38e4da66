package io.arrtheaudio.service;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one thread at a time work on a file, whatever name it came by. A fixed number of locks serves all files, so two
 * files may share one; that costs a little waiting and no memory.
 */
final class FileLocks {

    private final ReentrantLock[] locks = new ReentrantLock[64];

    FileLocks() {
        for (int i = 0; i < locks.length; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    <T> T holding(String key, Supplier<T> work) {
        ReentrantLock lock = locks[Math.floorMod(key.hashCode(), locks.length)];
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
