package io.arrtheaudio.launcher.server.rivals;

import io.arrtheaudio.adapter.jdbi.DatabaseSettings;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.launcher.server.Access;
import io.arrtheaudio.launcher.server.Assembly;
import io.arrtheaudio.launcher.server.settings.Settings;
import io.arrtheaudio.port.in.FixOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program of its own that changes one file whenever it is told which language is wanted, a line each time, and answers
 * with what came of it.
 */
final class RivalProgram {

    private RivalProgram() {}

    /** Data folder and file. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1]);
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Assembly assembly =
                Assembly.of(Settings.DEFAULT, DatabaseSettings.in(Path.of(arguments[0])), Access.CHANGING)) {
            assembly.recovery().recover();
            for (String wanted = input.readLine(); wanted != null; wanted = input.readLine()) {
                FixOptions options = FixOptions.within(file).withLanguages(List.of(new Language(wanted, "", "")));
                System.out.println(said(assembly.fix().fix(file, options)));
            }
        }
    }

    private static String said(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed
                ? outcome.word() + " " + failed.remedy() + " " + failed.problem()
                : outcome.word();
    }

    static Process start(Path data, Path file) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                RivalProgram.class.getName(),
                data.toString(),
                file.toString()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
