package io.arrtheaudio.launcher.server.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.launcher.server.settings.LogFormat;
import io.arrtheaudio.launcher.server.settings.LogLevel;
import io.arrtheaudio.launcher.server.settings.LogOutput;
import io.arrtheaudio.launcher.server.settings.LogRotation;
import io.arrtheaudio.launcher.server.settings.LoggingSettings;
import io.arrtheaudio.port.in.LogFields;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class LoggingTest {

    private static final String TIME = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z ";

    @TempDir
    Path folder;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @AfterEach
    void put_back() {
        System.setOut(out);
        System.setErr(err);
        Logging.configure(LoggingSettings.DEFAULT);
    }

    @Test
    void by_default_what_was_done_is_told_in_plain_lines_on_standard_error() {
        System.setErr(new PrintStream(printed, true, StandardCharsets.US_ASCII));
        Logging.configure(LoggingSettings.DEFAULT);
        logger().debug("not this");
        logger().warn("cannot read {}", "日本.mkv");
        assertThat(text()).matches(TIME + "WARN LoggingTest: cannot read 日本\\.mkv\n");
    }

    @Test
    void the_web_server_says_nothing_of_its_own_life_unless_errors_are_looked_for() {
        Logging.configure(LoggingSettings.DEFAULT);
        assertThat(LoggerFactory.getLogger("org.eclipse.jetty.server").isInfoEnabled())
                .isFalse();
        assertThat(LoggerFactory.getLogger("org.eclipse.jetty.server").isWarnEnabled())
                .isTrue();
        Logging.configure(LoggingSettings.DEFAULT.withLevel(LogLevel.DEBUG));
        assertThat(LoggerFactory.getLogger("org.eclipse.jetty.server").isInfoEnabled())
                .isTrue();
        assertThat(LoggerFactory.getLogger("org.eclipse.jetty.server").isDebugEnabled())
                .as("there are keys in the headers that it would tell")
                .isFalse();
        Logging.configure(LoggingSettings.DEFAULT.withLevel(LogLevel.ERROR));
        assertThat(LoggerFactory.getLogger("org.eclipse.jetty.server").isWarnEnabled())
                .isFalse();
    }

    @Test
    void a_file_name_cannot_forge_a_line() {
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        Logging.configure(LoggingSettings.DEFAULT);
        logger().warn("cannot read {}", "a\nWARN b\u001b[2J.mkv");
        assertThat(text())
                .endsWith("cannot read a\\u000aWARN b\\u001b[2J.mkv\n")
                .hasLineCount(1);
    }

    @Test
    void an_exception_is_one_line_unless_debug_asks_for_more() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        Logging.configure(new LoggingSettings(LogFormat.TEXT, LogLevel.WARN, LogOutput.STDOUT, LogRotation.DEFAULT));
        logger().warn("cannot read a.mkv", new IOException("disk is gone"));
        assertThat(text()).endsWith("cannot read a.mkv: disk is gone\n").hasLineCount(1);
        Logging.configure(new LoggingSettings(LogFormat.TEXT, LogLevel.DEBUG, LogOutput.STDOUT, LogRotation.DEFAULT));
        logger().warn("cannot read b.mkv", new IOException("disk is gone"));
        assertThat(text()).contains("cannot read b.mkv: disk is gone\njava.io.IOException: disk is gone\n\tat ");
    }

    @Test
    void json_holds_the_finished_message_in_a_file_whose_folders_are_made() throws IOException {
        Path file = folder.resolve("logs/deep/arr.log");
        List<String> notices = Logging.configure(
                new LoggingSettings(LogFormat.JSON, LogLevel.INFO, new LogOutput.File(file), LogRotation.DEFAULT));
        logger().info("fixed {} of {}", 1, "日本.mkv");
        logger().debug("not this");
        assertThat(notices).isEmpty();
        assertThat(Files.readString(file))
                .matches("\\{\"timestamp\":\"[0-9T:.-]+Z\",\"message\":\"fixed 1 of 日本\\.mkv\"," + "\"logger\":\""
                        + getClass().getName() + "\",\"thread\":\"main\",\"level\":\"INFO\"}\n");
    }

    @Test
    void json_has_every_field_of_what_is_told_and_of_what_is_worked_on() throws IOException {
        Path file = folder.resolve("arr.log");
        Logging.configure(
                new LoggingSettings(LogFormat.JSON, LogLevel.INFO, new LogOutput.File(file), LogRotation.DEFAULT));
        MDC.put(LogFields.JOB, "7");
        try {
            logger().atInfo()
                    .addKeyValue("audio_tracks", 2)
                    .addKeyValue("changed", true)
                    .log("done");
        } finally {
            MDC.remove(LogFields.JOB);
        }
        assertThat(Files.readString(file)).contains("\"job_id\":\"7\"", "\"audio_tracks\":2", "\"changed\":true");
    }

    @Test
    void a_plain_line_ends_with_the_request_that_it_belongs_to() {
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        Logging.configure(LoggingSettings.DEFAULT);
        MDC.put(LogFields.CORRELATION, "abc");
        try {
            logger().info("fixed");
        } finally {
            MDC.remove(LogFields.CORRELATION);
        }
        assertThat(text()).endsWith("LoggingTest: fixed [abc]\n");
    }

    @Test
    void a_log_file_that_has_grown_is_put_aside_and_only_so_many_are_kept() throws IOException {
        Path file = folder.resolve("arr.log");
        Logging.configure(
                new LoggingSettings(LogFormat.TEXT, LogLevel.INFO, new LogOutput.File(file), new LogRotation(1, 2)));
        String line = "x".repeat(1_000_000);
        for (int i = 0; i < 8; i++) {
            logger().info(line);
        }
        Logging.configure(LoggingSettings.DEFAULT); // which ends what is still being packed
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()).sorted())
                    .containsExactly("arr.log", "arr.log.1.gz", "arr.log.2.gz");
        }
    }

    @Test
    void a_log_file_that_somebody_else_puts_aside_grows_without_end() throws IOException {
        Path file = folder.resolve("arr.log");
        Logging.configure(
                new LoggingSettings(LogFormat.TEXT, LogLevel.INFO, new LogOutput.File(file), new LogRotation(1, 0)));
        for (int i = 0; i < 3; i++) {
            logger().info("x".repeat(1_000_000));
        }
        assertThat(Files.size(file)).isGreaterThan(3_000_000);
        assertThat(folder.toFile().list()).containsExactly("arr.log");
    }

    @Test
    void how_much_is_logged_can_change_while_the_program_runs() {
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        Logging.configure(LoggingSettings.DEFAULT);
        Logging.level(LogLevel.DEBUG);
        logger().debug("looked", new IOException("why"));
        assertThat(Logging.level()).isEqualTo(LogLevel.DEBUG);
        assertThat(text()).contains("looked: why\njava.io.IOException: why\n\tat ");
        assertThat(LoggerFactory.getLogger("org.eclipse.jetty.server").isDebugEnabled())
                .as("there are keys in the headers that it would tell")
                .isFalse();
        Logging.level(LogLevel.ERROR);
        assertThat(logger().isWarnEnabled()).isFalse();
    }

    @Test
    void a_log_file_that_cannot_be_written_gives_way_to_standard_error() throws IOException {
        Path blocked = Files.writeString(folder.resolve("logs"), "a file where a folder should be");
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        List<String> notices = Logging.configure(new LoggingSettings(
                LogFormat.TEXT, LogLevel.WARN, new LogOutput.File(blocked.resolve("arr.log")), LogRotation.DEFAULT));
        logger().warn("still heard");
        assertThat(notices)
                .singleElement()
                .asString()
                .startsWith("cannot write the log to " + blocked.resolve("arr.log") + " (logging.output): ")
                .endsWith("; standard error is used");
        assertThat(text()).endsWith("still heard\n");
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static Logger logger() {
        return LoggerFactory.getLogger(LoggingTest.class);
    }
}
