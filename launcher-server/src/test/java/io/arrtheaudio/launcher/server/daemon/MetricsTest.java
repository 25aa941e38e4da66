package io.arrtheaudio.launcher.server.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures of a whole daemon after work that is known, as it tells them and as a real Prometheus does. */
class MetricsTest {

    private static final String TITLE = "{\"id\": 603, \"original_language\": \"ja\", \"original_title\": \"Film\","
            + " \"title\": \"Film\", \"release_date\": \"1999-03-30\", \"spoken_languages\": [{\"iso_639_1\": \"ja\"}]}";

    private static final Path PAYLOAD =
            Path.of("../adapter-javalin/src/test/resources/payloads/sonarr-download-single.json");

    private static final Path DASHBOARD = Path.of("../deploy/grafana/dashboards/arrtheaudio.json");

    @TempDir
    private Path folder;

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer tmdb;
    private RunningDaemon daemon;

    @BeforeEach
    void start() throws IOException {
        tmdb = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        tmdb.createContext("/", exchange -> {
            byte[] body = TITLE.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
            asked.incrementAndGet();
        });
        tmdb.start();
        daemon = RunningDaemon.in(
                folder,
                "tmdb: {api_key: 0123456789abcdef0123456789abcdef, base_url: 'http://localhost:"
                        + tmdb.getAddress().getPort() + "/3'}",
                "libraries: [" + folder.resolve("library") + "]",
                "hardlinks: copy",
                "processing: {worker_count: 1}");
    }

    @AfterEach
    void stop() {
        daemon.close();
        tmdb.stop(0);
    }

    /** Changes three films, two of one title and one with another name; finds them right; takes one back; waits for one in vain. */
    private Map<String, Double> work() throws IOException {
        daemon.film("movies/Film (1999) {tmdb-603}/Film (1999).mkv");
        daemon.film("movies/Film (1999) {tmdb-603}/Film (1999).mp4");
        Path seeded = daemon.film("movies/Film (1999) {tmdb-603}/Film (1999) - seeded.mkv");
        Files.createLink(Files.createDirectories(folder.resolve("seed")).resolve("film.mkv"), seeded);
        Path words = Files.writeString(daemon.library().resolve("movies/words.mkv"), "no film at all");
        Files.setLastModifiedTime(words, FileTime.from(Instant.now().minusSeconds(3600)));

        String id = batch();
        batch();
        daemon.post("/api/v1/jobs/" + id + "/undo", "{}").is(200);
        String gone = daemon.post("/webhook/sonarr", Files.readString(PAYLOAD))
                .is(202)
                .json()
                .at("/job_ids/0")
                .asText();
        daemon.jobIn(gone, "waiting");
        daemon.delete("/api/v1/jobs/" + gone).is(200);
        for (int i = 0; i < 3; i++) {
            daemon.get("/nowhere/" + i).is(404);
        }
        return expected();
    }

    /** Works through the library; the id of a job that changed a file or found it right. */
    private String batch() {
        String batch = daemon.post("/api/v1/batch", "{\"path\": \"" + daemon.library() + "\"}")
                .is(202)
                .text("batch_id");
        RunningDaemon.await(
                "batch " + batch,
                () -> daemon.get("/api/v1/batch/" + batch).text("status").equals("completed"));
        JsonNode results =
                daemon.get("/api/v1/batch/" + batch + "/results").is(200).json();
        for (JsonNode job : results.path("jobs")) {
            if (job.path("file_path").asText().endsWith("(1999).mkv")) {
                return job.path("job_id").asText();
            }
        }
        throw new AssertionError("no job of the film in " + results);
    }

    private Map<String, Double> expected() {
        Map<String, Double> expected = new TreeMap<>();
        files(expected, "mkv", "changed", 2);
        files(expected, "mp4", "changed", 1);
        files(expected, "mkv", "already_correct", 2);
        files(expected, "mp4", "already_correct", 1);
        files(expected, "other", "skipped", 2);
        files(expected, "mkv", "failed", 0);
        files(expected, "mkv", "no_match", 0);
        expected.put("arrtheaudio_errors_total{component=\"files\",type=\"fix_file\"}", 0.0);
        expected.put("arrtheaudio_errors_total{component=\"queue\",type=\"retry_later\"}", 0.0);
        expected.put("arrtheaudio_file_processing_duration_seconds_count{container_type=\"mkv\"}", 4.0);
        expected.put("arrtheaudio_file_processing_duration_seconds_count{container_type=\"mp4\"}", 2.0);
        expected.put("arrtheaudio_file_processing_duration_seconds_bucket{container_type=\"mkv\",le=\"+Inf\"}", 4.0);
        expected.put("arrtheaudio_jobs_total{status=\"completed\"}", 8.0);
        expected.put("arrtheaudio_jobs_total{status=\"failed\"}", 0.0);
        expected.put("arrtheaudio_jobs_total{status=\"cancelled\"}", 1.0);
        expected.put("arrtheaudio_jobs_active", 0.0);
        expected.put("arrtheaudio_queue_size", 0.0);
        expected.put("arrtheaudio_queue_oldest_age_seconds", 0.0);
        expected.put("arrtheaudio_jobs_waiting{reason=\"missing_file\"}", 0.0);
        expected.put("arrtheaudio_jobs_waiting{reason=\"seeding\"}", 0.0);
        expected.put("arrtheaudio_tmdb_api_requests_total{status=\"timeout\"}", 0.0);
        expected.put("arrtheaudio_tmdb_cache_misses_total", 1.0);
        expected.put("arrtheaudio_tmdb_cache_hits_total", 5.0);
        expected.put("arrtheaudio_tmdb_spared_requests_total{reason=\"pace\"}", 0.0);
        expected.put("arrtheaudio_tmdb_circuit_state{state=\"closed\"}", 1.0);
        expected.put("arrtheaudio_tmdb_circuit_state{state=\"open\"}", 0.0);
        expected.put("arrtheaudio_hardlink_copies_total", 1.0);
        expected.put("arrtheaudio_undos_total{status=\"undone\"}", 1.0);
        expected.put("arrtheaudio_undos_total{status=\"refused\"}", 0.0);
        expected.put("arrtheaudio_retries_total{component=\"queue\"}", 0.0);
        expected.put("arrtheaudio_http_rate_limited_requests_total", 0.0);
        expected.put("arrtheaudio_http_requests_total{endpoint=\"/api/v1/batch\",method=\"POST\",status=\"202\"}", 2.0);
        expected.put(
                "arrtheaudio_http_requests_total{endpoint=\"/webhook/sonarr\",method=\"POST\",status=\"202\"}", 1.0);
        expected.put("arrtheaudio_http_requests_total{endpoint=\"none\",method=\"GET\",status=\"404\"}", 3.0);
        expected.put(
                "arrtheaudio_http_request_duration_seconds_count{endpoint=\"/api/v1/batch\",method=\"POST\"}", 2.0);
        expected.put("arrtheaudio_version_info{java_version=\"" + Runtime.version() + "\",version=\"1.2.3\"}", 1.0);
        return expected;
    }

