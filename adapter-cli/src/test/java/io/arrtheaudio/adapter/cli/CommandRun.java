package io.arrtheaudio.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.adapter.cli.Terminal.Side;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Runs commands on streams in memory, by a stopwatch that stands 1.5 ms later each time it is asked and a still clock. */
final class CommandRun {

    static final Instant NOW = Instant.parse("2026-02-03T12:00:00Z");

    final FakeWiring wiring = new FakeWiring();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final EnumSet<Side> terminals = EnumSet.noneOf(Side.class);
    private Map<String, String> environment = Map.of();
    private InputStream input = InputStream.nullInputStream();
    private int exit = -1;

    CommandRun onTerminal() {
        terminals.addAll(EnumSet.allOf(Side.class));
        return this;
    }

    CommandRun onTerminal(Side... sides) {
        terminals.addAll(java.util.List.of(sides));
        return this;
    }

    CommandRun environment(Map<String, String> variables) {
        environment = variables;
        return this;
    }

    CommandRun input(String text) {
        input = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Fails whoever reads it. */
    @SuppressWarnings("InputStreamSlowMultibyteRead") // slow or not, it fails
    CommandRun endlessInput() {
        input = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("standard input was read, which Sonarr and Radarr never end");
            }
        };
        return this;
    }

    CommandRun run(String... arguments) {
        Terminal terminal = new Terminal(
                input,
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                terminals,
                environment);
        AtomicLong nanos = new AtomicLong();
        exit = new Program(wiring, terminal, () -> nanos.addAndGet(1_500_000), () -> NOW).run(arguments);
        return this;
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    int exit() {
        return exit;
    }

    CommandRun exitsWith(int code) {
        assertThat(exit).as("exit code; stderr: %s", err()).isEqualTo(code);
        return this;
    }
}
