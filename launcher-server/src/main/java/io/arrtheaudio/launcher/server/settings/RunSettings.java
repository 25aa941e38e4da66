package io.arrtheaudio.launcher.server.settings;

import java.time.Duration;

/**
 * How commands go about their work if they are not told otherwise.
 *
 * @param dryRun tell what would be done, write nothing
 * @param minAge how long a file must be unchanged before a scan changes it; zero for no limit
 * @param workers how many files a scan works on at a time
 */
public record RunSettings(boolean dryRun, Duration minAge, int workers) {

    /** Write; files a minute old; two at a time. */
    public static final RunSettings DEFAULT = new RunSettings(false, Duration.ofSeconds(60), 2);

    /** Checks the values. */
    public RunSettings {
        if (minAge.isNegative()) {
            throw new IllegalArgumentException("minAge was " + minAge + " but must not be negative");
        }
        if (workers < 1) {
            throw new IllegalArgumentException("workers was " + workers + " but must be at least 1");
        }
    }
}
