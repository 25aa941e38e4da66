package io.arrtheaudio.launcher.server.crash;

import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.UndoOutcome;
import io.arrtheaudio.service.HardlinkRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program of its own that changes a file, or takes its last change back, and waits at some place to be killed. Says how
 * many places it passed if it is not.
 */
final class DoomedProgram {

    private DoomedProgram() {}

    /** Data folder, {@code database} or {@code folder}, a hard-link rule, a file, {@code undo} or a language, the place. */
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[3]);
        KillPoints points = new KillPoints(Integer.parseInt(arguments[5]));
        HardlinkRule rule = HardlinkRule.valueOf(arguments[2]);
        try (Run run = new Run(Path.of(arguments[0]), arguments[1].equals("database"), rule, points)) {
            if (arguments[4].equals("undo")) {
                expect(run.undo(file).stream().allMatch(UndoOutcome.Undone.class::isInstance), "it is not undone");
            } else {
                Outcome outcome = run.fix(file, arguments[4]);
                expect(outcome instanceof Outcome.Changed, outcome.toString());
            }
        }
        System.out.println(points.passed());
    }

    private static void expect(boolean isSo, String otherwise) {
        if (!isSo) {
            throw new AssertionError(otherwise);
        }
    }

    static Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                DoomedProgram.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
