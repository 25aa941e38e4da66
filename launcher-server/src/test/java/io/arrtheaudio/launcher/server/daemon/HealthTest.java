package io.arrtheaudio.launcher.server.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.arrtheaudio.kit.LoopDisk;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Everything that can be wrong with a daemon, brought about, told, and mended. */
@Timeout(120)
class HealthTest {

    /** The disk that the tests run on may be anything but empty. */
    private static final String ANY_DISK = "health: {min_free_percent: 0}";

    private static final String BUILT_IN = "engine: builtin";

    @TempDir
    private Path folder;

    private RunningDaemon daemon;

    @AfterEach
    void end() {
        daemon.close();
    }

    @Test
    void all_is_well_and_what_the_settings_do_without_is_passed_and_says_so() {
        daemon = RunningDaemon.in(folder, ANY_DISK, BUILT_IN);
        untilLooked();

        RunningDaemon.Answer health = daemon.get("/health").is(200);

        assertThat(health.text("status")).isEqualTo("healthy");
        assertThat(health.text("version")).isEqualTo("1.2.3");
        assertThat(health.json().path("checks"))
                .hasToString("{\"ffprobe\":true,\"mkvpropedit\":true,\"ffmpeg\":true,\"database\":true,"
                        + "\"tmdb_api\":true,\"disk_space\":true,\"queue\":true,\"workers\":true,\"deadlock\":true,"
                        + "\"libraries\":true}");
        assertThat(why("ffprobe")).isEqualTo("not needed: engine is builtin");
        assertThat(why("tmdb_api")).isEqualTo("not needed: tmdb.enabled is false");
        assertThat(detail("tmdb_api").path("required").asBoolean(true)).isFalse();
        assertThat(detail("workers").path("serving").asBoolean()).isTrue();
        assertThat(health.json().path("details")).allSatisfy(detail -> {
            assertThat(detail.path("took_ms").isNumber()).isTrue();
            assertThat(detail.path("looked_at").asText()).endsWith("Z");
        });
        daemon.get("/health/ready").is(200);
    }

    @Test
    void a_tool_that_is_needed_and_was_removed() throws IOException {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        List<String> tools = List.of("ffprobe", "ffmpeg", "mkvpropedit", "mkvmerge");
        for (String tool : tools) {
            Files.createSymbolicLink(bin.resolve(tool), program(tool));
        }
        daemon = RunningDaemon.in(
                folder,
                ANY_DISK,
                "engine: tools",
                "tools: {ffprobe: %1$s/ffprobe, ffmpeg: %1$s/ffmpeg, mkvpropedit: %1$s/mkvpropedit, mkvmerge: %1$s/mkvmerge}"
                        .formatted(bin));
        untilLooked();
        assertThat(status()).isEqualTo("healthy");
        Path ffprobe = Files.readSymbolicLink(bin.resolve("ffprobe"));

        Files.delete(bin.resolve("ffprobe"));

        until("degraded", "ffprobe");
        assertThat(detail("ffprobe").path("remedy").asText()).startsWith("install the package ffmpeg");
        Files.createSymbolicLink(bin.resolve("ffprobe"), ffprobe);
        until("healthy");
        for (String tool : tools) {
            Files.delete(bin.resolve(tool)); // what they lead to is no file of the test
        }
    }

    @Test
    void the_file_of_the_database_was_taken_away() throws IOException {
        daemon = RunningDaemon.in(folder, ANY_DISK, BUILT_IN);
        untilLooked();

        Files.delete(daemon.data().resolve("arrtheaudio.db"));

        until("unhealthy", "database");
        assertThat(why("database")).contains("somebody removed or replaced it");
        daemon.get("/health").is(503);
        daemon.get("/health/ready").is(503);
        daemon.get("/health/live").is(200);
        assertThat(detail("database").path("required").asBoolean()).isTrue();
    }

    @Test
    void another_program_keeps_the_database_locked() throws IOException {
        daemon = RunningDaemon.in(folder, ANY_DISK, BUILT_IN);
        untilLooked();

        LockingProgram program = LockingProgram.of(daemon.data().resolve("arrtheaudio.db"));
        try {
            RunningDaemon.await("the database fails", () -> !isPassed("database"));
            assertThat(status()).isEqualTo("unhealthy");
            assertThat(why("database")).containsAnyOf("no answer for", "another program keeps it locked");
            assertThat(healthTakes()).isLessThan(Duration.ofSeconds(1));
        } finally {
            program.close();
        }

        until("healthy");
        daemon.get("/health/ready").is(200);
    }

    @Test
    void tmdb_takes_questions_and_never_answers() throws IOException {
        CountDownLatch asked = new CountDownLatch(1);
        HttpServer tmdb = silent(asked);
        try {
            daemon = RunningDaemon.in(folder, ANY_DISK, BUILT_IN, tmdb(tmdb, "timeout: 500ms"));
            RunningDaemon.await("TMDB is asked", () -> asked.getCount() == 0);
            assertThat(healthTakes()).isLessThan(Duration.ofSeconds(1));

            until("degraded", "tmdb_api");

            assertThat(why("tmdb_api")).isEqualTo("no whole answer within 500 ms");
            daemon.get("/health/ready").is(200);
        } finally {
            tmdb.stop(0);
        }
    }

