package io.arrtheaudio.launcher.server.daemon;

import static io.arrtheaudio.launcher.server.daemon.RunningDaemon.jobOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that nobody means well, in every field, path and parameter that a whole daemon takes. */
class HostileTextsTest {

    private static final String DROP = "'; DROP TABLE jobs;--";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static RunningDaemon daemon;
    private static String kept;
    private static JsonNode document;

    @BeforeAll
    static void begin() {
        daemon = RunningDaemon.in(folder, RunningDaemon.api("rate_limits: {batches: 1000000}"));
        daemon.film("movies/" + DROP + ".mkv");
        kept = jobOf(daemon.imported("/movies", DROP + ".mkv"));
        assertThat(daemon.ended(kept).path("status").asText()).isEqualTo("completed");
        document = daemon.get("/openapi.json").is(200).json();
    }

    @AfterAll
    static void end() {
        daemon.close();
    }

    /** Neither a table nor what was in it is gone. */
    @AfterEach
    void everything_is_still_there() {
        JsonNode jobs =
                daemon.get("/api/v1/jobs?path=" + encoded(DROP)).is(200).json().path("jobs");
        assertThat(jobs).extracting(job -> job.path("job_id").asText()).contains(kept);
        daemon.get("/api/v1/batch").is(200);
        daemon.get("/api/v1/audit").is(200);
        daemon.film("movies/after.mkv");
        assertThat(daemon.endedOf(daemon.imported("/movies", "after.mkv")))
                .extracting(RunningDaemon::result)
                .containsExactly("changed");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Each path of the API with each of its verbs. */
    private static void forEachOperation(Operation operation) {
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(verb ->
                                operation.at(verb.getKey().toUpperCase(Locale.ROOT), path.getKey(), verb.getValue())));
    }

    private interface Operation {
        void at(String verb, String path, JsonNode described);
    }

    private static RunningDaemon.Answer send(String verb, String path, String body) {
        return daemon.send(daemon.request(path)
                .header("Content-Type", "application/json")
                .method(verb, BodyPublishers.ofString(body)));
    }

    @ParameterizedTest
    @ValueSource(strings = {DROP, "\" OR 1=1 --", "../../../etc/passwd", "a\u0000b", "%", "_", "\\"})
    void no_name_in_an_address_does_harm(String text) {
        List<String> asked = new ArrayList<>();
        forEachOperation((verb, path, described) -> {
            if (path.contains("{id}")) {
                String address = path.replace("{id}", encoded(text));
                assertThat(send(verb, address, "{}").status())
                        .as(verb + " " + address)
                        .isBetween(400, 499);
                asked.add(verb + " " + path);
            }
        });
        assertThat(asked)
                .contains("DELETE /api/v1/jobs/{id}", "GET /api/v1/webhook/{id}", "POST /api/v1/jobs/{id}/undo");
    }

