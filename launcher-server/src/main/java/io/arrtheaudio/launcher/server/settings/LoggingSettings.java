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

    /** What was done, in plain lines; commands, whose output tells it, log nothing by default. */
    public static final LoggingSettings DEFAULT = new LoggingSettings(LogFormat.TEXT, LogLevel.INFO, LogOutput.STDERR);

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
