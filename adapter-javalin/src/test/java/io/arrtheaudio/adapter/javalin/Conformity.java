package io.arrtheaudio.adapter.javalin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Locale;
import java.util.Map;

/** Holds answers against what an OpenAPI document says about them. Stricter than the document: unknown fields are wrong. */
final class Conformity {

    private final JsonNode document;

    Conformity(JsonNode document) {
        this.document = document;
    }

    /** Throws an {@link AssertionError} if an answer is not as it is documented. */
    void check(String verb, String address, Answer answer) {
        JsonNode operation = operation(verb, address.split("\\?")[0].replaceFirst("/$", ""));
        if (operation.isMissingNode()) {
            expect(answer.status() == 404 || answer.status() == 405, verb + " " + address, "answers without a route");
            return;
        }
        JsonNode answers = operation.path("responses");
        boolean isTold = answers.has(Integer.toString(answer.status()));
        expect(isTold || answer.status() >= 400, verb + " " + address, "answered " + answer.status() + " untold");
        JsonNode told = resolved(answers.path(isTold ? Integer.toString(answer.status()) : "default"));
        JsonNode content = told.path("content");
        String type = answer.header("content-type").split(";")[0];
        expect(content.has(type), verb + " " + address, "answered " + answer.status() + " with " + type);
        if (type.endsWith("json")) {
            check(resolved(content.path(type).path("schema")), answer.json(), verb + " " + address);
        }
    }

    private JsonNode operation(String verb, String path) {
        for (Map.Entry<String, JsonNode> entry : document.path("paths").properties()) {
            if (path.matches(entry.getKey().replaceAll("\\{[a-z_]+}", "[^/]+").replace(".", "\\."))
                    && entry.getValue().has(verb.toLowerCase(Locale.ROOT))) {
                return entry.getValue().path(verb.toLowerCase(Locale.ROOT));
            }
        }
        return MissingNode.getInstance();
    }

    /** What a reference leads to. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private void check(JsonNode schema, JsonNode value, String at) {
        expect(!schema.isMissingNode(), at, "is not described");
        switch (schema.path("type").asText()) {
            case "object" -> object(schema, value, at);
            case "array" -> {
                expect(value.isArray(), at, "is no list: " + value);
                value.forEach(element -> check(resolved(schema.path("items")), element, at + "[]"));
            }
            case "string" -> {
                expect(value.isTextual(), at, "is no text: " + value);
                JsonNode words = schema.path("enum");
                expect(
                        words.isMissingNode() || words.toString().contains(value.toString()),
                        at,
                        value + " of " + words);
            }
            case "integer" -> expect(value.isIntegralNumber(), at, "is no integer: " + value);
            case "number" -> expect(value.isNumber(), at, "is no number: " + value);
            case "boolean" -> expect(value.isBoolean(), at, "is neither true nor false: " + value);
            default -> expect(schema.isEmpty(), at, "has an unknown schema: " + schema);
        }
    }

    private void object(JsonNode schema, JsonNode value, String at) {
        expect(value.isObject(), at, "is no object: " + value);
        if (!schema.has("properties") && !schema.has("additionalProperties")) {
            return;
        }
        schema.path("required").forEach(name -> expect(value.has(name.asText()), at, "lacks " + name));
        value.properties().forEach(field -> {
            JsonNode known = schema.path("properties").path(field.getKey());
            JsonNode any = known.isMissingNode() ? schema.path("additionalProperties") : known;
            check(resolved(any), field.getValue(), at + "." + field.getKey());
        });
    }

    private static void expect(boolean isSo, String at, String problem) {
        if (!isSo) {
            throw new AssertionError(at + " " + problem);
        }
    }
}
