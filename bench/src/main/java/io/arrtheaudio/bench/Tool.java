package io.arrtheaudio.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Runs a tool and throws its output away. */
final class Tool {

    private Tool() {}

    static void run(String... command) throws IOException, InterruptedException {
        run(List.of(command));
    }

    static void run(List<String> command) throws IOException, InterruptedException {
        Path nothing = Path.of("/dev/null");
        int exit = new ProcessBuilder(command)
                .redirectInput(nothing.toFile())
                .redirectOutput(nothing.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + exit);
        }
    }
}
