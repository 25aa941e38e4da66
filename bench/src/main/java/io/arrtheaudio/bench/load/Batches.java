package io.arrtheaudio.bench.load;

import io.arrtheaudio.bench.page.Effort;
import io.arrtheaudio.bench.page.Promise;
import io.arrtheaudio.bench.page.Report;
import io.arrtheaudio.bench.page.Work;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Batches of films that are all wrong. */
final class Batches {

    private static final int SMALL = 200;
    private static final int BIG = 20_000;
    private static final int WHOLE = 100_000;
    private static final double SECOND = 1e9;
    private static final double MILLISECOND = 1e6;

    private final DaemonProcess daemon;
    private final Library library;

    Batches(DaemonProcess daemon, Library library) {
        this.daemon = daemon;
        this.library = library;
    }

    /** @return how many films */
    int measure(Work work) throws Exception {
        int big = work.effort() == Effort.WHOLE ? WHOLE : work.effort().count(BIG);
        library.make("small", SMALL);
        library.make("big", big);
        small(work.report());
        big(work.report(), big);
        return SMALL + big;
    }

    private void small(Report report) throws Exception {
        Requests others = new Requests(daemon);
        List<long[]> times = others.begin(1, 200, caller -> caller.get("/api/v1/queue"));
        double answered;
        double done;
        try (Caller caller = daemon.caller()) {
            caller.get("/api/v1/queue");
            long began = System.nanoTime();
            String id = start(caller, "small");
            answered = (System.nanoTime() - began) / MILLISECOND;
            await(caller, id, "completed");
            done = (System.nanoTime() - began) / MILLISECOND;
        }
        others.end(Duration.ZERO);
        Times other = Requests.of(times);
        report.table("batch of " + SMALL + " films, all wrong", "ms");
        report.row("POST answered", String.format("**%.1f**", answered));
        report.row("all done", String.format("**%.0f**", done));
        report.row("the slowest of " + other.count() + " other requests meanwhile", other.ms(100));
    }

    private void big(Report report, int films) throws Exception {
        try (Caller caller = daemon.caller()) {
            long began = System.nanoTime();
            String id = start(caller, "big");
            double answered = (System.nanoTime() - began) / MILLISECOND;
            await(caller, id, "(working|completed)");
            double queued = (System.nanoTime() - began) / SECOND;
            await(caller, id, "completed");
            double done = (System.nanoTime() - began) / SECOND;
            report.table(String.format("batch of %,d films, all wrong", films), "");
            report.row("POST answered after", String.format("%.1f ms", answered));
            report.row("all found and queued after", String.format("%.1f s", queued));
            report.row("all done after", String.format("%.0f s", done));
            report.row("jobs a second", String.format("**%.0f**", films / done));
            report.measured(Promise.JOBS, films / done);
        }
    }

    private String start(Caller caller, String part) throws IOException {
        String path = library.folder().resolve(part).toString();
        return caller.post("/api/v1/batch", "{\"path\": \"" + path + "\"}")
                .require(202)
                .replaceAll("(?s).*\"batch_id\":\"([0-9]+)\".*", "$1");
    }

    private static void await(Caller caller, String id, String status) throws Exception {
        String wanted = "(?s).*\"status\":\"" + status + "\".*";
        while (!caller.get("/api/v1/batch/" + id).require(200).matches(wanted)) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }
}
