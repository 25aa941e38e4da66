package io.arrtheaudio.launcher.server.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import io.arrtheaudio.launcher.server.settings.LogFormat;
import io.arrtheaudio.launcher.server.settings.LogLevel;
import io.arrtheaudio.launcher.server.settings.LogOutput;
import io.arrtheaudio.launcher.server.settings.LogRotation;
import io.arrtheaudio.launcher.server.settings.LoggingSettings;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Sets Logback up. Until this is called, or something logs, Logback is not even loaded; commands that only print do
 * without it.
 */
public final class Logging {

    private Logging() {}

    /**
     * Logs by these settings from now on. One thread at a time. Where another library than Logback logs, nothing happens.
     *
     * @return what the user should know: a log file that cannot be written is no reason to stop, standard error takes
     *     its place
     */
    public static List<String> configure(LoggingSettings settings) {
        return LoggerFactory.getILoggerFactory() instanceof LoggerContext context
                ? configure(context, settings)
                : List.of();
    }

    static List<String> configure(LoggerContext context, LoggingSettings settings) {
        context.reset();
        List<String> notices = List.of();
        LogOutput output = settings.output();
        if (output instanceof LogOutput.File file) {
            notices = whyNotWritable(file.path());
            output = notices.isEmpty() ? output : LogOutput.STDERR;
        }
        Encoder<ILoggingEvent> encoder = settings.format() == LogFormat.JSON ? JsonLine.encoder() : new PlainLine();
        encoder.setContext(context);
        encoder.start();
        OutputStreamAppender<ILoggingEvent> appender = output instanceof LogOutput.File file
                ? file(context, file.path(), settings.rotation())
                : console(output);
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.start();
        root(context).addAppender(appender);
        level(context, settings.level());
        return notices;
    }

    /** How much is logged. */
    public static LogLevel level() {
        return LogLevel.valueOf(root(context()).getLevel().toString());
    }

    /** Logs this much from now on. */
    public static void level(LogLevel level) {
        level(context(), level);
    }

    /**
     * What others tell about their own life matters to whoever looks for an error in it. At {@code debug} Jetty would tell
     * every header, and keys are in them.
     */
    private static void level(LoggerContext context, LogLevel word) {
        Level level = Level.valueOf(word.name());
        Level most = level.isGreaterOrEqual(Level.INFO) ? Level.WARN : Level.INFO;
        Level least = level.isGreaterOrEqual(most) ? level : most;
        List.of("org.eclipse.jetty", "io.javalin", "org.flywaydb")
                .forEach(name -> context.getLogger(name).setLevel(least));
        root(context).setLevel(level);
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    private static Logger root(LoggerContext context) {
        return context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static OutputStreamAppender<ILoggingEvent> console(LogOutput output) {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setTarget(output.equals(LogOutput.STDOUT) ? "System.out" : "System.err");
        return appender;
    }

    private static OutputStreamAppender<ILoggingEvent> file(LoggerContext context, Path path, LogRotation rotation) {
        if (rotation.keep() == 0 || path.toString().contains("%")) { // which Logback would take for a pattern
            FileAppender<ILoggingEvent> appender = new FileAppender<>();
            appender.setFile(path.toString());
            return appender;
        }
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setFile(path.toString());
        FixedWindowRollingPolicy aside = new FixedWindowRollingPolicy();
        aside.setContext(context);
        aside.setParent(appender);
        aside.setFileNamePattern(path.toString() + ".%i.gz");
        aside.setMinIndex(1);
        aside.setMaxIndex(rotation.keep());
        SizeBasedTriggeringPolicy<ILoggingEvent> when = new SizeBasedTriggeringPolicy<>();
        when.setContext(context);
        when.setCheckIncrement(Duration.buildByMilliseconds(0));
        when.setMaxFileSize(new FileSize(rotation.megabytes() * FileSize.MB_COEFFICIENT));
        aside.start();
        when.start();
        appender.setRollingPolicy(aside);
        appender.setTriggeringPolicy(when);
        return appender;
    }

    private static List<String> whyNotWritable(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                    .close();
            return List.of();
        } catch (IOException e) {
            String why = e instanceof AccessDeniedException ? "this user may not" : e.toString();
            return List.of(
                    "cannot write the log to " + file + " (logging.output): " + why + "; standard error is used");
        }
    }
}
