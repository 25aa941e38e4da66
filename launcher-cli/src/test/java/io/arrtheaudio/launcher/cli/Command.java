package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.adapter.cli.Program;
import io.arrtheaudio.adapter.cli.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * What came of one run of the whole program, wired as in the packaged one, but within this process and without any
 * environment but a data folder, which all runs of the tests share.
 */
record Command(int exit, String out, String err) {

    private static final Path DATA = dataFolder();

    static Command run(String... arguments) {
        return in(DATA, arguments);
    }

    /** The same with a data folder of its own. */
    static Command in(Path data, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(InputStream.nullInputStream(), utf8(out), utf8(err), Set.of(), Map.of());
        int exit = new Program(new CliWiring(Map.of("ARRTHEAUDIO_HOME", data.toString())), terminal).run(arguments);
        terminal.out().flush();
        terminal.err().flush();
        return new Command(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** {@code process --languages WANTED FILE}. */
    static Command process(Path file, String wanted) {
        return run("process", "--languages", wanted, file.toString());
    }

    /** {@code scan --yes --verbose --languages jpn ROOT}, and more. */
    static Command scan(Path root, String... more) {
        String[] arguments = {"scan", "--yes", "--verbose", "--languages", "jpn", root.toString()};
        String[] all = new String[arguments.length + more.length];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return run(all);
    }

    Command exitsWith(int code) {
        assertThat(exit).as("exit code; stdout: %s; stderr: %s", out, err).isEqualTo(code);
        return this;
    }

    /** Checks that the only line, warnings left out, says so of the file, and gives what follows. */
    String saysOf(Path file, String word) {
        String start = String.format("%-12s", word) + "  " + file + ": ";
        assertThat(out.lines().filter(line -> !line.startsWith("  warning: ")))
                .singleElement()
                .asString()
                .startsWith(start);
        return out.strip().substring(start.length());
    }

    private static Path dataFolder() {
        try {
            Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
            return Files.createTempDirectory(target, "data-of-tests");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PrintStream utf8(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, false, StandardCharsets.UTF_8);
    }
}
