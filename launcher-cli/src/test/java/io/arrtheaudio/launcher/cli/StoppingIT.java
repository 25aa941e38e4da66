package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, SIGTERM, and a reader that goes away, in the middle of a scan. */
@DisabledOnOs(OS.WINDOWS)
class StoppingIT {

    private static final int FILES = 2_000;

    @TempDir
    Path folder;

    @Test
    void ctrl_c_finishes_the_files_in_hand_and_still_prints_the_summary() throws Exception {
        assertStops("INT", 130);
    }

    @Test
    void sigterm_does_the_same() throws Exception {
        assertStops("TERM", 143);
    }

    @Test
    void a_reader_that_goes_away_ends_the_scan() throws Exception {
        Path library = library();
        Jar.Result result = Jar.in(folder)
                .script("$ARRTHEAUDIO scan --dry-run --languages jpn '" + library + "' | head -n 1")
                .exitsWith(0); // of head
        assertThat(result.out().lines()).hasSize(1);
        assertThat(result.err()).isEqualTo("arrtheaudio: stopped early: nobody reads the output any more\n");
    }

    private void assertStops(String signal, int exit) throws Exception {
        Path library = library();
        Jar jar = Jar.in(folder).through(restoringSignals());
        Jar.Running running = jar.start("scan", "--yes", "--workers", "2", "--languages", "jpn", library.toString());
        waitForFirstLine(running);
        String kill = "kill -" + signal + " " + running.process().pid(); // a bare machine has it in its shell only
        assertThat(new ProcessBuilder("sh", "-c", kill).start().waitFor()).isZero();
        Jar.Result result = Jar.finish(running).exitsWith(exit);

        long told =
                result.out().lines().filter(line -> line.startsWith("changed ")).count();
        assertThat(told).isBetween(1L, FILES - 1L);
        assertThat(result.out()).contains("stopped early: ");
        assertThat(summaryOf(result.out(), "changed")).isEqualTo(told);
        assertThat(result.err()).isEmpty();

        Jar.Result rest = Jar.in(folder)
                .run("scan", "--dry-run", "--languages", "jpn", "--pattern", "*.mkv", library.toString())
                .exitsWith(0);
        assertThat(summaryOf(rest.out(), "already correct")).isEqualTo(told);
        assertThat(summaryOf(rest.out(), "would change")).isEqualTo(FILES - told);
    }

    private static long summaryOf(String out, String word) {
        Matcher line = Pattern.compile("(?m)^  " + word + " +([0-9,]+)$").matcher(out);
        assertThat(line.find()).as("'%s' in the summary of %s", word, out).isTrue();
        return Long.parseLong(line.group(1).replace(",", ""));
    }

    private Path library() throws IOException {
        Path library = Files.createDirectory(folder.resolve("library"));
        for (int i = 0; i < FILES; i++) {
            Jar.sample("ffmpeg.mkv", library.resolve(i + ".mkv"));
        }
        return library;
    }

    private static void waitForFirstLine(Jar.Running running) throws IOException, InterruptedException {
        try (BufferedReader out = Files.newBufferedReader(running.out())) {
            while (out.readLine() == null) {
                assertThat(running.process().waitFor(5, TimeUnit.MILLISECONDS))
                        .as("ended before it changed a file; stderr: %s", Files.readString(running.err()))
                        .isFalse();
            }
        }
    }

    /** A shell that starts jobs in the background makes them ignore SIGINT, and what they start inherits that. */
    private static String[] restoringSignals() throws IOException, InterruptedException {
        List<String> env = List.of("env", "--default-signal=INT");
        List<String> trial = List.of(env.get(0), env.get(1), "true");
        return new ProcessBuilder(trial).start().waitFor() == 0 ? env.toArray(String[]::new) : new String[0];
    }
}
