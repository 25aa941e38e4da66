package io.arrtheaudio.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Runs a step several times and keeps the times. */
record Race(double[] milliseconds) {

    static Race of(int rounds, Callable<?> step) throws Exception {
        return of(rounds, () -> step, step);
    }

    /** With something to do before each time that does not count. */
    static Race of(int rounds, Callable<?> before, Callable<?> step) throws Exception {
        double[] times = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            before.call();
            long start = System.nanoTime();
            step.call();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return new Race(times);
    }

    double median() {
        return milliseconds[milliseconds.length / 2];
    }

    /** How often the median of another fits into this one. */
    String times(Race other) {
        return number(median() / other.median());
    }

    /** "min / median / max". */
    @Override
    public String toString() {
        return number(milliseconds[0]) + " / **" + number(median()) + "** / "
                + number(milliseconds[milliseconds.length - 1]);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value < 0.1 ? "%.3f" : value < 10 ? "%.2f" : "%.0f", value);
    }
}
