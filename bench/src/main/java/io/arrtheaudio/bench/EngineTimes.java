package io.arrtheaudio.bench;

import io.arrtheaudio.bench.page.Effort;
import io.arrtheaudio.bench.page.Part;
import io.arrtheaudio.bench.page.Promise;
import io.arrtheaudio.bench.page.Report;
import io.arrtheaudio.bench.page.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** What JMH measures: one file looked at and switched, and what is told of a job. */
final class EngineTimes implements Part {

    private static final long SPARSE_BYTES = 4_000_000_000L;
    private static final String SWITCH = "switchAndForce, ";

    @Override
    public void run(Work work) throws Exception {
        prepare(work.folder());
        Map<String, Double> medians = engine(work);
        telemetry(work, medians.get(SWITCH + "real-5.mkv"));
        work.report()
                .measured(
                        Promise.MP4_SIZE, medians.get(SWITCH + "sparse-4000.mp4") / medians.get(SWITCH + "real-5.mp4"));
    }

    private static void prepare(Path folder) throws IOException, InterruptedException {
        Films samples = new Films(folder);
        for (String extension : new String[] {"mkv", "mp4"}) {
            Path small = samples.real(extension, 5);
            samples.sparse(extension, small, SPARSE_BYTES);
        }
    }

    /** @return the medians in microseconds */
    private static Map<String, Double> engine(Work work) throws RunnerException {
        Report report = work.report();
        Map<String, Double> medians = new TreeMap<>();
        report.table("one file, warm, in process (JMH)", "median, µs", "99th percentile, µs");
        for (RunResult result : new Runner(options(EngineBenchmark.class, work.effort())
                        .jvmArgsAppend("-Dbench.folder=" + work.folder())
                        .build())
                .run()) {
            Statistics times = result.getPrimaryResult().getStatistics();
            String method = result.getParams().getBenchmark();
            String name = method.substring(method.lastIndexOf('.') + 1) + ", "
                    + result.getParams().getParam("file");
            medians.put(name, times.getPercentile(50));
            report.row(
                    name,
                    String.format("**%.0f**", times.getPercentile(50)),
                    String.format("%.0f", times.getPercentile(99)));
        }
        return medians;
    }

    private static void telemetry(Work work, double switchMicros) throws Exception {
        double nanos = new Runner(
                        options(TelemetryBenchmark.class, work.effort()).build())
                .runSingle()
                .getPrimaryResult()
                .getScore();
        double percent = nanos / 1000 / switchMicros * 100;
        work.report().table("telemetry (JMH)", "ns", "of a switch of real-5.mkv, in per cent");
        work.report()
                .row(
                        "all that is told of one job, two workers at once",
                        String.format("**%.0f**", nanos),
                        String.format("**%.3f**", percent));
        work.report().measured(Promise.TELEMETRY, percent);
    }

    private static ChainedOptionsBuilder options(Class<?> benchmark, Effort effort) {
        ChainedOptionsBuilder options =
                new OptionsBuilder().include(benchmark.getSimpleName()).verbosity(VerboseMode.SILENT);
        if (effort != Effort.TRY) {
            return options;
        }
        TimeValue moment = TimeValue.milliseconds(200);
        return options.warmupIterations(1)
                .warmupTime(moment)
                .measurementIterations(1)
                .measurementTime(moment);
    }
}
