package io.arrtheaudio.adapter.javalin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * JSON as it goes over the wire: names in snake_case, texts that are empty are left out, and what comes in is bounded in
 * depth and in the length of its parts.
 *
 * <p>Thread-safe.
 */
final class Json {

    static final String CONTENT_TYPE = "application/json";

    private static final int DEEPEST = 32;
    private static final int LONGEST_TEXT = 256 * 1024;
    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_NAME = 256;

    private final ObjectMapper mapper;

    Json() {
        StreamReadConstraints bounds = StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxStringLength(LONGEST_TEXT)
                .maxNumberLength(LONGEST_NUMBER)
                .maxNameLength(LONGEST_NAME)
                .build();
        mapper = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(bounds)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION) // of two dry_run the second would win
                        .build())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        mapper.configOverride(String.class)
                .setInclude(JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS));
    }

    /**
     * Reads a body.
     *
     * @throws Refusal with 400 if it is no JSON object, or one beyond the bounds
     */
    JsonNode read(byte[] body) {
        try {
            JsonNode node = mapper.readTree(body);
            if (!node.isObject()) {
                throw Refusal.badRequest("the body must be a JSON object");
            }
            return node;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
            throw Refusal.badRequest("the body could not be read as JSON at line " + Math.max(1, at.getLineNr())
                    + ", column " + Math.max(1, at.getColumnNr()) + "; it must be whole, at most " + DEEPEST
                    + " levels deep, with texts of at most " + LONGEST_TEXT + " characters");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes an answer. */
    byte[] write(Object view) {
        try {
            return mapper.writeValueAsBytes(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("could not write " + view.getClass() + " as JSON", e);
        }
    }

    /** Answers. */
    void answer(Context context, int status, Object view) {
        context.status(status).contentType(CONTENT_TYPE).result(write(view));
    }
}
