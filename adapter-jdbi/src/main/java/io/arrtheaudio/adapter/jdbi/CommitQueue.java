package io.arrtheaudio.adapter.jdbi;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
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
    private final ReentrantLock turn = new ReentrantLock();
    private final Queue<Pending<?>> waiting = new ConcurrentLinkedQueue<>();
    private boolean forces = true; // as a connection does when it is opened, see Sqlite

    CommitQueue(Handle handle) {
        this.handle = handle;
    }

    /**
     * Does something that is on disk when this returns, wholly or, if it throws, not at all.
     *
     * @param work what to do; called by this or another thread
     */
    <T> T write(Function<Handle, T> work) {
        return done(new Pending<>(work, Kind.WRITE));
    }

    /**
     * Does something that is kept when this returns, whatever becomes of the program, but that a power cut may take back,
     * with all that was noted after it and nothing that was written. It does not wait for the disk.
     */
    <T> T note(Function<Handle, T> work) {
        return done(new Pending<>(work, Kind.NOTE));
    }

    /**
     * Looks something up, when what was handed in before is committed.
     *
     * @param work what to look up; called by this or another thread
     */
    <T> T read(Function<Handle, T> work) {
        return done(new Pending<>(work, Kind.READ));
    }

    /** Whoever finds nobody at work works for all who wait; the others sleep until their work is done, or it is their turn. */
    private <T> T done(Pending<T> mine) {
        boolean interrupted = false;
        waiting.add(mine);
        while (!mine.isDone()) {
            if (turn.tryLock()) {
                try {
                    carryOut(nextOnes());
                } finally {
                    turn.unlock();
                    wakeNext();
                }
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted(); // else it would never sleep again
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return mine.result();
    }

    /** Whoever came while somebody was at work may be asleep by now. */
    private void wakeNext() {
        Pending<?> next = waiting.peek();
        if (next != null) {
            next.wake();
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

    private void carryOut(List<Pending<?>> works) {
        List<Pending<?>> changes = works.stream().filter(Pending::isChange).toList();
        if (!changes.isEmpty()) {
            commit(changes);
        }
        works.stream().filter(work -> !work.isChange()).forEach(this::look);
    }

    private void look(Pending<?> work) {
        try {
            work.run(handle);
        } catch (RuntimeException | Error e) {
            work.fail(e);
        }
        work.end();
    }

    private void commit(List<Pending<?>> works) {
        try {
            force(works.stream().anyMatch(Pending::mustLast));
            handle.execute("BEGIN IMMEDIATE");
            works.forEach(this::runAlone);
            handle.execute("COMMIT");
        } catch (RuntimeException | Error e) {
            rollBack(e);
            works.forEach(work -> work.fail(e));
        }
        works.forEach(Pending::end);
    }

    /** Commits lie in the log one behind the other, so a forced one takes all before it to disk too. */
    private void force(boolean isNeeded) {
        if (isNeeded && !forces) {
            handle.execute("PRAGMA synchronous = FULL");
        } else if (!isNeeded && forces) {
            handle.execute("PRAGMA synchronous = NORMAL");
        }
        forces = isNeeded;
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

    /** What is to be done. */
    private enum Kind {
        /** Must be on disk. */
        WRITE,
        /** Must be kept. */
        NOTE,
        /** Changes nothing. */
        READ
    }

    /** Something to do, and what came of it. Only touched by whoever has the turn, and by its own thread once it is done. */
    private static final class Pending<T> {

        private final Function<Handle, T> work;
        private final Kind kind;
        private final Thread owner = Thread.currentThread();
        private T value;
        private Throwable failure;
        private volatile boolean done;

        Pending(Function<Handle, T> work, Kind kind) {
            this.work = work;
            this.kind = kind;
        }

        boolean mustLast() {
            return kind == Kind.WRITE;
        }

        boolean isChange() {
            return kind != Kind.READ;
        }

        void run(Handle on) {
            value = work.apply(on);
        }

        /** The first failure counts. */
        void fail(Throwable problem) {
            if (failure == null) {
                failure = problem;
            }
        }

        /** Its own thread may go on. */
        void end() {
            done = true;
            wake();
        }

        void wake() {
            if (owner != Thread.currentThread()) {
                LockSupport.unpark(owner);
            }
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
