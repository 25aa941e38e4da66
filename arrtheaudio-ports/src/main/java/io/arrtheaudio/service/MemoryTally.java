package io.arrtheaudio.service;

import io.arrtheaudio.domain.figures.MemoryUse;
import io.arrtheaudio.port.out.Doing;
import io.arrtheaudio.port.out.Happening;
import io.arrtheaudio.port.out.Span;
import io.arrtheaudio.port.out.Telemetry;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts how often a title's language was remembered, and tells everything to another.
 *
 * <p>Thread-safe.
 */
public final class MemoryTally implements Telemetry {

    private final Telemetry next;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    /** @param next is told too */
    public MemoryTally(Telemetry next) {
        this.next = next;
    }

    /** Since this was made. */
    public MemoryUse use() {
        return new MemoryUse(hits.sum(), misses.sum());
    }

    @Override
    public void happened(Happening happening) {
        if (happening instanceof Happening.MemoryAsked asked) {
            (asked.isKnown() ? hits : misses).increment();
        }
        next.happened(happening);
    }

    @Override
    public Span begin(Doing doing, String about, String correlation) {
        return next.begin(doing, about, correlation);
    }
}
