package io.arrtheaudio.launcher.server.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs tools that make films, or say what is in them. */
final class Command {

    private Command() {}

    static String run(String... command) {
        return run(List.of(command));
    }

    /** Returns what it printed, warnings apart; anything but success fails the test. */
    static String run(List<String> command) {
        try {
            Path errors = Files.createTempFile("tool", ".txt");
            Process process = new ProcessBuilder(command)
                    .redirectError(errors.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            String complaints = Files.readString(errors, StandardCharsets.ISO_8859_1);
            Files.delete(errors);
            if (exit != 0) {
                throw new AssertionError(
                        String.join(" ", command) + " ended with " + exit + ":\n" + printed + complaints);
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
