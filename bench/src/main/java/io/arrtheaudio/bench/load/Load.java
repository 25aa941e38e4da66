package io.arrtheaudio.bench.load;

import io.arrtheaudio.bench.page.Part;
import io.arrtheaudio.bench.page.Promise;
import io.arrtheaudio.bench.page.Report;
import io.arrtheaudio.bench.page.Work;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What a daemon bears: webhooks, one film at rest, batches; its memory and its start. */
public final class Load implements Part {

    private static final Duration REST = Duration.ofSeconds(5);

    @Override
    public void run(Work work) throws Exception {
        Path folder = work.folder();
        Library library = libraryIn(work);
        Report report = work.report();
        long idle;
        Duration start;
        try (DaemonProcess first = DaemonProcess.start(work.command(), folder, library.folder(), "")) {
            start = first.start();
            TimeUnit.MILLISECONDS.sleep(work.effort().time(REST).toMillis());
            idle = first.memory(false);
        }
        try (DaemonProcess daemon = DaemonProcess.start(work.command(), folder, library.folder(), "")) {
            measure(work, daemon, library, idle);
        }
        try (DaemonProcess again = DaemonProcess.start(work.command(), folder, library.folder(), "")) {
            report.table("from the start of the script until it listens", "ms");
            report.row("with an empty data folder", "**" + start.toMillis() + "**");
            report.row("with all these jobs stored", "**" + again.start().toMillis() + "**");
            report.measured(
                    Promise.READY, Math.max(start.toMillis(), again.start().toMillis()));
        }
    }

    static Library libraryIn(Work work) throws Exception {
        Path folder = Files.createDirectories(work.folder().resolve("library"));
        return new Library(folder, Files.readAllBytes(work.smallFilm()));
    }

    private static void measure(Work work, DaemonProcess daemon, Library library, long idle) throws Exception {
        Webhooks webhooks = new Webhooks(daemon, library, work.effort());
        webhooks.measure(work);
        int jobs = webhooks.count() + new AtRest(daemon, library).measure(work);
        long afterWebhooks = daemon.memory(false);
        String loaded = String.format("after %,d webhooks", jobs);
        jobs += new Batches(daemon, library).measure(work);
        long most = daemon.memory(true);
        Report report = work.report();
        report.table("memory of the daemon (RSS)", "MiB");
        report.row("idle, five seconds after the start", "**" + idle + "**");
        report.row(loaded, "**" + afterWebhooks + "**");
        report.row(
                String.format("after the batches, when it has been asked for %,d jobs", jobs),
                "**" + daemon.memory(false) + "**");
        report.row("the most it ever was", "**" + most + "**");
        report.measured(Promise.IDLE, idle);
        report.measured(Promise.LOADED, most);
    }
}
