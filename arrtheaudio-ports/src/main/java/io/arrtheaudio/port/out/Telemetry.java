package io.arrtheaudio.port.out;

import java.util.function.Supplier;

/**
 * Is told what happens, for those who watch the program: what it counts, times or shows is its own affair, and nothing that
 * the program does depends on it. It tells of single things; what can be looked up, like how many jobs are queued, is not told.
 *
 * <p>Whoever tells is not held up: nothing here waits, reads or writes, and nothing is thrown, whatever is told.
 *
 * <p>Thread-safe.
 */
@FunctionalInterface
public interface Telemetry {

    /** Nobody listens. */
    Telemetry SILENT = happening -> {};

    /** Something has happened. */
    void happened(Happening happening);

    /**
     * Something that takes a while begins; it belongs to what the same thread has begun before and not ended. Closing what is
     * returned ends it.
     *
     * @param about what it is done to, for people: a path, the id of a job
     */
    default Span begin(Doing doing, String about) {
        return begin(doing, about, "");
    }

    /**
     * The same for what belongs to something that another thread, or an earlier run, has begun.
     *
     * @param correlation the id of the request that asked for it first; empty if none did
     */
    default Span begin(Doing doing, String about, String correlation) {
        return Span.NONE;
    }

    /** Does something that takes a while, from its begin to its end. What it throws is thrown. */
    default <T> T during(Doing doing, String about, Supplier<T> work) {
        Span span = begin(doing, about);
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            span.failed(e.getMessage() == null ? e.toString() : e.getMessage());
            throw e;
        } finally {
            span.close();
        }
    }
}
