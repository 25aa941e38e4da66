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

    /** In milliseconds; of 50 the median. */
    String ms(double percent) {
        int index = (int) Math.ceil(percent / 100 * sorted.length) - 1;
        double ms = sorted[Math.max(0, Math.min(index, sorted.length - 1))] / 1e6;
        return String.format(Locale.ROOT, ms < 10 ? "%.2f" : "%.0f", ms);
    }

    /** {@code 0.51 / 1.90 / 4.20}: median, 99 in a hundred, 999 in a thousand. */
    String summary() {
        return ms(50) + " / **" + ms(99) + "** / " + ms(99.9);
    }
}
