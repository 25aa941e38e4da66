package io.arrtheaudio.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One file, warm: reading its tracks and choosing; and the whole switch with guard, journal, write, force and a second look. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class EngineBenchmark {

    /** A file name in the folder that the system property {@code bench.folder} names. */
    @Param({"real-5.mkv", "sparse-4000.mkv", "real-5.mp4", "sparse-4000.mp4"})
    public String file;

    private Program program;
    private Switching switching;
    private Path path;

    /** Brings the file into a known state. */
    @Setup
    public void prepare() throws IOException {
        Path folder = Path.of(System.getProperty("bench.folder"));
        path = folder.resolve(file);
        Films.force(path);
        program = Program.in(folder.resolve("jmh-data"));
        switching = new Switching(program, path);
    }

    /** Reads and chooses. */
    @Benchmark
    public Object inspect() {
        return program.inspect(path);
    }

    /** Switches to the other language; journal and file are forced to disk. */
    @Benchmark
    public void switchAndForce() {
        switching.call();
    }

    /** Leaves the file as it was found, for the next benchmark. */
    @TearDown
    public void restore() {
        switching.restore();
        program.close();
    }
}
