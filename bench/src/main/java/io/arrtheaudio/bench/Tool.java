package io.arrtheaudio.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs a tool. */
final class Tool {

    private static final Path NOWHERE = Path.of("/dev/null");

    private Tool() {}

    static void run(String... command) throws IOException, InterruptedException {
        run(List.of(command));
    }

    static void run(List<String> command) throws IOException, InterruptedException {
        run(Map.of(), command);
    }

    /** Throws its output away. */
    static void run(Map<String, String> environment, List<String> command) throws IOException, InterruptedException {
        require(
                started(environment, command, ProcessBuilder.Redirect.to(NOWHERE.toFile()))
                        .waitFor(),
                command);
    }

    /** Returns what it prints. */
    static String printed(Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Process process = started(environment, command, ProcessBuilder.Redirect.PIPE);
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        require(process.waitFor(), command);
        return printed;
    }

    /** Whether the tool is there and does it. */
    static boolean succeeds(String... command) throws InterruptedException {
        try {
            return started(Map.of(), List.of(command), ProcessBuilder.Redirect.to(NOWHERE.toFile()))
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void require(int exit, List<String> command) {
        if (exit != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + exit);
        }
    }

    private static Process started(Map<String, String> environment, List<String> command, ProcessBuilder.Redirect out)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(NOWHERE.toFile())
                .redirectOutput(out)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        return builder.start();
    }
}
