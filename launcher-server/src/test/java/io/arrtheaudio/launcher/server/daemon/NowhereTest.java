package io.arrtheaudio.launcher.server.daemon;

import static io.arrtheaudio.launcher.server.daemon.RunningDaemon.defaults;
import static io.arrtheaudio.launcher.server.daemon.RunningDaemon.jobOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Webhooks about files that are nowhere here, or where nobody may write. */
class NowhereTest {

    @TempDir
    private Path folder;

    @Test
    void a_path_that_maps_nowhere_waits_and_is_done_once_the_settings_are_mended() {
        try (RunningDaemon daemon = RunningDaemon.in(folder)) {
            Path film = daemon.film("movies/a.mkv");
            String id = jobOf(daemon.imported("/films", "a.mkv"));
            JsonNode waiting = daemon.jobIn(id, "waiting");
            assertThat(waiting.path("waiting_for").asText()).isEqualTo("unmapped");
            assertThat(waiting.path("note").asText()).contains("/films/a.mkv", "path_mappings");
            daemon.awaitHealth(
                    "a word about the folder", health -> health.toString().contains("/films"));

            daemon.settings("path_mappings: [{remote: /films, local: " + film.getParent() + "}]");
            assertThat(daemon.post("/api/v1/admin/reload", "{}").is(200).json().path("reloaded"))
                    .extracting(JsonNode::asText)
                    .contains("path_mappings");
            assertThat(daemon.ended(id).path("result").path("status").asText()).isEqualTo("changed");
            assertThat(defaults(film)).containsExactly(2);
        }
    }

    @Test
    void what_has_waited_too_long_fails_and_names_every_path_and_can_be_tried_again() {
        try (RunningDaemon daemon = RunningDaemon.in(folder, "processing: {wait_days: 0}")) {
            String there = daemon.library().resolve("movies").toString();
            String missing = jobOf(daemon.imported("/movies", "late.mkv"));
            JsonNode failed = daemon.ended(missing);
            assertThat(failed.path("status").asText()).isEqualTo("failed");
            assertThat(failed.path("error").asText())
                    .contains("/movies/late.mkv", "/movies -> " + there, there + "/late.mkv");
            String nowhere = jobOf(daemon.imported("D:\\Films", "a.mkv"));
            assertThat(daemon.ended(nowhere).path("error").asText())
                    .contains("D:\\Films", "a.mkv", "/movies", "/tv", "path_mappings");

            Path film = daemon.film("movies/late.mkv");
            String again = daemon.post("/api/v1/jobs/" + missing + "/retry", "{}")
                    .is(202)
                    .text("job_id");
            assertThat(daemon.ended(again).path("result").path("status").asText())
                    .isEqualTo("changed");
            assertThat(defaults(film)).containsExactly(2);
        }
    }

    /** The Python program had no root check: any MKV or MP4 of the host was edited. */
    @ParameterizedTest
    @CsvSource({"link/film.mkv", "link.mkv", "up/outside/film.mkv"})
    void a_film_outside_of_the_libraries_is_not_touched(String name) throws IOException {
        try (RunningDaemon daemon = RunningDaemon.in(folder)) {
            Path film = RunningDaemon.film(folder.resolve("outside/film.mkv"));
            byte[] before = Files.readAllBytes(film);
            Path movies = daemon.library().resolve("movies");
            Files.createSymbolicLink(movies.resolve("link"), film.getParent());
            Files.createSymbolicLink(movies.resolve("link.mkv"), film);
            Files.createSymbolicLink(movies.resolve("up"), Path.of("../.."));
            JsonNode job = daemon.ended(jobOf(daemon.imported("/movies", name)));
            assertThat(job.path("status").asText()).isEqualTo("completed");
            assertThat(job.path("result").path("status").asText() + " "
                            + job.path("result").path("reason").asText())
                    .as(job.toString())
                    .isEqualTo("skipped outside_roots");
            assertThat(job.path("result").path("message").asText())
                    .contains(film.toRealPath().toString());
            assertThat(film).hasBinaryContent(before);
        }
    }

    /** What leads up is no path of a library, whatever it leads to. */
    @ParameterizedTest
    @CsvSource({
        "/movies/../../outside, film.mkv",
        "/movies/x/../../../outside, film.mkv",
        "/movies, ../../outside/film.mkv"
    })
    void a_path_that_leads_up_fails_at_once_and_says_why(String path, String name) throws IOException {
        try (RunningDaemon daemon = RunningDaemon.in(folder)) {
            Path film = RunningDaemon.film(folder.resolve("outside/film.mkv"));
            byte[] before = Files.readAllBytes(film);
            JsonNode job = daemon.ended(jobOf(daemon.imported(path, name)));
            assertThat(job.path("status").asText()).as(job.toString()).isEqualTo("failed");
            assertThat(job.path("error").asText()).contains("outside", "..");
            assertThat(film).hasBinaryContent(before);
        }
    }
}
