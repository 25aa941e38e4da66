package io.arrtheaudio.launcher.server.daemon;

import static io.arrtheaudio.launcher.server.daemon.RunningDaemon.defaults;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Sonarr and Radarr really post, at a real daemon with real files. */
class PayloadsTest {

    private static final Path PAYLOADS = Path.of("../adapter-javalin/src/test/resources/payloads");
    private static final String SEASON = "tv/Lantern Harbor (2023)/Season 01/";
    private static final String EPISODE_3 =
            SEASON + "Lantern Harbor (2023) - S01E03 - The Drowned Bell [WEBDL-1080p][EAC3 5.1][EN+JP][h264]-EXMPL.mkv";
    private static final String BETTER_3 = SEASON
            + "Lantern Harbor (2023) - S01E03 - The Drowned Bell [Bluray-1080p][DTS-HD MA 5.1][EN+JP][h264]-BETTR.mkv";
    private static final String FILM = "movies/Paper Cranes in Winter (2021)/"
            + "Paper Cranes in Winter (2021) [WEBDL-1080p][EAC3 5.1][h264]-EXMPL.mkv";
    private static final String BETTER_FILM = "movies/Paper Cranes in Winter (2021)/"
            + "Paper Cranes in Winter (2021) [Remux-2160p][TrueHD Atmos 7.1][h265]-BETTR.mkv";

    @TempDir
    private Path folder;

    private RunningDaemon daemon;

    @BeforeEach
    void start() {
        daemon = RunningDaemon.in(folder, "selection: {original_language: prefer}");
    }

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void an_episode_that_sonarr_imports_gets_its_original_language() throws IOException {
        Path film = daemon.film(EPISODE_3);
        RunningDaemon.Answer answer = daemon.post("/webhook/sonarr", payload("sonarr-download-single"))
                .is(202);
        assertThat(answer.json().path("files_queued").asInt()).isEqualTo(1);
        JsonNode job = daemon.endedOf(answer).get(0);
        assertThat(job.path("status").asText()).isEqualTo("completed");
        assertThat(job.path("source").asText()).isEqualTo("sonarr");
        assertThat(job.path("result").path("status").asText()).isEqualTo("changed");
        assertThat(job.path("result").path("selected_track_language").asText()).isEqualTo("jpn");
        assertThat(defaults(film)).containsExactly(2);
        RunningDaemon.Answer webhook =
                daemon.get("/api/v1/webhook/" + answer.text("webhook_id")).is(200);
        assertThat(webhook.whole().body())
                .contains("completed", job.path("job_id").asText());
    }

    @Test
    void an_upgrade_is_done_and_what_waits_for_the_old_file_is_cancelled() throws IOException {
        RunningDaemon.Answer old = daemon.post("/webhook/sonarr", payload("sonarr-download-single"))
                .is(202);
        String waiting = old.json().path("job_ids").get(0).asText();
        daemon.jobIn(waiting, "waiting");
        Path better = daemon.film(BETTER_3);
        daemon.endedOf(daemon.post("/webhook/sonarr", payload("sonarr-download-upgrade"))
                .is(202));
        assertThat(defaults(better)).containsExactly(2);
        assertThat(daemon.ended(waiting).path("status").asText()).isEqualTo("cancelled");
    }

    @Test
    void a_season_pack_makes_a_job_of_each_file_in_one_step() throws IOException {
        List<Path> films = Stream.of(
                        "Lantern Harbor (2023) - S01E01 - Arrival at Low Tide [WEBDL-1080p][EAC3 5.1][EN+JP][h264]-EXMPL.mkv",
                        "Lantern Harbor (2023) - S01E02 - A Map of Salt [WEBDL-1080p][EAC3 5.1][EN+JP][h264]-EXMPL.mkv",
                        "Lantern Harbor (2023) - S01E03 - The Drowned Bell [WEBDL-1080p][EAC3 5.1][EN+JP][h264]-EXMPL.mkv")
                .map(name -> daemon.film(SEASON + name))
                .toList();
        RunningDaemon.Answer answer = daemon.post("/webhook/sonarr", payload("sonarr-import-complete-season-pack"))
                .is(202);
        assertThat(answer.json().path("files_queued").asInt()).isEqualTo(3);
        assertThat(daemon.endedOf(answer))
                .extracting(job -> job.path("result").path("status").asText())
                .containsExactly("changed", "changed", "changed");
        for (Path film : films) {
            assertThat(defaults(film)).containsExactly(2);
        }
    }

