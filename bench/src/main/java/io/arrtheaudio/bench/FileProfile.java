package io.arrtheaudio.bench;

import io.arrtheaudio.bench.page.Part;
import io.arrtheaudio.bench.page.Work;
import io.arrtheaudio.bench.profile.Kind;
import io.arrtheaudio.bench.profile.Samples;
import io.arrtheaudio.bench.profile.Shares;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import jdk.jfr.Recording;

/** Where the time of one who switches a film, and of a scan's one worker, goes. */
final class FileProfile implements Part {

    private static final int FILES = 1_000;
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration TIME = Duration.ofSeconds(8);
    private static final Duration PERIOD = Duration.ofMillis(10);
    private static final String QUEUE = "io.arrtheaudio.adapter.jdbi.CommitQueue.";
    private static final List<Kind> KINDS = List.of(
            Kind.of("forcing the film to disk", "sun.nio.ch.FileDispatcherImpl.force0"),
            Kind.of("SQLite: statements", QUEUE + "runAlone", QUEUE + "look"),
            Kind.of("SQLite: commits, one of two forced to disk", QUEUE + "commit"),
            Kind.of(
                    "opening and closing files",
                    "sun.nio.fs.UnixNativeDispatcher.open",
                    "sun.nio.ch.FileDispatcherImpl.close",
                    "sun.nio.ch.FileDispatcherImpl.preClose",
                    "sun.nio.fs.UnixChannelFactory"),
            Kind.of("asking the file system: names, links, times", "sun.nio.fs."),
            Kind.of("reading and writing headers", "sun.nio.ch."),
            Kind.of(
                    "choosing the track, reading what was read",
                    "io.arrtheaudio.domain.",
                    "io.arrtheaudio.adapter.files."));

    @Override
    public void run(Work work) throws Exception {
        work.report().table("what", "time goes into", "per cent");
        try (Program program = Program.in(work.folder().resolve("data"))) {
            Path film = new Films(work.folder()).real("mkv", 5);
            rows(work, "one MKV switched, journal and film forced", new Switching(program, film), name -> true);
            Library library = Library.in(work.folder(), work.effort().count(FILES));
            Predicate<String> workers = name -> name.startsWith("fix-");
            rows(work, "scan, every file right, one worker", new Scanning(program, library, false, 1), workers);
            rows(work, "scan, every file wrong, one worker", new Scanning(program, library, true, 1), workers);
        }
    }

    private static void rows(Work work, String what, Callable<?> step, Predicate<String> threads) throws Exception {
        repeat(step, work.effort().time(WARM_UP));
        Path file = work.folder().resolve("recording.jfr");
        try (Recording recording = new Recording()) {
            recording.enable(Samples.JAVA).withPeriod(PERIOD);
            recording.enable(Samples.NATIVE).withPeriod(PERIOD);
            recording.start();
            repeat(step, work.effort().time(TIME));
            recording.stop();
            recording.dump(file);
        }
        Shares shares = Samples.read(file).shares(KINDS, threads, Samples.JAVA, Samples.NATIVE);
        shares.each((kind, percent) -> work.report().row(what, kind, String.format("**%.0f**", percent)));
    }

    private static void repeat(Callable<?> step, Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            step.call();
        }
    }
}
