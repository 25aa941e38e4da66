package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged daemon under load, with the options that ship. The limits are loose, and {@link Rounds} makes allowance
 * for other programs; docs/performance.md has what it really takes.
 */
@EnabledOnOs(OS.LINUX)
class LoadIT {

    private static final int CALLERS = 8;
    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final int FILMS = 200;
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void eight_callers_wait_less_than_100_ms_and_the_memory_stays_small() {
        House house = House.in(folder);
        IntStream.range(0, FILMS).forEach(i -> house.film(i + ".mkv"));
        try (DaemonProcess daemon = DaemonProcess.startAsShipped(house)) {
            Rounds.expectWithin(
                    Duration.ofMillis(100), "p99 of a webhook", () -> p99(load(daemon, house)), daemon.process());
            daemon.awaitIdle();
            JsonNode stats = daemon.get("/api/v1/stats");
            assertThat(stats.at("/jobs/completed").asInt())
                    .as(stats.toString())
                    .isEqualTo(stats.path("total_jobs").asInt())
                    .isGreaterThanOrEqualTo(FILMS);
            assertThat(Films.defaults(house.library().resolve("0.mkv"))).containsExactly(2);
            assertThat(sentBeforeRefused(daemon, 300)).as("megabytes of 300").isLessThan(10);
            assertThat(mostMemory(daemon)).as("bytes").isLessThan(512L * MEGABYTE);
        }
    }

    /** A daemon that looked for work only now and then would be late: the Python program by up to 0.8 seconds. */
    @Test
    void a_film_is_done_within_half_a_second_at_rest_and_a_batch_of_200_is_answered_within_a_quarter() {
        House house = House.in(folder);
        Rounds.expectWithin(
                Duration.ofSeconds(5),
                "the start",
                () -> time(() -> DaemonProcess.startAsShipped(house).close()));
        try (DaemonProcess daemon = DaemonProcess.startAsShipped(house)) {
            AtomicInteger films = new AtomicInteger();
            Supplier<Duration> middleOfFive =
                    () -> Stream.generate(() -> fixed(daemon, house, "film" + films.getAndIncrement()))
                            .limit(5)
                            .sorted()
                            .skip(2)
                            .findFirst()
                            .orElseThrow();
            Rounds.expectWithin(
                    Duration.ofMillis(500), "from a webhook to the end of its job", middleOfFive, daemon.process());
            AtomicInteger batches = new AtomicInteger();
            Rounds.expectWithin(
                    Duration.ofMillis(250),
                    "the longest wait while a batch is begun and done",
                    () -> batch(daemon, house, batches.getAndIncrement()),
                    daemon.process());
        }
    }

    private static Duration fixed(DaemonProcess daemon, House house, String name) {
        house.film(name + ".mkv");
        return time(() -> {
            String id = daemon.post(
                            "/webhook/radarr",
                            DaemonProcess.imported(house.library().toString(), name + ".mkv"),
                            202)
                    .path("job_ids")
                    .get(0)
                    .asText();
            DaemonProcess.await("the job is done", () -> hasEnded(daemon.get("/api/v1/jobs/" + id)));
        });
    }

    private static boolean hasEnded(JsonNode job) {
        return job.path("status").asText().equals("completed");
    }

    /** The longest that anybody waits while 200 films are queued and done, whoever asked for them included. */
    private static Duration batch(DaemonProcess daemon, House house, int number) {
        String name = "batch" + number;
        assertThat(house.library().resolve(name).toFile().mkdir()).isTrue();
        IntStream.range(0, FILMS).forEach(i -> house.film(name + "/" + i + ".mkv"));
        List<Duration> waits = new ArrayList<>();
        String[] id = new String[1];
        waits.add(time(() -> id[0] = daemon.post(
                        "/api/v1/batch", "{\"path\": \"" + house.library().resolve(name) + "\"}", 202)
                .path("batch_id")
                .asText()));
        DaemonProcess.await("the batch is done", () -> {
            JsonNode[] batch = new JsonNode[1];
            waits.add(time(() -> batch[0] = daemon.get("/api/v1/batch/" + id[0])));
            return hasEnded(batch[0]);
        });
        assertThat(daemon.get("/api/v1/batch/" + id[0]).path("files_done").asInt())
                .isEqualTo(FILMS);
        return waits.stream().max(Duration::compareTo).orElseThrow();
    }

    /** How long each webhook took. */
    private static List<Duration> load(DaemonProcess daemon, House house) {
        AtomicInteger next = new AtomicInteger();
        long end = System.nanoTime() + ROUND.toNanos();
        Supplier<List<Duration>> caller = () -> {
            List<Duration> taken = new ArrayList<>();
            while (System.nanoTime() < end) {
                String name = next.getAndIncrement() % FILMS + ".mkv";
                taken.add(time(() -> daemon.post(
                        "/webhook/radarr",
                        DaemonProcess.imported(house.library().toString(), name),
                        202)));
            }
            return taken;
        };
        return atOnce(CALLERS, caller).stream().flatMap(List::stream).toList();
    }

    private static <T> List<T> atOnce(int callers, Supplier<T> call) {
        List<T> results = new ArrayList<>();
        List<Thread> threads = Stream.generate(() -> new Thread(() -> {
                    T result = call.get();
                    synchronized (results) {
                        results.add(result);
                    }
                }))
                .limit(callers)
                .toList();
        threads.forEach(Thread::start);
        threads.forEach(LoadIT::join);
        assertThat(results).as("callers who came to their end").hasSize(callers);
        return results;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Duration p99(List<Duration> taken) {
        assertThat(taken).hasSizeGreaterThan(100);
        return taken.stream()
                .sorted()
                .skip(taken.size() * 99L / 100)
                .findFirst()
                .orElseThrow();
    }

    private static Duration time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** The most that it ever held, as the kernel counts. */
    private static long mostMemory(DaemonProcess daemon) {
        try (Stream<String> lines =
                Files.lines(Path.of("/proc/" + daemon.process().pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(kilobytes -> Long.parseLong(kilobytes) * 1_024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Posts a body of so many megabytes without telling how long it is. */
    private static int sentBeforeRefused(DaemonProcess daemon, int megabytes) {
        byte[] chunk = ("100000\r\n" + "x".repeat(MEGABYTE) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), daemon.port())) {
            socket.getOutputStream()
                    .write(("POST /webhook/sonarr HTTP/1.1\r\nHost: a\r\nX-Api-Key: " + DaemonProcess.KEY
                                    + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            int sent = 0;
            while (sent < megabytes && socket.getInputStream().available() == 0 && isSent(socket, chunk)) {
                sent++;
            }
            byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 413".length());
            assertThat(new String(status, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
            return sent;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSent(Socket socket, byte[] chunk) {
        try {
            socket.getOutputStream().write(chunk);
            return true;
        } catch (IOException e) {
            return false; // the daemon hung up
        }
    }
}
