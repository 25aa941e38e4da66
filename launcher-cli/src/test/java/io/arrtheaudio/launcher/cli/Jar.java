package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Starts the packaged program as a process of its own, in a folder and an environment of a test. What the test itself was
 * started with (settings, locale, terminal) does not get through.
 */
final class Jar {

    private static final long PATIENCE_SECONDS = 120;

    private final Path folder;
    private final List<String> before = new ArrayList<>();
    private final List<String> javaOptions = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1"));
    private final Map<String, String> environment = new HashMap<>();
    private Path jar = Path.of(System.getProperty("arrtheaudio.jar", "target/arrtheaudio.jar"));

    private Jar(Path folder) {
        this.folder = folder;
    }

    /** Works in this folder, which is its home and the place of its temporary files, too; names are UTF-8. */
    static Jar in(Path folder) {
        return new Jar(folder)
                .environment("PATH", System.getenv("PATH"))
                .environment("HOME", folder.toString())
                .environment("LC_ALL", "C.UTF-8")
                .javaOption("-Djava.io.tmpdir=" + folder);
    }

    Jar environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Jar withoutLocale() {
        environment.remove("LC_ALL");
        return this;
    }

    Jar javaOption(String option) {
        javaOptions.add(option);
        return this;
    }

    /** Runs another program that runs ours. */
    Jar through(String... command) {
        before.addAll(List.of(command));
        return this;
    }

    Jar packagedAs(Path other) {
        jar = other;
        return this;
    }

    /** What came of a run. */
    record Result(int exit, String out, String err) {

        Result exitsWith(int code) {
            assertThat(exit).as("exit code; stdout: %s; stderr: %s", out, err).isEqualTo(code);
            return this;
        }
    }

    /** Runs to the end. */
    Result run(String... arguments) {
        return finish(start(arguments));
    }

    /** Starts and returns at once. The two output streams go to the files {@code stdout} and {@code stderr}. */
    Running start(String... arguments) {
        List<String> command = new ArrayList<>(command());
        command.addAll(List.of(arguments));
        return start(command, "");
    }

    /**
     * Runs to the end from a shell script, which is always UTF-8, whatever encoding this process has for arguments.
     *
     * @param script {@code $ARRTHEAUDIO} in it stands for the program
     */
    Result script(String script) {
        String quoted = String.join(
                " ", command().stream().map(word -> "'" + word + "'").toList());
        return finish(start(List.of("sh", "-s"), script.replace("$ARRTHEAUDIO", quoted)));
    }

    /** A process and where its output goes. */
    record Running(Process process, Path out, Path err) {}

    /** Waits for the end. */
    static Result finish(Running running) {
        try {
            if (!running.process().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                running.process().destroyForcibly();
                throw new AssertionError("still running after " + PATIENCE_SECONDS + " s");
            }
            return new Result(
                    running.process().exitValue(), Files.readString(running.out()), Files.readString(running.err()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            running.process().destroyForcibly();
            throw new AssertionError("interrupted", e);
        }
    }

    private Running start(List<String> command, String input) {
        try {
            Path out = Files.createTempFile(folder, "stdout-", ".txt");
            Path err = Files.createTempFile(folder, "stderr-", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            return new Running(process, out, err);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command, e);
        }
    }

    /** The words before the arguments. */
    List<String> command() {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.addAll(List.of("-jar", jar.toAbsolutePath().toString()));
        return command;
    }

    /** A fresh copy of one of the demo's files, an hour old so that a scan takes it for finished. */
    static Path sample(String resource, Path target) {
        try (InputStream bytes = Main.class.getResourceAsStream("samples/" + resource)) {
            Files.copy(bytes, target);
            Files.setLastModifiedTime(target, FileTime.from(Instant.now().minusSeconds(3600)));
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
