package io.arrtheaudio.launcher.server.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.launcher.server.settings.LogOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir
    private Path folder;

    @Test
    void the_last_lines_are_told_in_their_order() throws IOException {
        assertThat(LogTail.of(log("a\nb\nGröße\n"), 2)).isEqualTo("b\nGröße\n");
        assertThat(LogTail.of(log("a\nb"), 1_000)).isEqualTo("a\nb\n");
        assertThat(LogTail.of(log(""), 1_000)).isEmpty();
    }

    @Test
    void of_a_large_file_only_the_end_is_read_and_no_part_of_a_line() throws IOException {
        String line = "x".repeat(999_999) + "\n";

        assertThat(LogTail.of(log(line.repeat(10)), 1_000)).isEqualTo(line.repeat(4));
    }

    @Test
    void what_is_no_file_or_is_not_there_is_told_of() {
        assertThat(LogTail.of(LogOutput.STDERR, 10)).startsWith("the log goes to stderr");
        assertThat(LogTail.of(new LogOutput.File(folder.resolve("none")), 10)).contains("cannot be read");
    }

    private LogOutput log(String text) throws IOException {
        return new LogOutput.File(Files.writeString(folder.resolve("log"), text));
    }
}
