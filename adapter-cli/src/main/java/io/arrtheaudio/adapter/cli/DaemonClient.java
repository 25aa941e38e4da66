package io.arrtheaudio.adapter.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Hands what an Arr app told to a daemon, and asks it. One call each. */
final class DaemonClient {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final Wiring.DaemonAddress address;

    DaemonClient(Wiring.DaemonAddress address) {
        this.address = address;
    }

    /**
     * What came of it.
     *
     * @param isTaken whether the daemon has taken it over
     * @param told what to say about it
     */
    record Answer(boolean isTaken, String told) {}

    /** Posts the variables of a custom script; whatever goes wrong is an answer too. */
    Answer post(Map<String, String> variables) {
        HttpRequest.Builder request = request("/webhook/hook")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body(variables)));
        try {
            return answer(send(request).statusCode());
        } catch (HttpTimeoutException e) {
            return no("the daemon at " + address.uri() + " does not answer in time");
        } catch (IOException e) {
            boolean isNobodyThere =
                    e.getClass().getSimpleName().equals("ConnectException"); // sockets are not its business
            return no(
                    isNobodyThere
                            ? "nobody answers at " + address.uri()
                            : "the daemon at " + address.uri() + " cannot be asked: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return no("interrupted while asking the daemon at " + address.uri());
        }
    }

    /** What it answers at a path, if it does and is well; nobody needs to know why not. */
    Optional<String> get(String path) {
        HttpRequest.Builder request = request(path).GET();
        try {
            HttpResponse<String> response = send(request);
            return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.uri().resolve(path)).timeout(ANSWER);
        return address.key().isEmpty() ? request : request.header("X-Api-Key", address.key());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newBuilder().connectTimeout(CONNECT).build().send(request.build(), BodyHandlers.ofString());
    }

    private Answer answer(int status) {
        if (status / 100 == 2) {
            return new Answer(true, "handed to the daemon at " + address.uri());
        }
        String hint = status == 401 || status == 403 ? "; set ARRTHEAUDIO_API_KEY to the key that it wants" : "";
        return no("the daemon at " + address.uri() + " answers " + status + hint);
    }

    private static Answer no(String told) {
        return new Answer(false, told);
    }

    private static String body(Map<String, String> variables) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeObjectFieldStart("variables");
            for (Map.Entry<String, String> variable : variables.entrySet()) {
                json.writeStringField(variable.getKey(), variable.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter does not fail", e);
        }
        return text.toString();
    }
}
