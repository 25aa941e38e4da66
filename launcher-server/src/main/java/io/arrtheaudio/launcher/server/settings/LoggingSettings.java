package io.arrtheaudio.launcher.server.settings;

import java.util.Objects;

/**
 * What the program tells about its work.
 *
 * @param format how lines look
 * @param level how much
 * @param output where to
 */
public record LoggingSettings(LogFormat format, LogLevel level, LogOutput output) {

    /** What short commands need: only what somebody should look at, beside their output. */
    public static final LoggingSettings DEFAULT = new LoggingSettings(LogFormat.TEXT, LogLevel.WARN, LogOutput.STDERR);

    /** Checks the values. */
    public LoggingSettings {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(output, "output");
    }

    /** The same with another level. */
    public LoggingSettings withLevel(LogLevel other) {
        return new LoggingSettings(format, other, output);
    }
}
