package io.arrtheaudio.adapter.javalin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Somebody who listens to events, as a browser does. */
final class Listening implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;

    /** An event. */
    record Heard(String id, String event, String data) {

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(data);
            } catch (JsonProcessingException e) {
                throw new AssertionError("not JSON: " + data, e);
            }
        }
    }

    private Listening(HttpResponse<InputStream> response) {
        this.response = response;
        this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** Begins to listen. */
    static Listening to(ApiServer server, String query, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + "/api/v1/events" + query))
                .header("X-Api-Key", ApiServer.KEY);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Listening(CLIENT.send(request.build(), BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    int status() {
        return response.statusCode();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** Waits until the server has taken this listener in. */
    Listening welcomed() {
        if (!line().startsWith("retry: ") || !line().isEmpty()) {
            throw new AssertionError("no welcome");
        }
        return this;
    }

    /** The next line; an {@link AssertionError} at the end. */
    String line() {
        try {
            String line = lines.readLine();
            if (line == null) {
                throw new AssertionError("the events have ended");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next event. */
    Heard next() {
        Map<String, String> fields = new HashMap<>();
        while (true) {
            String line = line();
            if (line.isEmpty() && fields.containsKey("event")) {
                return new Heard(fields.get("id"), fields.get("event"), fields.get("data"));
            }
            String[] parts = line.split(": ", 2);
            if (parts.length == 2) {
                fields.put(parts[0], parts[1]);
            }
        }
    }

    /** Whether nothing more comes, now or later. */
    boolean hasEnded() {
        try {
            while (lines.readLine() != null) {
                // what was still on its way
            }
            return true;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
