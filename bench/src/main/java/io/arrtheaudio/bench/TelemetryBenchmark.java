package io.arrtheaudio.bench;

import io.arrtheaudio.adapter.micrometer.Metrics;
import io.arrtheaudio.domain.choice.Explanation;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.port.out.Happening;
import io.arrtheaudio.port.out.Happening.FileKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * All that is told of one job that a webhook asks for: the request, the title that is remembered, the file and the end of the
 * job; by two workers at once, and with all series of a daemon there.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Threads(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TelemetryBenchmark {

    private static final String ROUTE = "/webhook/sonarr";

    private final Outcome outcome = new Outcome.NoMatch(Path.of("/tv/a.mkv"), Explanation.NONE);
    private Metrics metrics;

    /** Begins to count. */
    @Setup
    public void begin() {
        metrics = Metrics.open("bench");
        metrics.serves("POST", ROUTE, List.of(202, 401, 429));
    }

    /** Ends it. */
    @TearDown
    public void end() {
        metrics.close();
    }

    /** Everything that is told of one job; none of it is a constant to the compiler. */
    @Benchmark
    public void job() {
        long now = System.nanoTime();
        metrics.answered("POST", ROUTE, 202, Duration.ofNanos(now & 0xFFFFF));
        metrics.happened(new Happening.MemoryAsked(true));
        metrics.happened(new Happening.FileProcessed(outcome, FileKind.MKV, Duration.ofNanos(now & 0xFFFFFF)));
        metrics.happened(new Happening.JobsEnded(JobState.COMPLETED, 1));
    }
}
