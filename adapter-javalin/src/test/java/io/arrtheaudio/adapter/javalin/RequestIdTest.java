package io.arrtheaudio.adapter.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.port.in.LogFields;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;

class RequestIdTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final TestServer server = TestServer.open(
            TestServer.route(HandlerType.GET, "/told", context -> logged.add("" + MDC.get(LogFields.CORRELATION))));

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void what_the_client_calls_its_request_is_in_the_log_and_in_the_answer() {
        Answer answer = server.get("/told", "X-Request-Id", "import-7:a/b");

        assertThat(answer.header("x-request-id")).isEqualTo("import-7:a/b");
        assertThat(logged).containsExactly("import-7:a/b");
    }

    @Test
    void else_it_is_called_by_the_trace_that_it_belongs_to() {
        Answer answer = server.get("/told", "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");

        assertThat(answer.header("x-request-id")).isEqualTo(TRACE);
        assertThat(logged).containsExactly(TRACE);
    }

    @Test
    void who_watches_is_told_when_a_request_begins_and_when_it_is_answered() {
        server.get("/told", "X-Request-Id", "a", "traceparent", "what was sent");
        server.get("/nowhere", "X-Request-Id", "b");

        assertThat(server.underway)
                .containsExactly(
                        "begin GET /told as a in what was sent",
                        "end a with 200",
                        "begin GET  as b in ",
                        "end b with 404");
    }

    @ParameterizedTest
    @CsvSource({
        "X-Request-Id, two words",
        "X-Request-Id, \"quoted\"",
        "X-Request-Id, é",
        "X-Request-Id, {}",
        "traceparent,  00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "traceparent,  00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "traceparent,  nonsense",
    })
    void what_could_forge_lines_or_names_nothing_is_not_taken(String header, String value) {
        Answer answer = server.get("/told", header, value);

        assertThat(answer.header("x-request-id")).matches("[0-9a-f]{32}");
        assertThat(logged).containsExactly(answer.header("x-request-id"));
    }

    @Test
    void an_id_that_is_too_long_is_not_taken() {
        assertThat(server.get("/told", "X-Request-Id", "a".repeat(128)).header("x-request-id"))
                .isEqualTo("a".repeat(128));
        assertThat(server.get("/told", "X-Request-Id", "a".repeat(129)).header("x-request-id"))
                .hasSize(32);
    }

    @Test
    void each_request_without_one_gets_another_and_refusals_have_one_too() {
        String first = server.get("/told").header("x-request-id");

        assertThat(server.get("/told").header("x-request-id")).hasSize(32).isNotEqualTo(first);
        assertThat(server.get("/nowhere").header("x-request-id")).hasSize(32);
    }

    @Test
    void nothing_of_it_stays_with_the_thread() {
        for (int i = 0; i < 50; i++) {
            server.get("/told", "X-Request-Id", "r" + i);
        }

        assertThat(logged).hasSize(50).doesNotHaveDuplicates();
    }
}
