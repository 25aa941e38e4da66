package io.arrtheaudio.bench.load;

import io.arrtheaudio.bench.page.Work;
import java.util.concurrent.TimeUnit;

/** One film after the other while nothing else runs: from the POST until an answer says that it is done. */
final class AtRest {

    private static final int FILMS = 200;

    private final DaemonProcess daemon;
    private final Library library;

    AtRest(DaemonProcess daemon, Library library) {
        this.daemon = daemon;
        this.library = library;
    }

    /** @return how many films */
    int measure(Work work) throws Exception {
        long[] took = new long[work.effort().count(FILMS)];
        String part = library.make("rest", took.length);
        try (Caller caller = daemon.caller()) {
            for (int i = 0; i < took.length; i++) {
                took[i] = one(caller, library.imported(part, i));
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }
        Times times = Times.of(took);
        work.report().table("one MKV at rest, " + took.length + " times", "ms 50th / 99th percentile", "most");
        work.report()
                .row(
                        "from the POST until the film is changed and the job completed",
                        "**" + times.ms(50) + "** / **" + times.ms(99) + "**",
                        times.ms(100));
        return took.length;
    }

    private static long one(Caller caller, String webhook) throws Exception {
        long began = System.nanoTime();
        String accepted = caller.post("/webhook/radarr", webhook).require(202);
        String job = accepted.replaceAll("(?s).*\"job_ids\":\\[\"([0-9]+)\".*", "$1");
        while (!caller.get("/api/v1/jobs/" + job).require(200).contains("\"status\":\"completed\"")) {
            Thread.onSpinWait();
        }
        return System.nanoTime() - began;
    }
}
