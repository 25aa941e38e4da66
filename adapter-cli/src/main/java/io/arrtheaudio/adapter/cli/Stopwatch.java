package io.arrtheaudio.adapter.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Measures, and says durations as people do. */
final class Stopwatch {

    private final LongSupplier nanos;
    private final long start;

    private Stopwatch(LongSupplier nanos) {
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    /** Starts now. */
    static Stopwatch start(LongSupplier nanos) {
        return new Stopwatch(nanos);
    }

    /** How long it has been running. */
    Duration elapsed() {
        return Duration.ofNanos(nanos.getAsLong() - start);
    }

    /** {@code 0.8 ms}, {@code 12 ms}, {@code 3.4 s}, {@code 2 min 5 s}. */
    static String said(Duration time) {
        double ms = time.toNanos() / 1e6;
        if (ms < 10) {
            return String.format(Locale.ROOT, "%.1f ms", ms);
        }
        if (ms < 1_000) {
            return Math.round(ms) + " ms";
        }
        return ms < 100_000
                ? String.format(Locale.ROOT, "%.1f s", ms / 1_000)
                : time.toMinutes() + " min " + time.toSecondsPart() + " s";
    }
}
