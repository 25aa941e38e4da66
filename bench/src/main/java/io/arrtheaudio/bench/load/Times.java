package io.arrtheaudio.bench.load;

import java.util.Arrays;
import java.util.Locale;

/**
 * How long things took.
 *
 * @param sorted in nanoseconds, the shortest first
 */
record Times(long[] sorted) {

    static Times of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Times(sorted);
    }

    int count() {
        return sorted.length;
    }

    /** In milliseconds. */
    double average() {
        return Arrays.stream(sorted).average().orElse(0) / 1e6;
    }

    /** In milliseconds; of 50 the median. */
    double milliseconds(double percent) {
        int index = (int) Math.ceil(percent / 100 * sorted.length) - 1;
        return sorted[Math.max(0, Math.min(index, sorted.length - 1))] / 1e6;
    }

    /** The same, to be read. */
    String ms(double percent) {
        double ms = milliseconds(percent);
        return String.format(Locale.ROOT, ms < 10 ? "%.2f" : "%.0f", ms);
    }
}
