package io.arrtheaudio.service;

import io.arrtheaudio.domain.edit.Progress;
import io.arrtheaudio.domain.job.Job;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A job that a worker has: when it moved last, and whether it is to stop.
 *
 * <p>Thread-safe.
 */
final class WorkInHand implements Progress {

    /** Why it is to stop; the first reason stays. */
    enum Stop {
        /** It is not. */
        NONE,
        /** Somebody wants it no longer. */
        CANCELLED,
        /** The program stops. */
        PROGRAM_STOPS,
        /** Somebody else has it by now. */
        LOST
    }

    private final Job job;
    private final InstantSource clock;
    private final AtomicReference<Stop> stop = new AtomicReference<>(Stop.NONE);
    private volatile long bytes;
    private volatile Instant moved;

    /** It is as it was claimed. */
    WorkInHand(Job job, InstantSource clock) {
        this.job = job;
        this.clock = clock;
        this.moved = job.times().started();
    }

    Job job() {
        return job;
    }

    /** Asks it to stop as soon as that does no harm. */
    void stop(Stop because) {
        stop.compareAndSet(Stop.NONE, because);
    }

    Stop stop() {
        return stop.get();
    }

    @Override
    public boolean isCancelled() {
        return stop.get() != Stop.NONE;
    }

    /** It is one step further. */
    void move() {
        moved = clock.instant();
    }

    /** A copy that is told of but has not grown does not move. */
    @Override
    public void written(Path file, long done, long of) {
        if (done != bytes) {
            bytes = done;
            move();
        }
    }

    /** When it moved last. */
    Instant moved() {
        return moved;
    }

    /** How many bytes of a new file are written; 0 if none is. */
    long bytes() {
        return bytes;
    }
}
