package io.arrtheaudio.launcher.server.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a whole daemon tells of itself. */
class StatsTest {

    @TempDir
    private Path folder;

    @Test
    void what_was_done_is_counted_and_what_is_due_is_told() {
        try (RunningDaemon daemon = RunningDaemon.in(
                folder,
                "backup: {schedule: every 6h, folder: " + folder + "}",
                "scan: {schedule: [{path: " + folder.resolve("library/tv") + ", when: daily 03:30}]}")) {
            daemon.film("movies/a.mkv");
            daemon.endedOf(daemon.imported("/movies", "a.mkv").accepted());

            JsonNode stats = daemon.get("/api/v1/stats").is(200).json();
            assertThat(stats.at("/jobs/completed").asInt()).isEqualTo(1);
            assertThat(stats.at("/ended_today/completed").asInt()).isEqualTo(1);
            assertThat(stats.path("accepted_jobs").asInt()).isEqualTo(1);
            assertThat(stats.at("/containers/0/container").asText()).isEqualTo("matroska");
            assertThat(stats.path("changes").asInt()).isEqualTo(1);
            assertThat(stats.path("undone").asInt()).isZero();
            assertThat(stats.path("journal_bytes").asInt()).isPositive();
            assertThat(stats.path("database_bytes").asInt()).isPositive();

            JsonNode schedules = daemon.get("/api/v1/schedules").is(200).json().path("schedules");
            assertThat(schedules).anySatisfy(planned -> {
                assertThat(planned.path("kind").asText()).isEqualTo("backup");
                assertThat(planned.path("path").asText()).isEqualTo(folder.toString());
                assertThat(Instant.parse(planned.path("next").asText())).isAfter(Instant.now());
            });
            assertThat(schedules)
                    .anySatisfy(
                            planned -> assertThat(planned.path("kind").asText()).isEqualTo("scan"));
            assertThat(daemon.get("/api/v1/admin/threads").is(200).whole().body())
                    .contains("clean-up");
        }
    }
}