    private static void files(Map<String, Double> expected, String kind, String status, double count) {
        expected.put(
                "arrtheaudio_files_processed_total{container_type=\"" + kind + "\",status=\"" + status + "\"}", count);
    }

    /** The figures once they are as they should be. */
    private static Figures settled(Map<String, Double> expected, Supplier<Figures> figures) {
        Instant end = Instant.now().plusSeconds(30);
        Figures last = figures.get();
        while (!last.hold(expected) && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(20_000_000); // whole programs meet at no latch
            last = figures.get();
        }
        assertThat(last.series()).containsAllEntriesOf(expected);
        return last;
    }

    private Figures settled(Map<String, Double> expected) {
        return settled(expected, () -> Figures.of(daemon));
    }

    @Test
    void the_page_tells_what_was_done() throws IOException {
        Map<String, Double> expected = work();

        Figures figures = settled(expected);

        RunningDaemon.await(
                "the requests",
                () -> Figures.of(daemon).get("arrtheaudio_tmdb_api_requests_total{status=\"answered\"}")
                        == asked.get());
        assertThat(asked.get()).isPositive();
        assertThat(figures.get("arrtheaudio_library_free_bytes{library=\"" + daemon.library() + "\"}"))
                .isPositive();
        assertThat(figures.get("arrtheaudio_database_size_bytes")).isPositive();
        assertThat(figures.get("executor_pool_max_threads{name=\"workers\"}")).isEqualTo(1);
        assertThat(figures.get("process_files_open_files")).isPositive();
    }

    @Test
    void promtool_accepts_the_page() throws Exception {
        Path promtool = Prometheus.program("promtool");
        Map<String, Double> expected = work();
        settled(expected);
        Path page = Files.writeString(folder.resolve("page.txt"), Figures.page(daemon));

        Process check = new ProcessBuilder(promtool.toString(), "check", "metrics")
                .redirectInput(page.toFile())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(check.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(check.exitValue()).isZero();
    }

    @Test
    void a_real_prometheus_answers_with_the_figures_of_what_was_done() throws Exception {
        try (Prometheus prometheus = Prometheus.reading(daemon, folder.resolve("prometheus"))) {
            Map<String, Double> expected = work();

            Figures read = settled(expected, () -> prometheus.query("{__name__=~\"arrtheaudio_.*\"}"));

            assertThat(read.series().keySet()).containsAll(arrtheaudio(Figures.of(daemon)));
        }
    }

    @Test
    void every_query_of_the_dashboard_is_answered_with_something() throws Exception {
        List<String> queries = new ObjectMapper()
                .readTree(DASHBOARD.toFile()).findValuesAsText("expr").stream()
                        .filter(query -> !query.startsWith("ALERTS{")) // of which there is none, if all is well
                        .map(query -> query.replace("$__rate_interval", "1m")
                                .replace("$__range", "1m")
                                .replace("$instance", ".*"))
                        .toList();
        assertThat(queries).hasSizeGreaterThan(30);
        try (Prometheus prometheus = Prometheus.reading(daemon, folder.resolve("prometheus"))) {
            settled(work());
            System.gc(); // whose figures are there once it has happened

            for (String query : queries) {
                RunningDaemon.await(
                        query, () -> !prometheus.query(query).series().isEmpty());
            }
        }
    }

    private static List<String> arrtheaudio(Figures figures) {
        return figures.series().keySet().stream()
                .filter(name -> name.startsWith("arrtheaudio_"))
                .toList();
    }

    @Test
    void figures_need_the_key_unless_the_settings_say_otherwise() {
        assertThat(daemon.send(HttpRequest.newBuilder(daemon.uri("/metrics"))).status())
                .isEqualTo(401);
        daemon.stop();
        daemon.settings(RunningDaemon.api("open_metrics: true"));
        daemon.start();

        RunningDaemon.Answer open = daemon.send(HttpRequest.newBuilder(daemon.uri("/metrics"))
                .header("Accept", "application/openmetrics-text; version=1.0.0"));

        assertThat(open.is(200).whole().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/openmetrics-text");
        assertThat(open.whole().body()).endsWith("# EOF\n");
    }

    @Test
    void two_daemons_do_not_meet() throws IOException {
        try (RunningDaemon other = RunningDaemon.in(folder.resolve("other"))) {
            settled(work());

            assertThat(Figures.of(other).get("arrtheaudio_jobs_total{status=\"completed\"}"))
                    .isZero();
        }
    }
}
