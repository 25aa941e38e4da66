package io.arrtheaudio.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.adapter.cli.Terminal.Side;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {

    @Test
    void colours_are_for_terminals() {
        assertThat(terminal(Map.of(), Side.OUT).isColourful(Side.OUT)).isTrue();
        assertThat(terminal(Map.of(), Side.OUT).isColourful(Side.ERR)).isFalse();
    }

    @Test
    void no_color_turns_them_off_unless_it_is_empty() {
        assertThat(terminal(Map.of("NO_COLOR", "1"), Side.OUT).isColourful(Side.OUT))
                .isFalse();
        assertThat(terminal(Map.of("NO_COLOR", ""), Side.OUT).isColourful(Side.OUT))
                .isTrue();
    }

    @Test
    void a_dumb_terminal_has_none() {
        assertThat(terminal(Map.of("TERM", "dumb"), Side.OUT).isColourful(Side.OUT))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'', 80", "132, 132", "0, 80", "10, 40", "many, 80", "99999, 80", "-5, 80"})
    void columns_are_told_by_the_environment(String told, int columns) {
        assertThat(terminal(Map.of("COLUMNS", told)).columns()).isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource({"012, true, true, true", "'', false, false, false", "2, false, false, true", "01, true, true, false"})
    void a_wrapper_tells_by_digits(String digits, boolean in, boolean out, boolean err) {
        Set<Side> found = TerminalProbe.ofDigits(digits);
        assertThat(found.contains(Side.IN)).isEqualTo(in);
        assertThat(found.contains(Side.OUT)).isEqualTo(out);
        assertThat(found.contains(Side.ERR)).isEqualTo(err);
    }

    @Test
    void linux_tells_by_the_devices_behind_the_streams(@TempDir Path descriptors) throws Exception {
        Files.createSymbolicLink(descriptors.resolve("0"), Path.of("pipe:[12345]"));
        Files.createSymbolicLink(descriptors.resolve("1"), Path.of("/dev/pts/7"));
        assertThat(TerminalProbe.ofDescriptors(descriptors)).containsExactly(Side.OUT);
        Files.createSymbolicLink(descriptors.resolve("2"), Path.of("/dev/tty1"));
        assertThat(TerminalProbe.ofDescriptors(descriptors)).containsExactly(Side.OUT, Side.ERR);
        Files.delete(descriptors.resolve("1")); // JUnit warns about links that lead out of its folder
        Files.delete(descriptors.resolve("2"));
    }

    private static Terminal terminal(Map<String, String> environment, Side... sides) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        return new Terminal(InputStream.nullInputStream(), nowhere, nowhere, Set.of(sides), environment);
    }
}
