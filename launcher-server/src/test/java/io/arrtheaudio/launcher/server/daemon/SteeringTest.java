package io.arrtheaudio.launcher.server.daemon;

import static io.arrtheaudio.launcher.server.daemon.RunningDaemon.defaults;
import static io.arrtheaudio.launcher.server.daemon.RunningDaemon.jobOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A daemon that is steered while it works, and what it remembers of that. */
class SteeringTest {

    @TempDir
    private Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void jobs_that_run_and_that_are_queued_are_cancelled() {
        HeldTool ffmpeg = HeldTool.of("ffmpeg", folder);
        try (RunningDaemon daemon =
                RunningDaemon.in(folder, "engine: tools", ffmpeg.setting(), "processing: {worker_count: 1}")) {
            Path film = daemon.film("movies/a.mp4");
            daemon.film("movies/b.mp4");
            String running = jobOf(daemon.imported("/movies", "a.mp4"));
            String queued = jobOf(daemon.imported("/movies", "b.mp4"));
            ffmpeg.awaitBegun();
            assertThat(daemon.delete("/api/v1/jobs/" + queued).is(200).text("status"))
                    .isEqualTo("cancelled");
            daemon.delete("/api/v1/jobs/" + queued).is(200);
            assertThat(daemon.delete("/api/v1/jobs/" + running)
                            .is(202)
                            .json()
                            .path("cancel_requested")
                            .asBoolean())
                    .isTrue();
            assertThat(daemon.ended(running).path("status").asText()).isEqualTo("cancelled");
            daemon.delete("/api/v1/jobs/4711").is(404);
            daemon.post("/api/v1/jobs/4711/retry", "{}").is(404);
            assertThat(defaults(film)).containsExactly(1);
            assertThat(names(film.getParent())).containsExactlyInAnyOrder("a.mp4", "b.mp4");
            assertThat(daemon.audit())
                    .contains("api key | cancel | job " + running + " | 127.0.0.1 | running")
                    .contains("api key | cancel | job " + queued + " | 127.0.0.1 | cancelled");
        }
    }

    @Test
    void a_job_is_undone_done_again_and_forgotten() throws IOException {
        try (RunningDaemon daemon = RunningDaemon.in(folder)) {
            Path film = daemon.film("movies/a.mkv");
            byte[] before = Files.readAllBytes(film);
            String id = jobOf(daemon.imported("/movies", "a.mkv"));
            assertThat(daemon.ended(id).path("result").path("status").asText()).isEqualTo("changed");
            daemon.delete("/api/v1/jobs/" + id).is(409);

            assertThat(daemon.post("/api/v1/jobs/" + id + "/undo", "{}").is(200).text("outcome"))
                    .isEqualTo("undone");
            assertThat(film).hasBinaryContent(before);
            daemon.post("/api/v1/jobs/" + id + "/undo", "{}").is(409);

            String again =
                    daemon.post("/api/v1/jobs/" + id + "/retry", "{}").is(202).text("job_id");
            JsonNode result = daemon.ended(again).path("result");
            assertThat(result.path("status").asText() + " "
                            + result.path("reason").asText())
                    .as("what somebody took back is not done again by itself")
                    .isEqualTo("skipped undone");
            assertThat(film).hasBinaryContent(before);

            String forced = daemon.post("/api/v1/jobs/" + id + "/retry", "{\"force\": true}")
                    .is(202)
                    .text("job_id");
            assertThat(daemon.ended(forced).path("result").path("status").asText())
                    .isEqualTo("changed");
            assertThat(defaults(film)).containsExactly(2);

            assertThat(daemon.post("/api/v1/admin/cleanup", "{\"older_than_days\": 0}")
                            .is(200)
                            .json()
                            .path("jobs")
                            .asInt())
                    .isGreaterThanOrEqualTo(2);
            daemon.get("/api/v1/jobs/" + id).is(404);
            assertThat(daemon.get("/api/v1/stats")
                            .is(200)
                            .json()
                            .path("total_jobs")
                            .asInt())
                    .isZero();
            assertThat(daemon.audit())
                    .anyMatch(entry -> entry.startsWith("api key | cleanup | older than 0 days | 127.0.0.1 | "))
                    .contains("api key | retry | job " + id + " | 127.0.0.1 | new job " + again)
                    .contains("api key | undo | job " + id + " | 127.0.0.1 | undone");
        }
    }

    @Test
    void settings_that_are_read_again_say_what_is_used_and_what_needs_a_restart() {
        String schedule = "scan: {schedule: [{path: " + folder.resolve("library/tv") + ", when: daily 03:30}]}";
        try (RunningDaemon daemon = RunningDaemon.in(folder, schedule)) {
            Path film = daemon.film("movies/a.mkv");
            daemon.settings(
                    "language_priority: [eng]", "processing: {worker_count: 3}", schedule.replace("03:30", "04:30"));
            JsonNode answer = daemon.post("/api/v1/admin/reload", "{}").is(200).json();
            assertThat(answer.path("reloaded"))
                    .extracting(JsonNode::asText)
                    .containsExactly("language_priority, selection and path_overrides");
            assertThat(answer.path("restart_needed"))
                    .extracting(JsonNode::asText)
                    .containsExactly("scan.schedule", "processing.worker_count");
            assertThat(daemon.endedOf(daemon.imported("/movies", "a.mkv"))
                            .get(0)
                            .path("result")
                            .path("status")
                            .asText())
                    .isEqualTo("already_correct");

            daemon.settings("language_priority: [no such language]", "nonsense: 1");
            assertThat(daemon.post("/api/v1/admin/reload", "{}").is(422).text("detail"))
                    .contains("nonsense");
            assertThat(daemon.audit()).contains("api key | reload | settings | 127.0.0.1 | refused");
            assertThat(defaults(film)).containsExactly(1);
        }
    }

    @Test
    void a_batch_is_remembered_with_who_asked_for_it() {
        try (RunningDaemon daemon = RunningDaemon.in(folder)) {
            daemon.film("movies/a.mkv");
            JsonNode batch = daemon.batchOf(daemon.batch(daemon.library().resolve("movies"), ", \"dry_run\": true"));
            assertThat(batch.path("outcomes").path("would_change").asInt()).isEqualTo(1);
            daemon.delete("/api/v1/batch/" + batch.path("batch_id").asText()).is(409);
            assertThat(daemon.audit())
                    .contains("api key | batch | " + daemon.library().resolve("movies") + " | 127.0.0.1 | batch "
                            + batch.path("batch_id").asText() + ", dry run");
        }
    }

    private static List<String> names(Path folder) {
        return List.of(folder.toFile().list());
    }
}
