package io.arrtheaudio.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs a tool and throws its output away. */
final class Tool {

    private Tool() {}

    static void run(String... command) throws IOException, InterruptedException {
        run(List.of(command));
    }

    static void run(List<String> command) throws IOException, InterruptedException {
        run(Map.of(), command);
    }

    static void run(Map<String, String> environment, List<String> command) throws IOException, InterruptedException {
        int exit = exitOf(environment, command);
        if (exit != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + exit);
        }
    }

    /** Whether the tool is there and does it. */
    static boolean succeeds(String... command) throws InterruptedException {
        try {
            return exitOf(Map.of(), List.of(command)) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static int exitOf(Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path nothing = Path.of("/dev/null");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(nothing.toFile())
                .redirectOutput(nothing.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        return builder.start().waitFor();
    }
}
