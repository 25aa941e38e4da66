package io.arrtheaudio.adapter.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrtheaudio.adapter.javalin.HttpSettings.Events;
import io.arrtheaudio.kit.StoppedClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class OpenApiDocumentTest {

    private static final ApiServer SERVER = new ApiServer();
    private static final JsonNode DOCUMENT = SERVER.document();

    @AfterAll
    static void end() {
        SERVER.close();
    }

    private static List<RouteGroup> groups() {
        return Api.groups(SERVER.parts(), new Json(), Events.DEFAULT, new StoppedClock(Instant.EPOCH));
    }

    private static List<String> served() {
        List<RouteGroup> groups = groups();
        List<String> served = groups.stream()
                .flatMap(group -> group.routes().stream())
                .map(route -> route.verb().name().toLowerCase(Locale.ROOT) + " " + route.path())
                .sorted()
                .toList();
        groups.forEach(RouteGroup::close);
        return served;
    }

    @Test
    void it_names_what_is_served_and_nothing_else() {
        List<String> documented = new ArrayList<>();
        operations().forEach((name, operation) -> documented.add(name));
        assertThat(new TreeSet<>(documented))
                .containsExactlyElementsOf(served())
                .hasSizeGreaterThan(25);
    }

    @Test
    void whatever_it_names_is_answered() {
        operations().forEach((name, operation) -> {
            String[] parts = name.split(" ");
            if (!parts[1].equals("/api/v1/events")) {
                Answer answer = SERVER.exchange(
                        parts[0].toUpperCase(Locale.ROOT),
                        parts[1].replace("{id}", "7"),
                        parts[0].equals("get") ? "" : "{}",
                        "X-Api-Key",
                        ApiServer.KEY,
                        "Content-Type",
                        "application/json");
                assertThat(answer.status()).as(name).isNotEqualTo(405).isNotEqualTo(500);
                assertThat(answer.body()).as(name).doesNotContain("there is nothing at this address");
            }
        });
    }

    @Test
    void every_operation_has_what_openapi_asks_for() {
        Set<String> ids = new HashSet<>();
        operations().forEach((name, operation) -> {
            assertThat(operation.path("summary").asText()).as(name).isNotBlank();
            assertThat(ids.add(operation.path("operationId").asText())).as(name).isTrue();
            assertThat(operation.path("tags")).as(name).hasSize(1);
            assertThat(operation.path("responses").properties())
                    .as(name)
                    .anyMatch(answer -> answer.getKey().startsWith("2"));
            operation.path("responses").properties().forEach(answer -> {
                assertThat(answer.getKey()).as(name).matches("default|[2-5][0-9]{2}");
                JsonNode told = answer.getValue();
                assertThat(told.has("$ref") || told.has("description")).as(name).isTrue();
            });
            Set<String> inPath = new HashSet<>();
            operation.path("parameters").forEach(parameter -> {
                assertThat(parameter.has("schema")).as(name).isTrue();
                assertThat(parameter.path("in").asText()).as(name).isIn("path", "query", "header");
                if (parameter.path("in").asText().equals("path")) {
                    assertThat(parameter.path("required").asBoolean()).as(name).isTrue();
                    inPath.add("{" + parameter.path("name").asText() + "}");
                }
            });
            assertThat(inPath).as(name).allMatch(name::contains).hasSize(name.contains("{") ? 1 : 0);
        });
    }

    @Test
    void every_reference_leads_somewhere_and_every_key_is_described() {
        List<JsonNode> references = DOCUMENT.findValues("$ref");
        assertThat(references).hasSizeGreaterThan(50);
        references.forEach(reference -> assertThat(
                        DOCUMENT.at(reference.asText().substring(1)).isMissingNode())
                .as(reference.asText())
                .isFalse());
        operations()
                .forEach((name, operation) -> operation
                        .path("security")
                        .forEach(way -> way.fieldNames()
                                .forEachRemaining(key -> assertThat(DOCUMENT.at("/components/securitySchemes/" + key)
                                                .has("type"))
                                        .as(key)
                                        .isTrue())));
    }

    @Test
    void it_says_that_everything_but_the_signs_of_life_needs_a_key() {
        List<String> open = new ArrayList<>();
        operations().forEach((name, operation) -> {
            if (operation.path("security").isEmpty()) {
                open.add(name);
            }
        });
        assertThat(open).containsExactly("get /health/live", "get /health/ready");
        assertThat(DOCUMENT.at("/paths/~1webhook~1sonarr/post/security").toString())
                .contains("signature");
        assertThat(DOCUMENT.at("/paths/~1api~1v1~1jobs/get/security").toString())
                .isEqualTo("[{\"api_key\":[]},{\"bearer\":[]},{\"basic\":[]},{\"api_key_parameter\":[]}]");
    }

    @Test
    void fields_are_in_snake_case_and_tell_what_they_are() {
        JsonNode schemas = DOCUMENT.at("/components/schemas");
        schemas.properties()
                .forEach(schema -> schema.getValue()
                        .path("properties")
                        .fieldNames()
                        .forEachRemaining(
                                field -> assertThat(field).as(schema.getKey()).matches("[a-z]+(_[a-z]+)*")));
        assertThat(schemas.at("/Job/properties/status/enum").toString())
                .isEqualTo("[\"queued\",\"running\",\"waiting\",\"completed\",\"failed\",\"cancelled\"]");
        assertThat(schemas.at("/BatchBody/required").toString()).isEqualTo("[\"path\"]");
        assertThat(schemas.at("/BatchBody/properties/pattern/anyOf/1/type").asText())
                .isEqualTo("string");
        assertThat(schemas.at("/Track/properties/default/description").asText()).isNotEmpty();
    }

    @Test
    void health_is_what_it_says() {
        for (String path : List.of("/health/live", "/health/ready", "/health", "/metrics")) {
            assertThat(SERVER.get(path).status()).isIn(200, 404);
        }
    }

    @Test
    void an_answer_that_has_two_forms_is_described_in_both() {
        JsonNode content = DOCUMENT.at("/paths/~1metrics/get/responses/200/content");

        assertThat(content.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("text/plain", "application/openmetrics-text");
    }

    @Test
    void it_is_openapi_3_1_of_this_version() {
        assertThat(DOCUMENT.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(DOCUMENT.at("/info/version").asText()).isEqualTo("1.2.3");
    }

    private static Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new LinkedHashMap<>();
        DOCUMENT.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(verb -> operations.put(verb.getKey() + " " + path.getKey(), verb.getValue())));
        return operations;
    }
}
