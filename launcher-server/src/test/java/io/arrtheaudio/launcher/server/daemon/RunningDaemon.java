package io.arrtheaudio.launcher.server.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.arrtheaudio.adapter.jdbi.DatabaseSettings;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.TrackFlag;
import io.arrtheaudio.kit.TinyMatroska;
import io.arrtheaudio.kit.TinyMp4;
import io.arrtheaudio.kit.Tracks;
import io.arrtheaudio.launcher.server.Daemon;
import io.arrtheaudio.launcher.server.HealthTimes;
import io.arrtheaudio.launcher.server.settings.Settings;
import io.arrtheaudio.launcher.server.settings.SettingsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A whole daemon on a free port of this machine, with a library, and somebody who calls it. */
final class RunningDaemon implements AutoCloseable {

    static final String KEY = "a-key-of-24-letters-good";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What is cheap is looked at all the time, the rest as usual. */
    private static final HealthTimes LOOKS = new HealthTimes(
            Duration.ofMillis(20),
            Duration.ofMillis(50),
            HealthTimes.DEFAULT.rarely(),
            HealthTimes.DEFAULT.tmdb(),
            Duration.ofSeconds(2),
            HealthTimes.DEFAULT.slow());

    private final Path folder;
    private final HttpClient client = HttpClient.newHttpClient();
    private Daemon daemon;

    private RunningDaemon(Path folder) {
        this.folder = folder;
    }

    /** One that maps {@code /tv} and {@code /movies} to folders of its library, with more lines in its settings. */
    static RunningDaemon in(Path folder, String... lines) {
        RunningDaemon running = new RunningDaemon(folder);
        running.settings(lines);
        running.start();
        return running;
    }

    /** Writes the settings file anew; what is not said is as in {@link #in}. */
    void settings(String... lines) {
        try {
            Files.createDirectories(library().resolve("tv"));
            Files.createDirectories(library().resolve("movies"));
            Files.writeString(
                    config(),
                    """
                    language_priority: [jpn, eng]
                    api: {host: 127.0.0.1, port: 0, api_key: %s}
                    %3$s
                    path_mappings:
                      - {remote: /tv, local: %2$s/tv}
                      - {remote: /movies, local: %2$s/movies}
                    """.formatted(KEY, library(), asksTmdb(lines) ? "" : "tmdb: {enabled: false}")
                            + String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean asksTmdb(String... lines) {
        return Stream.of(lines).anyMatch(line -> line.startsWith("tmdb:"));
    }

    private Path config() {
        return folder.resolve("config.yaml");
    }

    Path data() {
        return folder.resolve("data");
    }

    Path library() {
        return folder.resolve("library");
    }

    void start() {
        daemon = Daemon.start(read(), new DatabaseSettings(data(), true), "1.2.3", this::read, LOOKS);
    }

    void stop() {
        daemon.close();
    }

    private Settings read() {
        return new SettingsReader(Map.of()).read(config()).settings();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + daemon.port() + path);
    }

    /** An hour old, English first and default, Japanese second. */
    Path film(String name) {
        List<AudioTrack> tracks =
                List.of(Tracks.track(1, "eng", "", "aac", 2, TrackFlag.DEFAULT), Tracks.track(2, "jpn", "", "ac3", 6));
        byte[] bytes = name.endsWith(".mp4")
                ? TinyMp4.with(tracks).toBytes()
                : TinyMatroska.with(tracks).toBytes();
        try {
            Path film = library().resolve(name);
            Files.createDirectories(film.getParent());
            Files.write(film, bytes);
            Files.setLastModifiedTime(film, FileTime.from(Instant.now().minusSeconds(3600)));
            return film;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was answered. */
    record Answer(int status, JsonNode json, HttpResponse<String> whole) {

        Answer is(int expected) {
            assertThat(status).as(whole.body()).isEqualTo(expected);
            return this;
        }

        String text(String field) {
            return json.path(field).asText();
        }
    }

    Answer post(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer delete(String path) {
        return send(request(path).header("Content-Type", "application/json").DELETE());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(PATIENCE).header("X-Api-Key", KEY);
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            JsonNode json = type.contains("json") ? JSON.readTree(response.body()) : JSON.nullNode();
            return new Answer(response.statusCode(), json, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The job once it has ended. */
    JsonNode ended(String id) {
        return jobIn(id, "completed", "failed", "cancelled");
    }

    /** The job once it is in one of these states. */
    JsonNode jobIn(String id, String... states) {
        JsonNode[] last = new JsonNode[1];
        await("job " + id + " in " + List.of(states), () -> {
            last[0] = get("/api/v1/jobs/" + id).is(200).json();
            return List.of(states).contains(last[0].path("status").asText());
        });
        return last[0];
    }

    /** The jobs of the webhook that was answered, once all have ended. */
    List<JsonNode> endedOf(Answer webhook) {
        List<JsonNode> jobs = new java.util.ArrayList<>();
        webhook.json().path("job_ids").forEach(id -> jobs.add(ended(id.asText())));
        return jobs;
    }

    static void await(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("not within " + PATIENCE + ": " + what);
            }
            LockSupport.parkNanos(1_000_000); // whole programs meet at no latch
        }
    }

    @Override
    public void close() {
        stop();
    }
}
