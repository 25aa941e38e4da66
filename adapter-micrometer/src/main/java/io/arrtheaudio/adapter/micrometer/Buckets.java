package io.arrtheaudio.adapter.micrometer;

import java.time.Duration;
import java.util.stream.LongStream;

/** The upper ends of histograms: a dozen each, so that a series costs little and dashboards can count on them. */
final class Buckets {

    private Buckets() {}

    /** A request takes a millisecond or ten; ten seconds are the limit of what anybody waits for. */
    static Duration[] ofRequests() {
        return millis(1, 2, 5, 10, 20, 50, 100, 250, 500, 1_000, 2_500, 10_000);
    }

    /** A header takes milliseconds, a question to somebody outside seconds, a copy of a film minutes. */
    static Duration[] ofFiles() {
        return millis(1, 2, 5, 10, 25, 100, 500, 2_000, 10_000, 60_000, 300_000, 1_800_000);
    }

    private static Duration[] millis(long... ends) {
        return LongStream.of(ends).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
    }
}
