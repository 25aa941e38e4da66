package io.arrtheaudio.launcher.server.settings;

import java.util.Objects;

/**
 * What the program tells about its work.
 *
 * @param format how lines look
 * @param level how much
 * @param output where to
 * @param rotation when a log file is put aside
 */
public record LoggingSettings(LogFormat format, LogLevel level, LogOutput output, LogRotation rotation) {

    /** What was done, in plain lines; commands, whose output tells it, log nothing by default. */
    public static final LoggingSettings DEFAULT =
            new LoggingSettings(LogFormat.TEXT, LogLevel.INFO, LogOutput.STDERR, LogRotation.DEFAULT);

    /** Checks the values. */
    public LoggingSettings {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(rotation, "rotation");
    }

    /** The same with another level. */
    public LoggingSettings withLevel(LogLevel other) {
        return new LoggingSettings(format, other, output, rotation);
    }
}