    @ParameterizedTest
    @ValueSource(strings = {DROP, "\" OR 1=1 --", "../../../etc/passwd", "a\u0000b", "%", "_", "\\"})
    void no_parameter_does_harm(String text) {
        List<String> asked = new ArrayList<>();
        forEachOperation((verb, path, described) -> described.path("parameters").forEach(parameter -> {
            String name = parameter.path("name").asText();
            if (verb.equals("GET") && parameter.path("in").asText().equals("query") && !path.endsWith("/events")) {
                String address = path.replace("{id}", kept) + "?" + name + "=" + encoded(text);
                assertThat(send(verb, address, "").status()).as(address).isIn(200, 404, 422);
                asked.add(path + " " + name);
            }
        }));
        assertThat(asked).contains("/api/v1/jobs path", "/api/v1/jobs cursor", "/api/v1/audit since");
        daemon.get("/api/v1/events?types=" + encoded(text)).is(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {DROP, "\" OR 1=1 --", "a\u0000b", "{", "[", "\\"})
    void no_field_of_the_api_does_harm(String text) {
        List<String> sent = new ArrayList<>();
        forEachOperation((verb, path, described) -> {
            String schema = described
                    .at("/requestBody/content/application~1json/schema/$ref")
                    .asText("#/none");
            if (path.startsWith("/api/")) {
                JsonNode fields = document.at(schema.substring(1)).path("properties");
                fields.fieldNames().forEachRemaining(name -> {
                    ObjectNode body = JSON.createObjectNode();
                    if (fields.has("path")) {
                        body.put("path", daemon.library() + "/none");
                    }
                    RunningDaemon.Answer answer = send(
                            verb,
                            path.replace("{id}", kept),
                            body.put(name, text).toString());
                    assertThat(answer.status()).as(path + " " + name).isIn(202, 403, 404, 409, 422);
                    sent.add(path + " " + name);
                });
            }
        });
        assertThat(sent)
                .contains("/api/v1/batch pattern", "/api/v1/batch exclude", "/api/v1/inspect original_language");
    }

    /** An Arr app would lose what it tells next if it was refused, so what cannot be a path is taken as it is. */
    @ParameterizedTest
    @ValueSource(
            strings = {"sonarr-download-single", "sonarr-download-upgrade", "sonarr-rename", "radarr-download-upgrade"})
    void no_text_of_a_webhook_does_harm(String payload) throws IOException {
        String path = "/webhook/" + payload.substring(0, 6);
        JsonNode body = JSON.readTree(PayloadsTest.payload(payload));
        List<JsonNode> bodies = new ArrayList<>();
        replaceEach(body, DROP, () -> bodies.add(body.deepCopy()));
        assertThat(bodies).hasSizeGreaterThan(20);
        for (JsonNode changed : bodies) {
            assertThat(daemon.post(path, changed.toString()).status())
                    .as(changed.toString())
                    .isIn(200, 202);
        }
    }

    /** Puts the text in the place of each other text in turn. */
    private static void replaceEach(JsonNode node, String text, Runnable look) {
        if (node instanceof ObjectNode object) {
            List.copyOf(object.properties())
                    .forEach(field ->
                            replace(field.getValue(), text, changed -> object.set(field.getKey(), changed), look));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                replace(array.get(i), text, changed -> array.set(at, changed), look);
            }
        }
    }

    private static void replace(JsonNode old, String text, Consumer<JsonNode> setter, Runnable look) {
        if (old instanceof TextNode) {
            setter.accept(JsonNodeFactory.instance.textNode(text));
            look.run();
            setter.accept(old);
        } else {
            replaceEach(old, text, look);
        }
    }

    @Test
    void no_variable_of_the_custom_script_does_harm() {
        for (String name : List.of(
                "sonarr_instancename",
                "sonarr_series_title",
                "sonarr_series_path",
                "sonarr_episodefile_path",
                "sonarr_episodefile_relativepath",
                "sonarr_series_imdbid",
                "sonarr_series_originallanguage")) {
            ObjectNode variables = JSON.createObjectNode()
                    .put("sonarr_eventtype", "Download")
                    .put("sonarr_episodefile_path", "/tv/none.mkv")
                    .put(name, DROP);
            ObjectNode body = JSON.createObjectNode();
            body.set("variables", variables);
            assertThat(daemon.post("/webhook/hook", body.toString()).status())
                    .as(name)
                    .isIn(200, 202);
        }
    }

    /** Neither the address nor what is encoded in it leads out of what is served. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/../../../etc/passwd",
                "/docs/%2e%2e/%2e%2e/etc/passwd",
                "/docs/..%2f..%2fetc%2fpasswd",
                "/docs/..%5c..%5cwindows%5cwin.ini",
                "/docs/%00",
                "/docs/..;/..;/etc/passwd",
                "//etc/passwd",
                "/%2fetc%2fpasswd",
                "/docs/\u00c0\u00ae\u00c0\u00ae/etc/passwd"
            })
    void no_address_leads_out(String address) {
        for (boolean hasKey : new boolean[] {true, false}) {
            try (RawCall call = RawCall.to(daemon)) {
                String key = hasKey ? "X-Api-Key: " + RunningDaemon.KEY + "\r\n" : "";
                call.text("GET " + address + " HTTP/1.1\r\nHost: localhost\r\n" + key + "\r\n");
                assertThat(call.status()).isBetween(400, 499);
            }
        }
    }
}
