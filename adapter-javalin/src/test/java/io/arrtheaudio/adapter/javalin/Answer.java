package io.arrtheaudio.adapter.javalin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/** What a server answered. Names of headers are in lower case. */
record Answer(int status, Map<String, List<String>> headers, String body) {

    String header(String name) {
        return String.join(", ", headers.getOrDefault(name, List.of()));
    }

    JsonNode json() {
        try {
            return new ObjectMapper().readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + body, e);
        }
    }

    String text(String field) {
        return json().path(field).asText();
    }
}
