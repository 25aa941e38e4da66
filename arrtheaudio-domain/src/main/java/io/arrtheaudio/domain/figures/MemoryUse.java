package io.arrtheaudio.domain.figures;

import java.util.OptionalDouble;

/**
 * How often a title's language was remembered when it was looked up, in one run of the program.
 *
 * @param hits it was
 * @param misses it was not, or was too old
 */
public record MemoryUse(long hits, long misses) {

    /** Nothing was looked up yet. */
    public static final MemoryUse NONE = new MemoryUse(0, 0);

    /** Of a hundred; empty if nothing was looked up. */
    public OptionalDouble hitPercent() {
        long all = hits + misses;
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * hits / all);
    }
}
