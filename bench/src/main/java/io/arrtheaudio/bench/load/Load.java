package io.arrtheaudio.bench.load;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Prints what a daemon bears, as tables for docs/performance.md.
 *
 * <p>Arguments: an empty folder to work in, the {@code arrtheaudio} script, a small film that is wrong, and how many files the
 * big batch has.
 */
public final class Load {

    private static final int FILMS = 24_000;
    private static final int A_FOLDER = 1_000;
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration RUN = Duration.ofSeconds(10);

    private final Path folder;
    private final Path library;
    private final String script;
    private final byte[] film;
    private final int batch;
    private final PrintStream out;
    private final AtomicInteger next = new AtomicInteger();

    private Load(Path folder, String script, byte[] film, int batch, PrintStream out) {
        this.folder = folder;
        this.library = folder.resolve("library");
        this.script = script;
        this.film = film;
        this.batch = batch;
        this.out = out;
    }

    /** Runs everything. */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        new Load(folder, args[1], Files.readAllBytes(Path.of(args[2])), Integer.parseInt(args[3]), System.out).run();
    }

    private void run() throws Exception {
        make("films", FILMS);
        make("small", 200);
        long idle;
        Duration start;
        try (DaemonProcess first = DaemonProcess.start(script, folder, library)) {
            start = first.start();
            TimeUnit.SECONDS.sleep(5);
            idle = first.memory(false);
        }
        try (DaemonProcess daemon = DaemonProcess.start(script, folder, library)) {
            webhooks(daemon);
            atRest(daemon);
            long afterWebhooks = daemon.memory(false);
            smallBatch(daemon);
            bigBatch(daemon);
            out.println("| memory of the daemon (RSS) | MiB |");
            out.println("|---|---|");
            out.println("| idle, five seconds after the start | **" + idle + "** |");
            out.println("| after " + next.get() + " webhooks | **" + afterWebhooks + "** |");
            out.println("| with " + (next.get() + batch) + " jobs stored, after the batch | **" + daemon.memory(false)
                    + "** |");
            out.println("| the most it ever was | **" + daemon.memory(true) + "** |");
            out.println();
        }
        try (DaemonProcess again = DaemonProcess.start(script, folder, library)) {
            out.println("| from the start of the script until it listens | ms |");
            out.println("|---|---|");
            out.println("| with an empty data folder | **" + start.toMillis() + "** |");
            out.println("| with all these jobs stored | **" + again.start().toMillis() + "** |");
        }
    }

    private void webhooks(DaemonProcess daemon) throws Exception {
        load(daemon, 32, WARM_UP, false);
        daemon.awaitIdle();
        out.println(
                "| webhook POST, the job durable, while two workers work | requests a second | ms 50th / 99th / 99.9th percentile"
                        + " | most |");
        out.println("|---|---|---|---|");
        for (int callers : List.of(1, 8, 32)) {
            Times times = load(daemon, callers, RUN, false);
            daemon.awaitIdle();
            row(callers + (callers == 1 ? " caller" : " callers"), times, RUN);
        }
        Times health = load(daemon, 32, RUN, true);
        daemon.awaitIdle();
        row("`GET /health` beside 32 callers", health, RUN);
        out.println();
    }

    private void row(String what, Times times, Duration took) {
        out.printf(
                Locale.ROOT,
                "| %s | %.0f | %s | %s |%n",
                what,
                times.count() * 1000.0 / took.toMillis(),
                times.summary(),
                times.ms(100));
    }

    /** So many callers post one webhook after the other; each is about a film of its own as long as there are some. */
    private Times load(DaemonProcess daemon, int callers, Duration time, boolean timesHealth) throws Exception {
        AtomicBoolean end = new AtomicBoolean();
        List<long[]> times = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            threads.add(new Thread(() -> post(daemon, end, timesHealth ? new ArrayList<>() : times)));
        }
        if (timesHealth) {
            threads.add(new Thread(() -> call(daemon, end, times, caller -> expect(200, caller.get("/health")))));
        }
        threads.forEach(Thread::start);
        TimeUnit.MILLISECONDS.sleep(time.toMillis());
        end.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
        return Times.of(times.stream().flatMapToLong(Arrays::stream).toArray());
    }

    private void post(DaemonProcess daemon, AtomicBoolean end, List<long[]> times) {
        call(
                daemon,
                end,
                times,
                caller -> expect(202, caller.post("/webhook/radarr", imported(name(next.getAndIncrement())))));
    }

    /** One request. */
    private interface Call {
        void by(Caller caller) throws IOException;
    }

    private void call(DaemonProcess daemon, AtomicBoolean end, List<long[]> times, Call call) {
        long[] took = new long[1 << 18];
        int count = 0;
        try (Caller caller = daemon.caller()) {
            while (!end.get() && count < took.length) {
                long began = System.nanoTime();
                call.by(caller);
                took[count++] = System.nanoTime() - began;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        synchronized (times) {
            times.add(Arrays.copyOf(took, count));
        }
    }

    private static Caller.Answer expect(int status, Caller.Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException("answered " + answer);
        }
        return answer;
    }

    /** Nothing else runs: from the POST until the answer to a question says that the film is done. */
    private void atRest(DaemonProcess daemon) throws Exception {
        long[] took = new long[200];
        make("rest", took.length);
        try (Caller caller = daemon.caller()) {
            for (int i = 0; i < took.length; i++) {
                long began = System.nanoTime();
                String body = expect(202, caller.post("/webhook/radarr", imported(path("rest", i))))
                        .body();
                long job = Long.parseLong(body.replaceAll("(?s).*\"job_ids\":\\[\"([0-9]+)\".*", "$1"));
                while (!caller.get("/api/v1/jobs/" + job).body().contains("\"status\":\"completed\"")) {
                    Thread.onSpinWait();
                }
                took[i] = System.nanoTime() - began;
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }
        Times times = Times.of(took);
        out.println("| one MKV at rest, 200 times | ms 50th / 99th percentile | most |");
        out.println("|---|---|---|");
        out.println("| from the POST until the film is changed and the job completed | **" + times.ms(50) + "** / **"
                + times.ms(99) + "** | " + times.ms(100) + " |");
        out.println();
    }

    private void smallBatch(DaemonProcess daemon) throws Exception {
        AtomicBoolean end = new AtomicBoolean();
        List<long[]> others = new ArrayList<>();
        Thread other = new Thread(() -> call(daemon, end, others, caller -> expect(200, caller.get("/api/v1/queue"))));
        other.start();
        long answered;
        long done;
        try (Caller caller = daemon.caller()) {
            caller.get("/api/v1/queue");
            long began = System.nanoTime();
            String id = started(caller, "small");
            answered = System.nanoTime() - began;
            awaitBatch(caller, id, "\"status\":\"completed\"");
            done = System.nanoTime() - began;
        }
        end.set(true);
        other.join();
        out.println("| batch of 200 films, all wrong | ms |");
        out.println("|---|---|");
        out.printf(Locale.ROOT, "| POST answered | **%.1f** |%n", answered / 1e6);
        out.printf(Locale.ROOT, "| all done | **%.0f** |%n", done / 1e6);
        out.println("| the slowest of " + Times.of(others.get(0)).count() + " other requests meanwhile | "
                + Times.of(others.get(0)).ms(100) + " |");
        out.println();
    }

    private void bigBatch(DaemonProcess daemon) throws Exception {
        make("big", batch);
        try (Caller caller = daemon.caller()) {
            long began = System.nanoTime();
            String id = started(caller, "big");
            double answered = (System.nanoTime() - began) / 1e6;
            awaitBatch(caller, id, "\"status\":\"(working|completed)\"");
            double queued = (System.nanoTime() - began) / 1e9;
            awaitBatch(caller, id, "\"status\":\"completed\"");
            double done = (System.nanoTime() - began) / 1e9;
            out.println("| batch of " + batch + " films, all wrong | |");
            out.println("|---|---|");
            out.printf(Locale.ROOT, "| POST answered after | %.1f ms |%n", answered);
            out.printf(Locale.ROOT, "| all found and queued after | %.1f s |%n", queued);
            out.printf(Locale.ROOT, "| all done after | %.0f s |%n", done);
            out.printf(Locale.ROOT, "| jobs a second | **%.0f** |%n", batch / done);
            out.println();
        }
    }

    private String started(Caller caller, String part) throws IOException {
        String body = expect(202, caller.post("/api/v1/batch", "{\"path\": \"" + library.resolve(part) + "\"}"))
                .body();
        return body.replaceAll("(?s).*\"batch_id\":\"([0-9]+)\".*", "$1");
    }

    private static void awaitBatch(Caller caller, String id, String state) throws Exception {
        while (!expect(200, caller.get("/api/v1/batch/" + id)).body().matches("(?s).*" + state + ".*")) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private String imported(String name) {
        return "{\"eventType\": \"Download\", \"instanceName\": \"Radarr\", \"movie\": {\"title\": \"A Film\", \"year\": 2020,"
                + " \"tmdbId\": 603, \"folderPath\": \"" + library + "\"}, \"movieFile\": {\"relativePath\": \"" + name
                + "\"}, \"isUpgrade\": false}";
    }

    private static String name(int number) {
        return path("films", number % FILMS);
    }

    private static String path(String part, int number) {
        return part + "/" + number / A_FOLDER + "/" + number + ".mkv";
    }

    private void make(String part, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Path file = library.resolve(path(part, i));
            if (i % A_FOLDER == 0) {
                Files.createDirectories(file.getParent());
            }
            Files.write(file, film);
        }
    }
}
