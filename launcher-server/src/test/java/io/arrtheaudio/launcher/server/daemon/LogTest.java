package io.arrtheaudio.launcher.server.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.arrtheaudio.launcher.server.logging.Logging;
import io.arrtheaudio.launcher.server.settings.LogFormat;
import io.arrtheaudio.launcher.server.settings.LogLevel;
import io.arrtheaudio.launcher.server.settings.LogOutput;
import io.arrtheaudio.launcher.server.settings.LogRotation;
import io.arrtheaudio.launcher.server.settings.LoggingSettings;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the log of a whole daemon tells. */
class LogTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "a-secret-of-26-letters-good";
    private static final String TMDB_KEY = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path folder;

    @AfterEach
    void log_as_before() {
        Logging.configure(LoggingSettings.DEFAULT);
    }

    private void logAt(LogLevel level) {
        Logging.configure(new LoggingSettings(LogFormat.JSON, level, new LogOutput.File(log()), LogRotation.DEFAULT));
    }

    private Path log() {
        return folder.resolve("arrtheaudio.log");
    }

    private List<JsonNode> lines() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(log())) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private static String imported(String name) {
        return """
                {"eventType": "Download", "movie": {"folderPath": "/movies/Film"},
                 "movieFile": {"relativePath": "%s", "path": "/movies/Film/%1$s"}}""".formatted(name);
    }

    @Test
    void one_line_for_each_file_tells_what_came_of_it_under_the_name_of_the_request_that_asked() throws Exception {
        logAt(LogLevel.INFO);
        Path film;
        String id;
        try (RunningDaemon daemon = RunningDaemon.in(folder)) {
            film = daemon.film("movies/Film/Film.mkv");
            RunningDaemon.Answer answer = daemon.send(daemon.request("/webhook/radarr")
                            .header("Content-Type", "application/json")
                            .header("X-Request-Id", "import-7")
                            .POST(BodyPublishers.ofString(imported("Film.mkv"))))
                    .is(202);
            id = daemon.endedOf(answer).get(0).path("job_id").asText();
        }

        assertThat(lines().stream().filter(line -> line.path("job_id").asText().equals(id)))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.path("file").asText()).isEqualTo(film.toString());
                    assertThat(line.path("correlation_id").asText()).isEqualTo("import-7");
                    assertThat(line.path("container").asText()).isEqualTo("matroska");
                    assertThat(line.path("audio_tracks").asInt()).isEqualTo(2);
                    assertThat(line.path("selected_language").asText()).isEqualTo("jpn");
                    assertThat(line.path("selection_method").asText()).isEqualTo("language_priority");
                    assertThat(line.path("changed").asBoolean()).isTrue();
                    assertThat(line.path("error").asText("?")).isEmpty();
                    assertThat(line.path("duration_ms").isIntegralNumber()).isTrue();
                });
    }

    @Test
    void a_file_that_cannot_be_fixed_is_told_with_its_error() throws Exception {
        logAt(LogLevel.INFO);
        try (RunningDaemon daemon = RunningDaemon.in(folder)) {
            Files.createDirectories(daemon.library().resolve("movies/Film/Film.mkv"));
            daemon.endedOf(daemon.post("/webhook/radarr", imported("Film.mkv")).is(202));
        }

        assertThat(lines().stream().filter(line -> line.has("selection_method")))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.path("level").asText()).isEqualTo("WARN");
                    assertThat(line.path("error").asText()).contains("Film.mkv");
                    assertThat(line.path("selection_method").asText()).isEqualTo("none");
                    assertThat(line.path("changed").asBoolean(true)).isFalse();
                });
    }

    @Test
    void no_secret_is_ever_told_even_if_everything_is() throws Exception {
        logAt(LogLevel.TRACE);
        try (RunningDaemon daemon = RunningDaemon.in(
                folder,
                "libraries: [" + folder.resolve("library") + "]",
                "tracing: {otlp_endpoint: 'http://127.0.0.1:9', headers: 'Authorization=Basic " + SECRET + "'}",
                "tmdb: {api_key: " + TMDB_KEY
                        + ", base_url: 'http://127.0.0.1:9/3', timeout: 1s, lookup_timeout: 1s}")) {
            daemon.film("movies/Film (1999) {tmdb-603}/Film.mkv");
            String body = imported("Film.mkv").replace("/movies/Film", "/movies/Film (1999) {tmdb-603}");
            for (String path : List.of("/webhook/radarr", "/webhook/radarr?apikey=" + RunningDaemon.KEY)) {
                daemon.post(path, body);
            }
            daemon.send(daemon.request("/api/v1/jobs?apikey=" + RunningDaemon.KEY + "&state=" + SECRET)
                    .header("Authorization", "Bearer " + RunningDaemon.KEY)
                    .GET());
            daemon.send(daemon.request("/webhook/sonarr?apikey=" + SECRET)
                    .header("X-Webhook-Signature", SECRET)
                    .POST(BodyPublishers.ofString("{")));
            daemon.post("/api/v1/batch", "{\"path\": \"" + daemon.library() + "\"}")
                    .is(202);
            daemon.get("/health").is(200);
            RunningDaemon.await(
                    "every job",
                    () -> daemon.get("/api/v1/queue").json().path("queued").asInt() == 0);
        }

        assertThat(Files.readString(log()))
                .contains("TRACE")
                .contains("DEBUG")
                .doesNotContain(RunningDaemon.KEY)
                .doesNotContain(SECRET)
                .doesNotContain(TMDB_KEY);
    }

    @Test
    void that_traces_are_lost_is_told_once() throws Exception {
        logAt(LogLevel.INFO);
        try (Collector collector = new Collector();
                RunningDaemon daemon = RunningDaemon.in(folder, collector.setting())) {
            collector.refuse();
            for (int sent = 1; sent <= 2; sent++) {
                daemon.get("/api/v1/queue").is(200);
                int wanted = sent;
                RunningDaemon.await("traces", () -> collector.messages() >= wanted);
            }
        }

        assertThat(Files.readString(log()).lines().filter(line -> line.contains("traces are lost")))
                .singleElement()
                .asString()
                .contains("status 500", "tracing.otlp_endpoint");
    }

    @Test
    void how_much_is_logged_can_be_set_by_a_call() throws Exception {
        logAt(LogLevel.INFO);
        try (RunningDaemon daemon = RunningDaemon.in(folder)) {
            RunningDaemon.Answer answer = daemon.send(daemon.request("/api/v1/admin/log-level")
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString("{\"level\": \"error\"}")));

            assertThat(answer.is(200).text("level")).isEqualTo("error");
            assertThat(Logging.level()).isEqualTo(LogLevel.ERROR);
        }
        assertThat(lines()).noneMatch(line -> line.path("message").asText().equals("stopped"));
    }
}
