package io.arrtheaudio.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/**
 * Prints the tables of docs/performance.md.
 *
 * <p>Arguments: an empty folder to work in, and the {@code arrtheaudio} script.
 */
public final class Bench {

    private Bench() {}

    /** Runs everything. */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        PrintStream out = System.out;
        new StartRace(folder, args[1], out).run();
        out.println();
        engine(folder, out);
        out.println();
        telemetry(out);
        out.println();
        new JournalRace(folder, out).run();
        out.println();
        new ToolRace(folder, out).run();
        out.println();
        new LinkRace(folder, out).run();
        out.println();
        new ScanRace(folder, out).run();
    }

    private static void engine(Path folder, PrintStream out) throws Exception {
        prepare(folder);
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(EngineBenchmark.class.getSimpleName())
                        .jvmArgsAppend("-Dbench.folder=" + folder)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        out.println("| one file, warm, in process (JMH) | median, µs | 99th percentile, µs |");
        out.println("|---|---|---|");
        for (RunResult result : results) {
            Statistics times = result.getPrimaryResult().getStatistics();
            String name = result.getParams().getBenchmark();
            out.printf(
                    Locale.ROOT,
                    "| %s, %s | **%.0f** | %.0f |%n",
                    name.substring(name.lastIndexOf('.') + 1),
                    result.getParams().getParam("file"),
                    times.getPercentile(50),
                    times.getPercentile(99));
        }
    }

    /** Its share of a job is this, divided by the median of a whole switch in the table above. */
    private static void telemetry(PrintStream out) throws Exception {
        RunResult result = new Runner(new OptionsBuilder()
                        .include(TelemetryBenchmark.class.getSimpleName())
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .runSingle();
        out.println("| telemetry (JMH) | ns |");
        out.println("|---|---|");
        out.printf(
                Locale.ROOT,
                "| all that is told of one job, two workers at once | **%.0f** |%n",
                result.getPrimaryResult().getScore());
    }

    private static void prepare(Path folder) throws IOException, InterruptedException {
        Samples samples = new Samples(folder);
        for (String extension : new String[] {"mkv", "mp4"}) {
            Path small = samples.real(extension, 5);
            samples.sparse(extension, small, 4_000_000_000L);
        }
    }
}
