package io.arrtheaudio.bench.load;

import io.arrtheaudio.bench.page.Effort;
import io.arrtheaudio.bench.page.Promise;
import io.arrtheaudio.bench.page.Report;
import io.arrtheaudio.bench.page.Work;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Webhooks by several callers at once; each is about a film of its own as long as there are some. */
final class Webhooks {

    static final int FILMS = 24_000;
    static final int MANY = 32;
    static final Duration RUN = Duration.ofSeconds(10);
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final String PART = "films";

    private final DaemonProcess daemon;
    private final Library library;
    private final int films;
    private final AtomicInteger next = new AtomicInteger();

    Webhooks(DaemonProcess daemon, Library library, Effort effort) throws IOException {
        this.daemon = daemon;
        this.library = library;
        this.films = effort.count(FILMS);
        library.make(PART, films);
    }

    void measure(Work work) throws Exception {
        Duration run = work.effort().time(RUN);
        warmUp(work.effort());
        Report report = work.report();
        report.table(
                "webhook POST, the job durable, while two workers work",
                "requests a second",
                "ms 50th / 99th / 99.9th percentile",
                "most");
        for (int callers : List.of(1, 8, MANY)) {
            Times times = load(callers, run);
            daemon.awaitIdle();
            row(report, callers + (callers == 1 ? " caller" : " callers"), times, run);
            if (callers == MANY) {
                report.measured(Promise.WEBHOOK, times.milliseconds(99));
            }
        }
        Times health = health(run);
        daemon.awaitIdle();
        row(report, "`GET /health` beside " + MANY + " callers", health, run);
        report.measured(Promise.HEALTH, health.milliseconds(99));
    }

    void warmUp(Effort effort) throws Exception {
        load(MANY, effort.time(WARM_UP));
        daemon.awaitIdle();
    }

    Times load(int callers, Duration time) throws Exception {
        Requests requests = new Requests(daemon);
        List<long[]> times = begin(requests, callers);
        requests.end(time);
        return Requests.of(times);
    }

    int count() {
        return next.get();
    }

    private Times health(Duration time) throws Exception {
        Requests requests = new Requests(daemon);
        begin(requests, MANY);
        List<long[]> times = requests.begin(1, 200, caller -> caller.get("/health"));
        requests.end(time);
        return Requests.of(times);
    }

    private List<long[]> begin(Requests requests, int callers) {
        return requests.begin(
                callers,
                202,
                caller -> caller.post("/webhook/radarr", library.imported(PART, next.getAndIncrement() % films)));
    }

    private static void row(Report report, String what, Times times, Duration took) {
        report.row(
                what,
                String.format("%.0f", times.count() * 1000.0 / took.toMillis()),
                times.ms(50) + " / **" + times.ms(99) + "** / " + times.ms(99.9),
                times.ms(100));
    }
}
