package io.arrtheaudio.launcher.server.settings;

/**
 * When a log file is put aside for a new one, and how many of those are kept.
 *
 * @param megabytes it is put aside when it has grown to so many (of 1024 x 1024 bytes)
 * @param keep how many are kept, gzipped, the last one as {@code .1.gz}; 0 to let the file grow without end
 */
public record LogRotation(int megabytes, int keep) {

    /** A hundred megabytes at most. */
    public static final LogRotation DEFAULT = new LogRotation(20, 5);

    /** Checks the values. */
    public LogRotation {
        if (megabytes < 1 || keep < 0) {
            throw new IllegalArgumentException(
                    megabytes + " megabytes must be at least 1, and " + keep + " files must not be negative");
        }
    }
}
