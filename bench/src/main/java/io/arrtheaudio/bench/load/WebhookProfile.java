package io.arrtheaudio.bench.load;

import io.arrtheaudio.bench.page.Part;
import io.arrtheaudio.bench.page.Work;
import io.arrtheaudio.bench.profile.Kind;
import io.arrtheaudio.bench.profile.Recorder;
import io.arrtheaudio.bench.profile.Samples;
import io.arrtheaudio.bench.profile.Shares;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;

/** Where the processors' time of a daemon under webhooks goes, by thread and by what the threads of HTTP do. */
public final class WebhookProfile implements Part {

    private static final Map<String, String> GROUPS = groups();
    private static final List<Kind> KINDS = List.of(
            Kind.of("SQLite and what asks it", "org.sqlite.", "org.jdbi.", "io.arrtheaudio.adapter.jdbi."),
            Kind.of("reading and writing JSON", "com.fasterxml.jackson."),
            Kind.of("Jetty and Javalin", "org.eclipse.jetty.", "io.javalin."),
            Kind.of("our own code: keys, limits, paths, jobs", "io.arrtheaudio."));

    @Override
    public void run(Work work) throws Exception {
        Path recording = work.folder().resolve("recording.jfr");
        Library library = Load.libraryIn(work);
        Duration time = work.effort().time(Webhooks.RUN);
        Instant from;
        Times times;
        Instant to;
        String options = new Recorder(recording).options();
        try (DaemonProcess daemon = DaemonProcess.start(work.command(), work.folder(), library.folder(), options)) {
            Webhooks webhooks = new Webhooks(daemon, library, work.effort());
            webhooks.warmUp(work.effort());
            from = Instant.now();
            times = webhooks.load(Webhooks.MANY, time);
            to = Instant.now();
        }
        Samples samples = Samples.read(recording).between(from, to);
        work.report().table("processors' time of a daemon, " + Webhooks.MANY + " callers", "per cent");
        byThread(samples).each((group, percent) -> row(work, group, percent));
        work.report().table("what threads of HTTP do while they run Java code", "per cent");
        samples.shares(KINDS, name -> name.startsWith("http"), Samples.JAVA)
                .each((kind, percent) -> row(work, kind, percent));
        waiting(work, samples, times);
    }

    private static void row(Work work, String what, double percent) {
        work.report().row(what, String.format("**%.0f**", percent));
    }

    /** Seconds of all processors: a thread tells its load once a second, and one thread collects garbage. */
    private static Shares byThread(Samples samples) {
        Map<String, Double> loads = new LinkedHashMap<>();
        samples.of("jdk.ThreadCPULoad").forEach(event -> {
            double load = event.getFloat("user") + event.getFloat("system");
            loads.merge(groupOf(event.getThread()), load, Double::sum);
        });
        double collecting = samples.of("jdk.GarbageCollection")
                .mapToDouble(event -> event.getDuration("sumOfPauses").toNanos() / 1e9)
                .sum();
        loads.put("collecting garbage", collecting / Runtime.getRuntime().availableProcessors());
        return new Shares(loads);
    }

    private static String groupOf(RecordedThread thread) {
        String name = thread.getJavaName() == null ? String.valueOf(thread.getOSName()) : thread.getJavaName();
        return GROUPS.entrySet().stream()
                .filter(group -> name.startsWith(group.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("others");
    }

    private static Map<String, String> groups() {
        Map<String, String> groups = new LinkedHashMap<>();
        groups.put("http", "threads of HTTP: webhooks and their commits");
        groups.put("worker", "workers: films and their journal");
        groups.put("C1", "Java's compilers");
        groups.put("C2", "Java's compilers");
        groups.put("JFR", "the flight recorder that measures this");
        return groups;
    }

    /** How long a webhook waits, on the average, while another thread commits for it. */
    private static void waiting(Work work, Samples samples, Times times) {
        Kind commit = Kind.of("commit", "io.arrtheaudio.adapter.jdbi.CommitQueue.done");
        double waited = samples.of("jdk.ThreadPark")
                .filter(event -> isWebhook(event) && commit.fits(event.getStackTrace()))
                .mapToDouble(event -> event.getDuration().toNanos() / 1e6)
                .sum();
        work.report().table("one webhook of " + Webhooks.MANY + " callers, on the average", "ms");
        work.report().row("from the request to the answer", String.format("**%.2f**", times.average()));
        work.report()
                .row(
                        "of that until another thread has committed for it, or it is its turn",
                        String.format("**%.2f**", waited / times.count()));
    }

    private static boolean isWebhook(RecordedEvent park) {
        return park.getStackTrace() != null
                && park.getThread() != null
                && String.valueOf(park.getThread().getJavaName()).startsWith("http");
    }
}
