package io.arrtheaudio.launcher.server.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the time of a whole daemon goes, as a collector is told. */
class TracesTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final Pattern OF_TRACING =
            Pattern.compile("io\\.(opentelemetry|micrometer\\.tracing)\\.|adapter\\.micrometer\\.tracing\\.Traces");

    @TempDir
    private Path folder;

    private Collector collector;

    @BeforeEach
    void listen() throws IOException {
        collector = new Collector();
    }

    @AfterEach
    void end() {
        collector.close();
    }

    private static RunningDaemon.Answer imported(RunningDaemon daemon, String... headers) {
        return daemon.send(daemon.request("/webhook/radarr")
                .headers(headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(RunningDaemon.importOf("/movies/Film", "Film.mkv"))));
    }

    @Test
    void a_webhook_its_job_and_each_step_are_told_as_one_trace() throws IOException {
        try (RunningDaemon daemon = RunningDaemon.in(folder, collector.setting())) {
            Path film = daemon.film("movies/Film/Film.mkv");

            RunningDaemon.Answer answer = imported(daemon, "User-Agent", "Radarr");
            String job = RunningDaemon.jobOf(answer);
            daemon.ended(job);

            String trace = Collector.bytes(answer.header("X-Request-Id"));
            collector.await("POST /webhook/radarr", "job", "inspect", "choose", "write", job, film.toString());
            RunningDaemon.await("five spans of one trace", () -> collector.count(trace) == 5);
            assertThat(collector.received()).contains("arrtheaudio", "1.2.3", "Film.mkv");
        }
    }

    @Test
    void a_job_that_is_done_after_a_restart_belongs_to_the_trace_of_its_webhook() {
        try (RunningDaemon daemon = RunningDaemon.in(folder, collector.setting(), "path_mappings: []")) {
            String job = RunningDaemon.jobOf(imported(daemon, "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01"));
            daemon.jobIn(job, "waiting");
            collector.await("POST /webhook/radarr", job);
            daemon.stop();
            int before = collector.count(Collector.bytes(TRACE));

            daemon.settings(collector.setting());
            daemon.film("movies/Film/Film.mkv");
            daemon.start();
            daemon.settings(
                    collector.setting(),
                    "path_mappings: [{remote: /movies/Film, local: " + daemon.library() + "/movies/Film}]");
            daemon.post("/api/v1/admin/reload", "{}").is(200);
            JsonNode done = daemon.ended(job);

            assertThat(RunningDaemon.result(done)).isEqualTo("changed");
            RunningDaemon.await(
                    "job, inspect, choose and write", () -> collector.count(Collector.bytes(TRACE)) >= before + 4);
            collector.await("write");
        }
    }

    @Test
    void an_id_that_names_no_trace_is_told_by_the_job() {
        try (RunningDaemon daemon = RunningDaemon.in(folder, collector.setting())) {
            daemon.film("movies/Film/Film.mkv");

            daemon.endedOf(imported(daemon, "X-Request-Id", "import-7").accepted());

            collector.await("write");
            RunningDaemon.await("request and job", () -> collector.count("import-7") == 2);
        }
    }

    @Test
    void who_only_watches_is_not_told_of() {
        try (RunningDaemon daemon = RunningDaemon.in(folder, collector.setting())) {
            daemon.get("/health/live").is(200);
            daemon.get("/metrics").is(200);
            daemon.get("/api/v1/queue").is(200);
            collector.await("GET /api/v1/queue");
        }

        assertThat(collector.received()).doesNotContain("/health").doesNotContain("/metrics");
    }

    @Test
    void jobs_go_on_while_the_collector_refuses() {
        collector.refuse();

        workAndEnd();
    }

    @Test
    void jobs_go_on_while_the_collector_hangs_and_the_daemon_ends_all_the_same() {
        collector.hang();

        workAndEnd();
    }

    private void workAndEnd() {
        RunningDaemon daemon = RunningDaemon.in(folder, collector.setting());
        daemon.get("/api/v1/queue").is(200);
        collector.await("GET /api/v1/queue");
        Path film = daemon.film("movies/Film/Film.mkv");

        daemon.endedOf(imported(daemon, "User-Agent", "Radarr").accepted());

        assertThat(RunningDaemon.defaults(film)).containsExactly(2);
        Instant begin = Instant.now();
        daemon.close();
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(20));
        RunningDaemon.await("the end of all threads that send", () -> sending().isEmpty());
    }

    private static List<String> sending() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("tracing-") || name.startsWith("BatchSpanProcessor"))
                .toList();
    }

    @Test
    void two_daemons_tell_each_its_own() throws IOException {
        try (Collector second = new Collector();
                RunningDaemon one = RunningDaemon.in(folder.resolve("one"), collector.setting());
                RunningDaemon two = RunningDaemon.in(folder.resolve("two"), second.setting())) {
            one.film("movies/Film/Film.mkv");
            two.film("movies/Film/Film.mkv");
            String first = one.endedOf(imported(one, "X-Request-Id", "of-one"))
                    .get(0)
                    .path("job_id")
                    .asText();
            String other = two.endedOf(imported(two, "X-Request-Id", "of-two"))
                    .get(0)
                    .path("job_id")
                    .asText();

            collector.await("write", first, "of-one");
            second.await("write", other, "of-two");
            assertThat(collector.received()).doesNotContain("of-two");
            assertThat(second.received()).doesNotContain("of-one");
        }
    }

    @Test
    void without_an_endpoint_nothing_of_it_is_loaded() throws Exception {
        assertThat(classesOf("tracing: {sample: 1.0}")).isNotEmpty().noneMatch(OF_TRACING.asPredicate());
    }

    @Test
    void with_one_it_is() throws Exception {
        assertThat(classesOf(collector.setting()))
                .anyMatch(line -> line.contains("io.opentelemetry.sdk.trace"))
                .anyMatch(OF_TRACING.asPredicate());
    }

    /** The classes that a daemon of its own loads from its start to its end, with a film in between. */
    private List<String> classesOf(String setting) throws Exception {
        Path log = folder.resolve("classes.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + log + "::filecount=0",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OneFilm.class.getName(),
                        folder.resolve("alone").toString(),
                        setting)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("output.txt")))
                .isZero();
        return Files.readAllLines(log);
    }

    /** A program that starts a daemon, has it fix one film, and ends. */
    static final class OneFilm {

        private OneFilm() {}

        public static void main(String[] args) {
            try (RunningDaemon daemon = RunningDaemon.in(Path.of(args[0]), args[1])) {
                daemon.film("movies/Film/Film.mkv");
                daemon.endedOf(imported(daemon, "User-Agent", "Radarr").accepted());
                daemon.get("/metrics").is(200);
            }
            System.exit(0);
        }
    }
}
