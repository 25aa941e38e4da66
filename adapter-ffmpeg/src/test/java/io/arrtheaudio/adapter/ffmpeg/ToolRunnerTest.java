package io.arrtheaudio.adapter.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ToolRunnerTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir
    private Path folder;

    @Test
    void exit_code_and_both_streams_are_told() {
        ToolResult result = run("echo out; echo err >&2; exit 3", LONG, Watch.FOR_ANSWERS);

        assertThat(result).isEqualTo(new ToolResult(3, "out\n", "err\n"));
    }

    @Test
    void arguments_reach_it_as_they_are() {
        Path program = Stub.script(folder, "tool", "printf '[%s]' \"$@\"");

        ToolResult result = new ToolRunner()
                .run(call(program, List.of("a b", "$HOME", "", "'\"*", "日本語"), LONG, Watch.FOR_ANSWERS));

        assertThat(result.output()).isEqualTo("[a b][$HOME][]['\"*][日本語]");
    }

    @Test
    void it_speaks_english_has_no_input_and_writes_no_report() {
        ToolResult result = run("cat; echo $LC_ALL-$LANG-$LANGUAGE-$FFREPORT", LONG, Watch.FOR_ANSWERS);

        assertThat(result.output()).isEqualTo("C.UTF-8---\n");
    }

    @Test
    void ten_megabytes_of_complaints_are_drained_and_the_last_of_them_kept() {
        ToolResult result =
                run("yes 12345678 | head -c 9999999 >&2; echo last words >&2; echo ok", LONG, Watch.FOR_ANSWERS);

        assertThat(result.output()).isEqualTo("ok\n");
        assertThat(result.complaints()).hasSizeLessThan(200_000).endsWith("last words\n");
        assertThat(result.lastWords()).isEqualTo("12345678 / 12345678 / last words");
    }

    @Test
    void ten_megabytes_of_output_are_no_answer() {
        assertFails(Remedy.FIX_SETTINGS, "prints more than any real answer", "yes | head -c 10000000", LONG);
    }

    @Test
    void one_that_prints_without_end_is_ended() {
        assertFails(Remedy.FIX_SETTINGS, "prints more than any real answer", "echo $$ > $0.pid; exec yes", LONG);
        assertThat(Stub.isGone(pid("tool.pid"))).isTrue();
    }

    @Test
    void one_that_hangs_is_ended_with_its_children() {
        long started = System.nanoTime();

        assertFails(
                Remedy.RETRY_LATER,
                "got no further for 0.3 seconds",
                "echo $$ > $0.pid; sleep 1000 & echo $! > $0.child; wait",
                SHORT);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
        assertThat(Stub.isGone(pid("tool.pid"))).isTrue();
        assertThat(Stub.isGone(pid("tool.child"))).isTrue();
    }

    @Test
    void one_that_gets_on_may_take_longer_than_the_patience() {
        long started = System.nanoTime();
        Watch moves = printed -> System.nanoTime();

        ToolResult result = run("sleep 0.9; echo done", SHORT, moves);

        assertThat(result.output()).isEqualTo("done\n");
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(SHORT);
    }

    @Test
    void it_is_ended_when_the_watcher_cancels() {
        Watch cancels = new Watch() {
            @Override
            public long pulse(long printed) {
                return 0;
            }

            @Override
            public boolean isCancelled() {
                return Files.exists(folder.resolve("tool.pid"));
            }
        };

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> run("echo $$ > $0.pid.new; mv $0.pid.new $0.pid; exec sleep 1000", LONG, cancels))
                .withMessageContaining("it was cancelled")
                .matches(e -> e.remedy() == Remedy.RETRY_LATER);
        assertThat(Stub.isGone(pid("tool.pid"))).isTrue();
    }

    @Test
    void it_is_ended_when_the_thread_is_interrupted() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        AtomicReference<Exception> thrown = new AtomicReference<>();
        Watch seen = printed -> {
            if (printed > 0) {
                started.countDown();
            }
            return 0;
        };
        Thread thread = new Thread(() -> {
            try {
                run("echo $$ > $0.pid; echo started; exec sleep 1000", LONG, seen);
            } catch (AudioFixException e) {
                thrown.set(Thread.currentThread().isInterrupted() ? e : null);
            }
        });
        thread.start();
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();

        thread.interrupt();
        thread.join(10_000);

        assertThat(thrown.get()).hasMessageContaining("it was interrupted");
        assertThat(Stub.isGone(pid("tool.pid"))).isTrue();
    }

    @Test
    void it_is_ended_when_the_watcher_fails() {
        Watch fails = printed -> {
            if (printed > 0) {
                throw new IllegalStateException("no");
            }
            return 0;
        };

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> run("echo $$ > $0.pid; echo started; exec sleep 1000", LONG, fails));
        assertThat(Stub.isGone(pid("tool.pid"))).isTrue();
    }

    @Test
    void it_does_not_outlive_this_program() throws IOException, InterruptedException {
        Process program = waitingForATool();

        program.destroy(); // SIGTERM
        assertThat(program.waitFor(10, TimeUnit.SECONDS)).isTrue();

        assertThat(Stub.isGone(pid("tool.pid"))).isTrue();
    }

    @Test
    void it_does_not_even_outlive_a_program_that_is_killed() throws IOException, InterruptedException {
        assumeThat(Tether.tied(List.of("true"))).as("setpriv works").hasSize(4);
        Process program = waitingForATool();

        program.destroyForcibly(); // SIGKILL
        assertThat(program.waitFor(10, TimeUnit.SECONDS)).isTrue();

        assertThat(Stub.isGone(pid("tool.pid"))).isTrue();
    }

    private Process waitingForATool() throws IOException {
        Path tool = Stub.script(folder, "tool", "echo $$ > $0.pid; echo started; exec sleep 1000");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RunnerProgram.class.getName(),
                        tool.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(program.getInputStream().read()).isEqualTo('.');
        return program;
    }

    @Test
    void one_that_may_not_be_run_is_told() throws IOException {
        Path program = Stub.script(folder, "tool", "");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> new ToolRunner().run(call(program, List.of(), LONG, Watch.FOR_ANSWERS)))
                .withMessageContaining("cannot try the stub: " + program + " cannot be started")
                .matches(e -> e.remedy() == Remedy.FIX_SETTINGS);
    }

    private void assertFails(Remedy remedy, String message, String script, Duration patience) {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> run(script, patience, Watch.FOR_ANSWERS))
                .withMessageStartingWith("cannot try the stub: " + folder)
                .withMessageContaining(message)
                .matches(e -> e.remedy() == remedy);
    }

    private ToolResult run(String script, Duration patience, Watch watch) {
        return new ToolRunner().run(call(Stub.script(folder, "tool", script), List.of(), patience, watch));
    }

    static ToolCall call(Path program, List<String> arguments, Duration patience, Watch watch) {
        return new ToolCall(program, arguments, "try the stub", patience, watch);
    }

    private long pid(String name) {
        try {
            return Long.parseLong(Files.readString(folder.resolve(name)).strip());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