    @Test
    void a_film_that_radarr_imports_has_no_korean_track_so_the_list_decides() throws IOException {
        Path film = daemon.film(FILM);
        daemon.endedOf(
                daemon.post("/webhook/radarr", payload("radarr-download")).is(202));
        assertThat(defaults(film)).containsExactly(2);
        Path better = daemon.film(BETTER_FILM);
        daemon.endedOf(daemon.post("/webhook/radarr", payload("radarr-download-upgrade"))
                .is(202));
        assertThat(defaults(better)).containsExactly(2);
    }

    @Test
    void a_renamed_file_takes_its_waiting_job_along() throws IOException {
        String body = payload("sonarr-rename");
        RunningDaemon.Answer answer = daemon.post("/webhook/sonarr", body).is(202);
        String waiting = answer.json().path("job_ids").get(0).asText();
        daemon.jobIn(waiting, "waiting");
        Path film = daemon.film(EPISODE_3);
        daemon.post("/api/v1/jobs/" + waiting + "/retry", "{}");
        assertThat(daemon.ended(waiting).path("status").asText()).isEqualTo("completed");
        assertThat(defaults(film)).containsExactly(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mkv", "mp4"})
    void a_film_that_is_still_copied_is_waited_for(String kind) throws IOException {
        Path film = daemon.film("movies/Film (1999)/Film." + kind);
        byte[] whole = Files.readAllBytes(film);
        Files.write(film, Arrays.copyOf(whole, whole.length - 1));
        String body = "{\"eventType\": \"Download\", \"movie\": {\"id\": 1, \"title\": \"Film\", \"folderPath\":"
                + " \"/movies/Film (1999)\"}, \"movieFile\": {\"id\": 1, \"relativePath\": \"Film." + kind + "\"}}";
        String waiting = daemon.post("/webhook/radarr", body)
                .is(202)
                .json()
                .path("job_ids")
                .get(0)
                .asText();

        assertThat(daemon.jobIn(waiting, "waiting").toString()).contains("unfinished_file", "complete?");
        Files.write(film, whole);
        daemon.post("/api/v1/jobs/" + waiting + "/retry", "{}");

        assertThat(daemon.ended(waiting).path("status").asText()).isEqualTo("completed");
        assertThat(defaults(film)).containsExactly(2);
    }

    @Test
    void the_test_buttons_of_both_apps_tell_each_mapping() throws IOException {
        for (String app : List.of("sonarr", "radarr")) {
            RunningDaemon.Answer answer =
                    daemon.post("/webhook/" + app, payload(app + "-test")).is(200);
            assertThat(answer.json().path("path_mappings"))
                    .extracting(mapping -> mapping.path("remote").asText() + " "
                            + mapping.path("exists").asBoolean())
                    .containsExactly("/tv true", "/movies true");
        }
        assertThat(daemon.get("/api/v1/jobs").is(200).json().path("jobs")).isEmpty();
    }

    /** Whatever files they name: the Python program did not look at the type of an event. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Grab",
                "SeriesAdd",
                "SeriesDelete",
                "EpisodeFileDelete",
                "Health",
                "HealthRestored",
                "ApplicationUpdate",
                "ManualInteractionRequired",
                "Test",
                "SomethingNew"
            })
    void events_that_import_nothing_queue_nothing(String event) throws IOException {
        Path film = daemon.film(EPISODE_3);
        String body = payload("sonarr-download-single").replace("\"Download\"", "\"" + event + "\"");
        daemon.post("/webhook/sonarr", body).is(200);
        assertThat(daemon.get("/api/v1/jobs").is(200).json().path("jobs")).isEmpty();
        assertThat(defaults(film)).containsExactly(1);
    }

    @Test
    void put_is_as_good_as_post() throws IOException {
        Path film = daemon.film(EPISODE_3);
        RunningDaemon.Answer answer = daemon.send(daemon.request("/webhook/sonarr")
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(payload("sonarr-download-single"))))
                .is(202);
        daemon.endedOf(answer);
        assertThat(defaults(film)).containsExactly(2);
    }

    @Test
    void the_same_told_twice_at_once_is_done_once_at_a_time() throws IOException {
        Path film = daemon.film(EPISODE_3);
        String body = payload("sonarr-download-single");
        List<CompletableFuture<RunningDaemon.Answer>> answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> daemon.post("/webhook/sonarr", body).is(202)))
                .limit(16)
                .toList();
        List<JsonNode> jobs = answers.stream()
                .flatMap(answer -> daemon.endedOf(answer.join()).stream())
                .distinct()
                .toList();
        assertThat(jobs)
                .filteredOn(job -> job.path("result").path("status").asText().equals("changed"))
                .hasSize(1);
        assertThat(jobs).allMatch(job -> job.path("status").asText().equals("completed"));
        assertThat(defaults(film)).containsExactly(2);
    }

    static String payload(String name) throws IOException {
        return Files.readString(PAYLOADS.resolve(name + ".json"));
    }
}
