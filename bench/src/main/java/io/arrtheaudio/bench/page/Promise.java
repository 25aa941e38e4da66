package io.arrtheaudio.bench.page;

import static io.arrtheaudio.bench.page.Promise.Bound.AT_LEAST;
import static io.arrtheaudio.bench.page.Promise.Bound.AT_MOST;

import java.util.Locale;

/** What the program promises about speed and size on two cores, files warm and synced. */
public enum Promise {
    MATROSKA("MKV of 5 MB switched, beside `ffprobe` three times and `mkvpropedit`", AT_LEAST, 100, "times faster"),
    SWITCH("the same, median, with journal and film forced to disk", AT_MOST, 5, "ms"),
    MP4_SIZE("MP4 of 4 GB switched, beside one of 5 MB, medians", AT_MOST, 1.25, "times as long"),
    SCAN_RIGHT("scan, every file right, 2 workers", AT_LEAST, 2_000, "files a second"),
    SCAN_WRONG("scan, every file wrong, journal and film forced to disk, 2 workers", AT_LEAST, 500, "files a second"),
    WEBHOOK("webhook of one of 32 callers, the job durable, 99th percentile", AT_MOST, 20, "ms"),
    HEALTH("`/health` beside 32 callers, 99th percentile", AT_MOST, 5, "ms"),
    JOBS("jobs of a batch through the daemon, every film wrong", AT_LEAST, 300, "a second"),
    IDLE("memory of the daemon (RSS), idle", AT_MOST, 160, "MiB"),
    LOADED("the most it ever was, under load and with all jobs stored", AT_MOST, 256, "MiB"),
    HELP("`./arrtheaudio --help`, median", AT_MOST, 400, "ms"),
    READY("daemon, from the start of the script until it listens", AT_MOST, 1_500, "ms"),
    TELEMETRY("all that telemetry does for a job, beside a switch", AT_MOST, 1, "%");

    private final String what;
    private final Bound bound;
    private final double limit;
    private final String unit;

    Promise(String what, Bound bound, double limit, String unit) {
        this.what = what;
        this.bound = bound;
        this.limit = limit;
        this.unit = unit;
    }

    /** On which side of the limit it is well. */
    enum Bound {
        AT_LEAST,
        AT_MOST
    }

    String what() {
        return what;
    }

    /** {@code at most 5 ms}. */
    String limit() {
        return (bound == AT_LEAST ? "at least " : "at most ") + in(limit);
    }

    /** A figure with its unit. */
    String in(double value) {
        String number =
                value == Math.rint(value) || value >= 100 ? String.format(Locale.ROOT, "%.0f", value) : digits(value);
        return number + " " + unit;
    }

    /** So many times better than was promised; less than one is a promise that was not kept. */
    double margin(double value) {
        return bound == AT_LEAST ? value / limit : limit / value;
    }

    static String digits(double value) {
        return String.format(Locale.ROOT, value < 0.1 ? "%.3f" : value < 10 ? "%.2f" : "%.0f", value);
    }
}
