package io.arrtheaudio.adapter.jdbi;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Lets threads share one connection, and one commit: what piles up while a commit goes to disk is committed together by
 * whoever comes next. So a commit costs less the more threads there are, and none of them ever meets another's lock.
 *
 * <p>Thread-safe. An interrupt does not disturb it.
 */
final class CommitQueue {

    private static final int AT_MOST = 256; // in one commit

    private final Handle handle;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Queue<Pending<?>> waiting = new ConcurrentLinkedQueue<>();

    CommitQueue(Handle handle) {
        this.handle = handle;
    }

    /**
     * Does something that is on disk when this returns, wholly or, if it throws, not at all.
     *
     * @param work what to do; called by this or another thread
     */
    <T> T write(Function<Handle, T> work) {
        Pending<T> mine = new Pending<>(work);
        waiting.add(mine);
        turn.lock();
        try {
            while (!mine.isDone()) {
                commit(nextOnes());
            }
        } finally {
            turn.unlock();
        }
        return mine.result();
    }

    /** Looks something up. */
    <T> T read(Function<Handle, T> work) {
        turn.lock();
        try {
            return work.apply(handle);
        } finally {
            turn.unlock();
        }
    }

    /** Closes the connection when whoever uses it is done. */
    void close() {
        turn.lock();
        try {
            handle.close();
        } finally {
            turn.unlock();
        }
    }

    private List<Pending<?>> nextOnes() {
        List<Pending<?>> next = new ArrayList<>();
        while (next.size() < AT_MOST && !waiting.isEmpty()) {
            next.add(waiting.remove());
        }
        return next;
    }

    private void commit(List<Pending<?>> works) {
        try {
            handle.execute("BEGIN IMMEDIATE");
            works.forEach(this::runAlone);
            handle.execute("COMMIT");
            works.forEach(Pending::succeed);
        } catch (RuntimeException | Error e) {
            rollBack(e);
            works.forEach(work -> work.fail(e));
        }
    }

    /** One that fails takes nothing of the others with it. */
    private void runAlone(Pending<?> work) {
        handle.execute("SAVEPOINT work");
        try {
            work.run(handle);
        } catch (RuntimeException e) {
            handle.execute("ROLLBACK TO work");
            work.fail(e);
        }
        handle.execute("RELEASE work");
    }

    /** SQLite may have rolled back by itself, or never begun. */
    private void rollBack(Throwable because) {
        try {
            handle.execute("ROLLBACK");
        } catch (RuntimeException e) {
            because.addSuppressed(e);
        }
    }

    /** Something to do, and what came of it. Only touched by whoever has the turn, and by its own thread afterwards. */
    private static final class Pending<T> {

        private final Function<Handle, T> work;
        private T value;
        private Throwable failure;
        private boolean done;

        Pending(Function<Handle, T> work) {
            this.work = work;
        }

        void run(Handle on) {
            value = work.apply(on);
        }

        void succeed() {
            done = true;
        }

        /** The first failure counts. */
        void fail(Throwable problem) {
            if (failure == null) {
                failure = problem;
            }
            done = true;
        }

        boolean isDone() {
            return done;
        }

        T result() {
            if (failure instanceof RuntimeException problem) {
                throw problem;
            }
            if (failure instanceof Error error) {
                throw error;
            }
            return value;
        }
    }
}
