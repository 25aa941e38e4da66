package io.arrtheaudio.launcher.server.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import io.arrtheaudio.launcher.server.settings.LogFormat;
import io.arrtheaudio.launcher.server.settings.LogOutput;
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
     * Logs by these settings from now on. One thread at a time.
     *
     * @return what the user should know: a log file that cannot be written is no reason to stop, standard error takes
     *     its place
     */
    public static List<String> configure(LoggingSettings settings) {
        return configure((LoggerContext) LoggerFactory.getILoggerFactory(), settings);
    }

    static List<String> configure(LoggerContext context, LoggingSettings settings) {
        context.reset();
        List<String> notices = List.of();
        LogOutput output = settings.output();
        if (output instanceof LogOutput.File file) {
            notices = whyNotWritable(file.path());
            output = notices.isEmpty() ? output : LogOutput.STDERR;
        }
        Level level = Level.valueOf(settings.level().name());
        Encoder<ILoggingEvent> encoder = settings.format() == LogFormat.JSON ? json() : new PlainLine(level);
        encoder.setContext(context);
        encoder.start();
        OutputStreamAppender<ILoggingEvent> appender = appender(output);
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(level);
        root.addAppender(appender);
        keepOthersQuiet(context, level);
        return notices;
    }

    /**
     * What others tell about their own life matters to whoever looks for an error in it. At {@code debug} Jetty would tell
     * every header, and keys are in them.
     */
    private static void keepOthersQuiet(LoggerContext context, Level level) {
        Level most = level.isGreaterOrEqual(Level.INFO) ? Level.WARN : Level.INFO;
        Level least = level.isGreaterOrEqual(most) ? level : most;
        List.of("org.eclipse.jetty", "io.javalin", "org.flywaydb")
                .forEach(name -> context.getLogger(name).setLevel(least));
    }

    private static OutputStreamAppender<ILoggingEvent> appender(LogOutput output) {
        if (output instanceof LogOutput.File file) {
            FileAppender<ILoggingEvent> appender = new FileAppender<>();
            appender.setFile(file.path().toString());
            return appender;
        }
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setTarget(output.equals(LogOutput.STDOUT) ? "System.out" : "System.err");
        return appender;
    }

    /** Logback would otherwise write the pattern and its arguments apart. */
    private static JsonEncoder json() {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setWithFormattedMessage(true);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithContext(false);
        return encoder;
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
