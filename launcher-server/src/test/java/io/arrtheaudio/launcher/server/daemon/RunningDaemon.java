package io.arrtheaudio.launcher.server.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arrtheaudio.adapter.files.BuiltInEngine;
import io.arrtheaudio.adapter.jdbi.DatabaseSettings;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.TrackFlag;
import io.arrtheaudio.kit.TinyMatroska;
import io.arrtheaudio.kit.TinyMp4;
import io.arrtheaudio.kit.Tracks;
import io.arrtheaudio.launcher.server.Daemon;
import io.arrtheaudio.launcher.server.HealthTimes;
import io.arrtheaudio.launcher.server.Launch;
import io.arrtheaudio.launcher.server.logging.LevelSwitch;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A whole daemon on a free port of this machine, with a library, and somebody who calls it. */
final class RunningDaemon implements AutoCloseable {

    static final String KEY = "a-key-of-24-letters-good";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
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

    /** Writes the settings file anew; a line in the place of one of {@link #in} begins like it. */
    void settings(String... lines) {
        List<String> usual = List.of(
                "language_priority: [jpn, eng]",
                api(""),
                "tmdb: {enabled: false}",
                "path_mappings: [{remote: /tv, local: %1$s/tv}, {remote: /movies, local: %1$s/movies}]"
                        .formatted(library()));
        Stream<String> all = Stream.concat(
                usual.stream().filter(line -> Stream.of(lines).noneMatch(other -> isSameKey(line, other))),
                Stream.of(lines));
        try {
            Files.createDirectories(library().resolve("tv"));
            Files.createDirectories(library().resolve("movies"));
            Files.write(config(), all.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSameKey(String line, String other) {
        return other.startsWith(line.substring(0, line.indexOf(':') + 1));
    }

    /** The line of the settings about the server, with more in it. */
    static String api(String more) {
        return "api: {host: 127.0.0.1, port: 0, api_key: " + KEY + (more.isEmpty() ? "" : ", " + more) + "}";
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
        daemon = Daemon.start(
                read(),
                new DatabaseSettings(data(), true),
                new Launch("1.2.3", this::read, Optional.empty(), new LevelSwitch(), LOOKS));
    }

    void stop() {
        daemon.close();
    }

    int port() {
        return daemon.port();
    }

    Settings read() {
        return new SettingsReader(Map.of()).read(config()).settings();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + daemon.port() + path);
    }

    /** An hour old, English first and default, Japanese second. */
    Path film(String name) {
        return film(library().resolve(name));
    }

    /** The same anywhere. */
    static Path film(Path film) {
        List<AudioTrack> tracks =
                List.of(Tracks.track(1, "eng", "", "aac", 2, TrackFlag.DEFAULT), Tracks.track(2, "jpn", "", "ac3", 6));
        byte[] bytes = film.toString().endsWith(".mp4")
                ? TinyMp4.with(tracks).toBytes()
                : TinyMatroska.with(tracks).toBytes();
        try {
            Files.createDirectories(film.getParent());
            Files.write(film, bytes);
            Files.setLastModifiedTime(film, FileTime.from(Instant.now().minusSeconds(3600)));
            return film;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which audio tracks are default, counted from 1. */
    static List<Integer> defaults(Path film) {
        return new BuiltInEngine()
                .inspect(film).fold(media -> media.file().audio(), other -> List.<AudioTrack>of()).stream()
                        .filter(track -> track.flags().contains(TrackFlag.DEFAULT))
                        .map(AudioTrack::position)
                        .toList();
    }

    /** What was answered. */
    record Answer(int status, JsonNode json, HttpResponse<String> whole) {

        Answer is(int expected) {
            assertThat(status).as(whole.body()).isEqualTo(expected);
            return this;
        }

        Answer accepted() {
            return is(202);
        }

        String text(String field) {
            return json.path(field).asText();
        }

        String header(String name) {
            return whole.headers().firstValue(name).orElse("");
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

    /** Tells as Radarr does that it has imported a film. */
    Answer imported(String folder, String name) {
        return post("/webhook/radarr", importOf(folder, name));
    }

    /** What Radarr posts of a film at this path. */
    static String importOf(String folder, String name) {
        return JSON.createObjectNode()
                .put("eventType", "Download")
                .put("instanceName", "Radarr")
                .<ObjectNode>set(
                        "movie", JSON.createObjectNode().put("title", name).put("folderPath", folder))
                .<ObjectNode>set("movieFile", JSON.createObjectNode().put("relativePath", name))
                .toString();
    }

    /** Asks for a batch; more fields follow a comma. */
    Answer batch(Object path, String more) {
        return post("/api/v1/batch", "{\"path\": \"" + path + "\"" + more + "}");
    }

    HttpRequest.Builder request(String path) {
        return stranger(path).header("X-Api-Key", KEY);
    }

    /** A request without the key. */
    HttpRequest.Builder stranger(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(PATIENCE);
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
        List<JsonNode> jobs = new ArrayList<>();
        webhook.json().path("job_ids").forEach(id -> jobs.add(ended(id.asText())));
        return jobs;
    }

    /** The batch that was begun, once it has ended. */
    JsonNode batchOf(Answer begun) {
        await("the end of batch " + begun.accepted().text("batch_id"), () -> hasEnded(begun));
        return asBatch(begun);
    }

    /** Whether the batch that was begun has ended. */
    boolean hasEnded(Answer begun) {
        return asBatch(begun).has("completed_at");
    }

    private JsonNode asBatch(Answer begun) {
        return get("/api/v1/batch/" + begun.text("batch_id")).is(200).json();
    }

    /** What came of the job, in a word. */
    static String result(JsonNode job) {
        return job.path("result").path("status").asText();
    }

    /** The only job of the webhook that was answered. */
    static String jobOf(Answer webhook) {
        JsonNode ids = webhook.accepted().json().path("job_ids");
        assertThat(ids).hasSize(1);
        return ids.get(0).asText();
    }

    /** How many jobs are in this state. */
    int count(String state) {
        return get("/api/v1/queue").is(200).json().path(state).asInt();
    }

    /** What it says about itself, once that is so. */
    JsonNode awaitHealth(String what, Predicate<JsonNode> isSo) {
        JsonNode[] last = new JsonNode[1];
        await(what + " in its health", () -> {
            last[0] = get("/health").json();
            return isSo.test(last[0]);
        });
        return last[0];
    }

    /** Who asked for what, the newest first. */
    List<String> audit() {
        List<String> entries = new ArrayList<>();
        get("/api/v1/audit")
                .is(200)
                .json()
                .path("entries")
                .forEach(entry -> entries.add(Stream.of("who", "action", "subject", "from", "outcome")
                        .map(field -> entry.path(field).asText())
                        .collect(Collectors.joining(" | "))));
        return entries;
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
