package io.arrtheaudio.bench;

import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.port.in.ScanSummary;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A library of small files, half MKV and half MP4, on disk and in the page cache, scanned by two workers. */
final class ScanRace {

    private static final int FILES = 4_000;
    private static final int ROUNDS = 7;

    private final Path folder;
    private final Program program = new Program();
    private final PrintStream out;

    ScanRace(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    void run() throws Exception {
        Path library = library();
        measure(library, false); // warm
        double right = measure(library, false);
        double wrong = measure(library, true);
        out.println("| scan of " + FILES + " files, two workers | files a second, median of " + ROUNDS + " |");
        out.println("|---|---|");
        out.printf("| every file right | **%.0f** |%n", right);
        out.printf("| every file wrong, each change forced to disk | **%.0f** |%n", wrong);
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

    private double measure(Path library, boolean isWrong) throws IOException {
        double[] rates = new double[ROUNDS];
        Language wanted = Program.ENGLISH;
        program.scan(library, wanted, 2);
        for (int i = 0; i < ROUNDS; i++) {
            if (isWrong) {
                wanted = wanted.equals(Program.ENGLISH) ? Program.JAPANESE : Program.ENGLISH;
            }
            long start = System.nanoTime();
            ScanSummary summary = program.scan(library, wanted, 2);
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
