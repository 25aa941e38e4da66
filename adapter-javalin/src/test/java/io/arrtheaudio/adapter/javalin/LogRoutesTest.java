package io.arrtheaudio.adapter.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogRoutesTest {

    private static final ApiServer SERVER = new ApiServer();

    private final ApiServer server = SERVER.renewed();

    @AfterAll
    static void end() {
        SERVER.close();
    }

    @Test
    void how_much_is_logged_is_told_and_set_and_noted() {
        assertThat(server.get("/api/v1/admin/log-level").text("level")).isEqualTo("info");

        Answer answer = server.put("/api/v1/admin/log-level", "{\"level\": \"debug\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("level")).isEqualTo("debug");
        assertThat(server.get("/api/v1/admin/log-level").text("level")).isEqualTo("debug");
        assertThat(server.audit.all()).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("log level");
            assertThat(entry.subject()).isEqualTo("debug");
            assertThat(entry.outcome()).isEqualTo("was info");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"level\": \"loud\"}", "{\"level\": 7}"})
    void a_level_that_there_is_not_changes_nothing(String body) {
        Answer answer = server.put("/api/v1/admin/log-level", body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("detail")).startsWith("level ");
        assertThat(server.levels.level()).isEqualTo("info");
        assertThat(server.audit.all()).isEmpty();
    }

    @Test
    void a_program_that_embeds_the_server_keeps_its_log_to_itself() {
        LogRoutes routes =
                new LogRoutes(new ServerParts(server.parts().desks(), ServerParts.Hooks.none("1.2.3")), new Json());
        try (TestServer other = TestServer.open(routes.routes().toArray(Route[]::new))) {
            assertThat(other.get("/api/v1/admin/log-level").status()).isEqualTo(404);
        }
    }
}
