package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged daemon in a process of its own, and somebody who calls it. */
final class DaemonProcess implements AutoCloseable {

    static final String KEY = "a-key-of-24-letters-good";
    private static final Pattern LISTENING = Pattern.compile("listening at http://127\\.0\\.0\\.1:([0-9]+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Jar.Running running;
    private final URI address;

    private DaemonProcess(Jar.Running running) {
        this.running = running;
        this.address = address(running);
    }

    /** Returns once it listens; with more lines in its settings. */
    static DaemonProcess start(House house, String... lines) {
        return new DaemonProcess(launch(house, lines));
    }

    /** The same with what the script that ships gives to Java. */
    static DaemonProcess startAsShipped(House house, String... lines) {
        Jar jar = house.jar();
        Wrapper.optionsOfDaemon().forEach(jar::javaOption);
        return new DaemonProcess(launch(jar, house, lines));
    }

    /** Returns at once. */
    static Jar.Running launch(House house, String... lines) {
        return launch(house.jar(), house, lines);
    }

    private static Jar.Running launch(Jar jar, House house, String... lines) {
        String settings = house.settings("""
                language_priority: [jpn, eng]
                libraries: [%s]
                tmdb: {enabled: false}
                logging: {level: warn}
                api: {host: 127.0.0.1, port: 0, api_key: %s, rate_limits: {webhooks: 1000000}}
                """.formatted(house.library(), KEY) + String.join("\n", lines) + "\n");
        return jar.start("-c", settings, "daemon");
    }

    private static URI address(Jar.Running running) {
        String[] port = new String[1];
        await("the daemon listens", () -> {
            Matcher line = LISTENING.matcher(read(running));
            boolean isThere = line.find();
            if (isThere) {
                port[0] = line.group(1);
            } else if (!running.process().isAlive()) {
                throw new AssertionError("the daemon ended: " + Jar.finish(running));
            }
            return isThere;
        });
        return URI.create("http://127.0.0.1:" + port[0]);
    }

    private static String read(Jar.Running running) {
        try {
            return Files.readString(running.out());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void await(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("not within " + PATIENCE + ": " + what);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(2); // processes meet at no latch
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    int port() {
        return address.getPort();
    }

    Process process() {
        return running.process();
    }

    /** What was answered; empty if the daemon was not there, or died meanwhile. */
    Optional<JsonNode> tryPost(String path, String body, int status) {
        try {
            HttpResponse<String> response = client.send(
                    request(path).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
            return Optional.of(JSON.readTree(response.body()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    JsonNode post(String path, String body, int status) {
        return tryPost(path, body, status).orElseThrow(() -> new AssertionError("no answer to " + path));
    }

    JsonNode get(String path) {
        try {
            HttpResponse<String> response = client.send(request(path).GET().build(), BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(PATIENCE)
                .header("X-Api-Key", KEY)
                .header("Content-Type", "application/json");
    }

    /** Until nothing is queued and nobody works. */
    void awaitIdle() {
        await("the queue is empty", () -> {
            JsonNode queue = get("/api/v1/queue");
            return queue.path("queued").asLong() + queue.path("running").asLong() == 0;
        });
    }

    /** What Radarr posts of a film at this path. */
    static String imported(String folder, String name) {
        return JSON.createObjectNode()
                .put("eventType", "Download")
                .put("instanceName", "Radarr")
                .<ObjectNode>set(
                        "movie", JSON.createObjectNode().put("title", name).put("folderPath", folder))
                .<ObjectNode>set("movieFile", JSON.createObjectNode().put("relativePath", name))
                .toString();
    }

    /** Like SIGKILL, at once. */
    void kill() {
        try {
            process().destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** SIGTERM, and what came of it. */
    Jar.Result terminate() {
        process().destroy();
        return Jar.finish(running);
    }

    @Override
    public void close() {
        kill();
    }
}
