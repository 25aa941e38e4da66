package io.arrtheaudio.adapter.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrtheaudio.port.in.ScheduleBoard.Kind;
import io.arrtheaudio.port.in.ScheduleBoard.Planned;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ScheduleRoutesTest {

    private static final ApiServer SERVER = new ApiServer();

    private final ApiServer server = SERVER.renewed();

    @AfterAll
    static void end() {
        SERVER.close();
    }

    @Test
    void what_is_done_by_schedule_is_told() {
        server.planned = List.of(
                new Planned(Kind.SCAN, Path.of("/tv"), "daily 03:30", Instant.parse("2026-11-26T02:30:00Z")),
                new Planned(Kind.BACKUP, Path.of("/backups"), "every 6h", Instant.parse("2026-11-26T06:00:00Z")));

        JsonNode told = server.get("/api/v1/schedules").json().path("schedules");

        assertThat(told).hasSize(2);
        assertThat(told.at("/0/kind").asText()).isEqualTo("scan");
        assertThat(told.at("/0/path").asText()).isEqualTo("/tv");
        assertThat(told.at("/0/schedule").asText()).isEqualTo("daily 03:30");
        assertThat(told.at("/0/next").asText()).isEqualTo("2026-11-26T02:30:00Z");
        assertThat(told.at("/1/kind").asText()).isEqualTo("backup");
    }

    @Test
    void where_there_is_no_schedule_the_list_is_empty() {
        assertThat(server.get("/api/v1/schedules").json().path("schedules")).isEmpty();
    }
}
