package io.arrtheaudio.bench;

import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.port.in.ScanSummary;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A library of small files, half MKV and half MP4, on disk and in the page cache. */
final class ScanRace {

    private static final int FILES = 4_000;
    private static final int ROUNDS = 5;

    private final Path folder;
    private final PrintStream out;

    ScanRace(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    void run() throws Exception {
        Path library = library();
        out.println("| scan of " + FILES + " files | files a second, median of " + ROUNDS + " |");
        out.println("|---|---|");
        try (Program program = Program.in(folder.resolve("scan-data"))) {
            measure(program, library, false, 2); // warm
            row("every file right, 2 workers", measure(program, library, false, 2));
            for (int workers : new int[] {2, 4, 8}) {
                row(
                        "every file wrong, journal and change forced to disk, " + workers + " workers",
                        measure(program, library, true, workers));
            }
        }
        row("every file wrong, no journal, 2 workers", measure(Program.with(new NoJournal()), library, true, 2));
    }

    private void row(String what, double rate) {
        out.printf("| %s | **%.0f** |%n", what, rate);
    }

    private Path library() throws Exception {
        Samples samples = new Samples(folder);
        Path library = Files.createDirectories(folder.resolve("library"));
        for (String extension : new String[] {"mkv", "mp4"}) {
            Path sample = samples.real(extension, 1);
            for (int i = 0; i < FILES / 2; i++) {
                Path season = Files.createDirectories(library.resolve("Show " + i / 20));
                Files.copy(sample, season.resolve("Episode " + i % 20 + "." + extension));
            }
        }
        Tool.run("sync");
        return library;
    }

    /** The library's default is English before the first round, whatever the last measurement has left. */
    private double measure(Program program, Path library, boolean isWrong, int workers) {
        double[] rates = new double[ROUNDS];
        Language wanted = Program.ENGLISH;
        program.scan(library, wanted, workers);
        for (int i = 0; i < ROUNDS; i++) {
            if (isWrong) {
                wanted = wanted.equals(Program.ENGLISH) ? Program.JAPANESE : Program.ENGLISH;
            }
            long start = System.nanoTime();
            ScanSummary summary = program.scan(library, wanted, workers);
            rates[i] = FILES / ((System.nanoTime() - start) / 1e9);
            long expected = summary.count(isWrong ? "changed" : "already_correct");
            if (expected != FILES) {
                throw new IllegalStateException("unexpected " + summary);
            }
        }
        Arrays.sort(rates);
        return rates[ROUNDS / 2];
    }
}