    @Test
    void the_disk_of_a_library_is_nearly_full() throws IOException {
        try (LoopDisk disk = LoopDisk.of(LoopDisk.Kind.TMPFS)) {
            daemon = RunningDaemon.in(
                    folder, "health: {min_free_percent: 2}", BUILT_IN, "libraries: [" + disk.root() + "]");
            untilLooked();
            assertThat(detail("disk_space").path("findings"))
                    .anyMatch(seen -> seen.path("subject").asText().equals("space for " + disk.root())
                            && seen.path("level").asText().equals("ok"));
            Path film = Files.write(disk.root().resolve("film.mkv"), new byte[(16 << 20) - (100 << 10)]);

            until("degraded", "disk_space");
            assertThat(why("disk_space")).endsWith("of 16.8 MB free (0 %), less than 2 %");

            Files.delete(film);
            until("healthy");
        }
    }

    @Test
    void the_queue_is_full_and_then_what_is_in_hand_hangs() throws Exception {
        CountDownLatch asked = new CountDownLatch(2); // of health, and of the film in hand
        HttpServer tmdb = silent(asked);
        try {
            daemon = RunningDaemon.in(
                    folder,
                    ANY_DISK,
                    BUILT_IN,
                    tmdb(tmdb, "timeout: 100s, lookup_timeout: 100s"),
                    "processing: {worker_count: 1, max_queue_size: 1, timeout_seconds: 3}",
                    "libraries: [" + folder.resolve("library") + "]");
            queue("movies/One (1999) {tmdb-1}/One (1999).mkv");
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();

            queue("movies/Two (1999) {tmdb-2}/Two (1999).mkv");

            RunningDaemon.await("the queue is full", () -> !isPassed("queue"));
            assertThat(why("queue")).startsWith("it is full, as it may hold 1");
            RunningDaemon.await("the worker is told to hang", () -> !isPassed("workers"));
            assertThat(why("workers")).contains("One (1999).mkv has not moved since");
            daemon.get("/health").is(503);
            daemon.get("/health/ready").is(503);
        } finally {
            tmdb.stop(0);
        }
    }

    @Test
    void a_library_is_gone_and_comes_back() throws IOException {
        daemon = RunningDaemon.in(folder, ANY_DISK, BUILT_IN);
        untilLooked();
        Path tv = daemon.library().resolve("tv");

        Files.delete(tv);

        until("degraded", "libraries");
        assertThat(why("libraries")).isEqualTo("there is no such folder");
        Files.createDirectory(tv);
        until("healthy");
    }

    @Test
    void threads_wait_for_each_other() throws InterruptedException {
        daemon = RunningDaemon.in(folder, ANY_DISK, BUILT_IN);
        ReentrantLock left = new ReentrantLock();
        ReentrantLock right = new ReentrantLock();
        CountDownLatch both = new CountDownLatch(2);
        List<Thread> threads = List.of(crossing("one", left, right, both), crossing("other", right, left, both));
        threads.forEach(Thread::start);

        RunningDaemon.await("the deadlock is told", () -> !isPassed("deadlock"));
        assertThat(why("deadlock")).contains("one for other");

        for (Thread thread : threads) {
            thread.interrupt();
            thread.join();
        }
        until("healthy");
    }

    private static Thread crossing(String name, ReentrantLock first, ReentrantLock second, CountDownLatch both) {
        return new Thread(
                () -> {
                    first.lock();
                    try {
                        both.countDown();
                        both.await();
                        second.lockInterruptibly();
                        second.unlock();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } finally {
                        first.unlock();
                    }
                },
                name);
    }

    private void queue(String name) {
        Path film = daemon.film(name);
        daemon.post("/api/v1/batch", "{\"path\": \"" + film.getParent() + "\"}").is(202);
    }

    private static HttpServer silent(CountDownLatch asked) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", exchange -> asked.countDown()); // and it is left open
        server.start();
        return server;
    }

    private static String tmdb(HttpServer server, String more) {
        return "tmdb: {api_key: 0123456789abcdef0123456789abcdef, base_url: 'http://localhost:"
                + server.getAddress().getPort() + "/3', " + more + "}";
    }

    private static Path program(String name) {
        Optional<Path> found = Stream.of(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(place -> Path.of(place, name))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), "there is no " + name);
        return found.orElseThrow();
    }

    private Duration healthTakes() {
        long start = System.nanoTime();
        daemon.get("/health");
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Everything was looked at once. */
    private void untilLooked() {
        RunningDaemon.await(
                "everything is looked at",
                () -> !daemon.get("/health").whole().body().contains("not looked at yet"));
    }

    /** Of this status, and these checks and no others have failed. */
    private void until(String status, String... failed) {
        RunningDaemon.await(status + " for " + List.of(failed), () -> {
            RunningDaemon.Answer health = daemon.get("/health");
            List<String> all = health.json().path("checks").properties().stream()
                    .filter(check -> !check.getValue().asBoolean())
                    .map(Map.Entry::getKey)
                    .toList();
            return health.text("status").equals(status) && all.equals(List.of(failed));
        });
    }

    private String status() {
        return daemon.get("/health").text("status");
    }

    private boolean isPassed(String check) {
        return daemon.get("/health").json().path("checks").path(check).asBoolean();
    }

    private String why(String check) {
        return detail(check).path("why").asText();
    }

    private JsonNode detail(String check) {
        return daemon.get("/health").json().path("details").path(check);
    }
}
