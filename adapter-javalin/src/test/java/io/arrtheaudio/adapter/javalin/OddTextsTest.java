package io.arrtheaudio.adapter.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arrtheaudio.kit.SampleJobs;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every parameter, path and field that the document names, with texts that nobody means well. */
class OddTextsTest {

    private static final ApiServer SERVER = new ApiServer();
    private static final JsonNode DOCUMENT = SERVER.document();

    private final ApiServer server = SERVER.renewed();

    @AfterAll
    static void end() {
        SERVER.close();
    }

    static List<String> texts() {
        return List.of(
                "'; DROP TABLE jobs;--",
                "x".repeat(10_000),
                "a\u0000b",
                "日本語 é \ud83d\ude00",
                "\u202e\u0007\r\nX-Evil: 1",
                "../../etc/passwd",
                "C:\\Media\\a.mkv",
                "%",
                "-1",
                "[a-",
                "{");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void no_parameter_of_a_query_breaks_anything(String text) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
        forEachOperation(
                "get",
                (path, operation) -> operation.path("parameters").forEach(parameter -> {
                    String name = parameter.path("name").asText();
                    if (parameter.path("in").asText().equals("query")) {
                        expectSane(
                                server.get(path.replace("{id}", "7") + "?" + name + "=" + encoded), path + " " + name);
                    }
                }));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void no_name_in_an_address_breaks_anything(String text) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        for (String verb : List.of("get", "delete", "post")) {
            forEachOperation(verb, (path, operation) -> {
                if (path.contains("{id}")) {
                    String address = path.replace("{id}", encoded);
                    Answer answer =
                            server.exchange(verb.toUpperCase(Locale.ROOT), address, "", "X-Api-Key", ApiServer.KEY);
                    assertThat(answer.status()).as(address).isBetween(400, 499);
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void no_field_of_a_body_breaks_anything(String text) {
        forEachOperation("post", (path, operation) -> {
            JsonNode schema = DOCUMENT.at(operation
                    .at("/requestBody/content/application~1json/schema/$ref")
                    .asText("#/none")
                    .substring(1));
            schema.path("properties").properties().forEach(field -> {
                ObjectNode body = JsonNodeFactory.instance.objectNode();
                if (schema.path("properties").has("path")) {
                    body.put("path", "/library/" + field.getKey());
                }
                body.put(field.getKey(), text);
                expectSane(server.post(path.replace("{id}", "1"), body.toString()), path + " " + field.getKey());
            });
        });
    }

    private static void expectSane(Answer answer, String what) {
        assertThat(answer.status()).as(what).isBetween(200, 499);
        assertThat(answer.headers()).as(what).doesNotContainKey("x-evil");
        assertThat(answer.body()).as(what).doesNotContain("Exception", "\tat ");
    }

    @Test
    void what_was_kept_is_still_there_afterwards() {
        String id = server.jobs.submit(SampleJobs.manual("'; DROP TABLE jobs;--.mkv"));
        assertThat(server.get("/api/v1/jobs?path=%27%3B%20DROP%20TABLE")
                        .json()
                        .at("/jobs/0/job_id")
                        .asText())
                .isEqualTo(id);
    }

    private interface Look {
        void at(String path, JsonNode operation);
    }

    private static void forEachOperation(String verb, Look look) {
        DOCUMENT.path("paths").properties().forEach(path -> {
            if (path.getValue().has(verb) && path.getKey().startsWith("/api/")) {
                look.at(path.getKey(), path.getValue().path(verb));
            }
        });
    }
}
