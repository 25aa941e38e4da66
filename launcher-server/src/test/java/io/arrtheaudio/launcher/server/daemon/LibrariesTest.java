package io.arrtheaudio.launcher.server.daemon;

import static io.arrtheaudio.launcher.server.daemon.RunningDaemon.defaults;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Batches of a whole daemon, and files that somebody names: only within the libraries. The Python program looked into every
 * file of the machine, changed some through its patterns, and found nothing with its usual one.
 */
class LibrariesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static RunningDaemon daemon;
    private static Path outside;
    private static byte[] before;
    private static int tests;

    /** Of each test. */
    private Path library;

    @BeforeAll
    static void begin() throws IOException {
        outside = RunningDaemon.film(folder.resolve("outside/base.mkv"));
        before = Files.readAllBytes(outside);
        daemon = RunningDaemon.in(
                folder,
                "libraries: [" + folder.resolve("library") + "]",
                RunningDaemon.api("rate_limits: {batches: 1000000}"));
    }

    @BeforeEach
    void furnish() throws IOException {
        library = Files.createDirectories(daemon.library().resolve("test-" + tests++));
        Files.createSymbolicLink(library.resolve("link"), outside.getParent());
        Files.createSymbolicLink(library.resolve("link.mkv"), outside);
    }

    @AfterEach
    void nothing_outside_was_touched() {
        assertThat(outside).hasBinaryContent(before);
    }

    @AfterAll
    static void end() {
        daemon.close();
    }

    private Path film(String name) {
        return RunningDaemon.film(library.resolve(name));
    }

    /** {@code L} stands for a folder in the library. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc",
                "/etc/passwd",
                "/no/such/folder",
                "L/../../outside",
                "L/../../outside/base.mkv",
                "L/../../outside/none",
                "L/none/../../../outside",
                "L/link",
                "L/link/base.mkv",
                "L/link/none",
                "L/link.mkv",
                "../../etc/passwd",
                "outside",
                "",
                ".",
                "L\u0000/../../outside",
                "L\u0000",
                "C:\\Windows",
                "\\\\nas\\share",
                "file:///etc/passwd",
                "%2e%2e/outside"
            })
    void what_lies_outside_is_refused_and_nothing_is_told_about_it(String path) {
        for (RunningDaemon.Answer answer : named(path.replace("L", library.toString()))) {
            assertThat(answer.status()).isIn(403, 422);
            assertThat(answer.text("detail")).doesNotContain("not there", "no such", "is a folder", "regular");
        }
        assertThat(daemon.get("/api/v1/batch").is(200).json().path("batches"))
                .noneMatch(batch -> batch.path("path").asText().contains("outside"));
    }

    private static List<RunningDaemon.Answer> named(String path) {
        return List.of(
                daemon.post(
                        "/api/v1/batch",
                        JSON.createObjectNode().put("path", path).toString()),
                daemon.post(
                        "/api/v1/inspect",
                        JSON.createObjectNode().put("path", path).toString()));
    }

    @ParameterizedTest
    @CsvSource({"/../../outside/base.mkv, /../../outside/none.mkv", "/link/base.mkv, /link/none.mkv", "/link, /link.mkv"
    })
    void what_is_there_outside_is_answered_like_what_is_not(String there, String missing) {
        String one = library + there;
        String other = library + missing;
        assertThat(named(one))
                .map(answer -> answer.is(403).text("detail").replace(one, "it"))
                .isEqualTo(Stream.of(named(other))
                        .flatMap(List::stream)
                        .map(answer -> answer.is(403).text("detail").replace(other, "it"))
                        .toList());
    }

    /** It is the name of a folder, and nothing else. */
    @Test
    void dots_that_are_encoded_lead_nowhere() {
        JsonNode batch = daemon.batchOf(daemon.batch(library + "/%2e%2e/%2e%2e/outside", ""));
        assertThat(batch.path("files_found").asInt()).as(batch.toString()).isZero();
        film("%2e%2e/a.mkv");
        assertThat(results(daemon.batch(library + "/%2e%2e", ""))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside/base.*", "**/*", "../**", "link/**", "**/base.mkv", "/**", "{..,link}/*"})
    void no_pattern_leads_out(String pattern) {
        film("tv/a.mkv");
        RunningDaemon.Answer begun = daemon.batch(library, ", \"pattern\": \"" + pattern + "\"");
        if (begun.status() != 422) {
            assertThat(results(begun))
                    .extracting(job -> job.path("file_path").asText())
                    .allMatch(this::isInside);
        }
    }

    private boolean isInside(String file) {
        return file.equals(library.resolve("tv/a.mkv").toString());
    }

    private List<JsonNode> results(RunningDaemon.Answer begun) {
        daemon.batchOf(begun);
        List<JsonNode> jobs = new ArrayList<>();
        daemon.get("/api/v1/batch/" + begun.text("batch_id") + "/results?limit=500")
                .is(200)
                .json()
                .path("jobs")
                .forEach(jobs::add);
        return jobs;
    }

    /** Defect: the usual pattern had braces, which meant nothing there, so that no batch ever found anything. */
    @Test
    void a_batch_of_which_only_the_path_is_told_finds_every_film() {
        List<Path> films = List.of(film("tv/a.mkv"), film("tv/deep/er/B.MKV"), film("movies/c.mp4"), film("d.m4v"));
        film("tv/none.txt");
        JsonNode dry = daemon.batchOf(daemon.batch(library, ", \"dry_run\": true"));
        assertThat(dry.path("outcomes").path("would_change").asInt())
                .as(dry.toString())
                .isEqualTo(4);
        assertThat(films).allMatch(film -> defaults(film).equals(List.of(1)));
        assertThat(results(daemon.batch(library, "")))
                .hasSize(4)
                .extracting(RunningDaemon::result)
                .containsOnly("changed");
        assertThat(films).allMatch(film -> defaults(film).equals(List.of(2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*.{mkv,mp4}", "**/*.{mkv,mp4}", "{tv,movies}/**"})
    void braces_in_patterns_hold(String pattern) {
        film("tv/a.mkv");
        film("movies/b.mp4");
        film("other/c.m4v");
        assertThat(results(daemon.batch(library, ", \"pattern\": \"" + pattern + "\"")))
                .extracting(job ->
                        Path.of(job.path("file_path").asText()).getFileName().toString())
                .containsExactlyInAnyOrder("a.mkv", "b.mp4");
    }

    /** Defect: nobody else was answered while a batch was looked through, 20 seconds for 200 files. */
    @Test
    void two_hundred_files_keep_nobody_waiting() {
        for (int i = 0; i < 200; i++) {
            film("tv/" + i % 10 + "/" + i + ".mkv");
        }
        RunningDaemon.Answer begun = daemon.batch(library.resolve("tv"), "");
        CompletableFuture<List<JsonNode>> done = CompletableFuture.supplyAsync(() -> results(begun));
        Bystander.isServedBy(daemon);
        assertThat(done.join()).hasSize(200).extracting(RunningDaemon::result).containsOnly("changed");
    }

    /** The answer to a webhook told whether a file was there. */
    @Test
    void a_webhook_is_answered_alike_whatever_is_there() {
        film("a.mkv");
        List<String> fields = new ArrayList<>();
        for (String name : List.of("a.mkv", "none.mkv", "/etc/passwd.mkv", "link.mkv")) {
            RunningDaemon.Answer answer =
                    daemon.imported(library.toString(), name).accepted();
            List<String> names = new ArrayList<>();
            answer.json().fieldNames().forEachRemaining(names::add);
            fields.add(names.toString());
        }
        assertThat(fields.stream().distinct()).hasSize(1);
    }
}
