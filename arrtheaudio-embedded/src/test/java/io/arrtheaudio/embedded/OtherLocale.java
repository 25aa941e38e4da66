package io.arrtheaudio.embedded;

import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.port.in.ScanObserver;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of its own without a UTF-8 locale, which finds a film with a Japanese name and prints what it is told. */
final class OtherLocale {

    private OtherLocale() {}

    /** A folder and a journal. */
    public static void main(String[] arguments) {
        try (ArrTheAudio audio = ArrTheAudio.withJournalIn(Path.of(arguments[1]))
                .languages("jpn")
                .open()) {
            audio.scan(Path.of(arguments[0]), new ScanObserver() {
                @Override
                public void done(Outcome outcome, Duration took) {
                    System.out.println(outcome);
                }

                @Override
                public void passedOver(Path path, String why) {
                    System.out.println(why);
                }
            });
        }
    }

    static String scan(Path film, Path journal) throws Exception {
        Files.move(film, film.resolveSibling("\u65e5\u672c.mkv"));
        ProcessBuilder program = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                OtherLocale.class.getName(),
                film.getParent().toString(),
                journal.toString()));
        program.environment().put("LC_ALL", "C");
        Process running = program.redirectErrorStream(true).start();
        String told = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!running.waitFor(30, TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end");
        }
        return told;
    }
}
