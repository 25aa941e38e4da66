package io.arrtheaudio.port.out;

/**
 * Tells which runs of the program are still alive: each holds a lock of the operating system on a name of its own, which
 * no crash can leave behind.
 *
 * <p>Thread-safe, and safe among processes.
 */
public interface OwnerLocks extends AutoCloseable {

    /** The name of this run, the same until it is closed, and never that of another run. */
    String mine();

    /** Whether the run of that name is gone. This run's own name is never free before it is closed. */
    boolean isFree(String owner);

    /** Gives this run's name up. */
    @Override
    void close();
}
