package io.arrtheaudio.adapter.javalin;

import static io.arrtheaudio.kit.SampleJobs.done;
import static io.arrtheaudio.kit.SampleJobs.gaveUp;
import static io.arrtheaudio.kit.SampleJobs.manuals;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arrtheaudio.domain.job.BatchRequest;
import io.arrtheaudio.domain.job.JobPriority;
import io.arrtheaudio.domain.job.JobSource;
import io.arrtheaudio.domain.library.Glob;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchRoutesTest {

    private static final ApiServer SERVER = new ApiServer();

    private final ApiServer server = SERVER.renewed();

    @AfterAll
    static void end() {
        SERVER.close();
    }

    private Answer start(String body) {
        return server.post("/api/v1/batch", body);
    }

    private static String path(String path) {
        return JsonNodeFactory.instance.objectNode().put("path", path).toString();
    }

    @Test
    void a_batch_begins_with_all_that_was_asked_for() {
        Answer answer = start("""
                {"path": "/library/tv", "recursive": false, "pattern": "*.{mkv,mp4}", "exclude": ["*sample*", "Extras/**"],
                 "dry_run": true, "priority": "low", "filters": {"min_size_mb": 1.5, "max_age_days": 0.5}}
                """);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("location")).isEqualTo("/api/v1/batch/" + answer.text("batch_id"));
        assertThat(server.batches.requests)
                .containsExactly(new BatchRequest(
                        Path.of("/library/tv"),
                        false,
                        List.of(Glob.ofFiles("*.{mkv,mp4}")),
                        List.of(Glob.ofFiles("*sample*"), Glob.ofFiles("Extras/**")),
                        1_572_864,
                        Duration.ofHours(12),
                        JobPriority.LOW,
                        JobSource.BATCH,
                        true));
        assertThat(server.audit.all().get(0).subject()).isEqualTo("/library/tv");
        assertThat(server.audit.all().get(0).outcome()).isEqualTo("batch " + answer.text("batch_id") + ", dry run");
    }

    @Test
    void only_the_path_must_be_told() {
        Answer answer = start("{\"path\": \"/library\", \"pattern\": null, \"filters\": null}");
        assertThat(answer.text("status")).isEqualTo("finding");
        assertThat(server.batches.requests).containsExactly(BatchRequest.of(Path.of("/library")));
    }

    @Test
    void a_batch_tells_how_far_it_is() {
        String id = start(path("/library")).text("batch_id");
        assertThat(server.get("/api/v1/batch/" + id).json().has("percent")).isFalse();
        server.batches.find(id, manuals("film", 8));
        server.clock.advance(Duration.ofSeconds(2));
        server.jobs.work(done());
        server.jobs.work(gaveUp());
        JsonNode batch = server.get("/api/v1/batch/" + id).json();
        assertThat(batch.path("status").asText()).isEqualTo("working");
        assertThat(batch.path("files_found").asInt()).isEqualTo(8);
        assertThat(batch.path("files_done").asInt()).isEqualTo(2);
        assertThat(batch.path("files_left").asInt()).isEqualTo(6);
        assertThat(batch.path("percent").asDouble()).isEqualTo(25);
        assertThat(batch.path("files_per_second").asDouble()).isEqualTo(1);
        assertThat(batch.path("seconds_left").asInt()).isEqualTo(6);
        assertThat(batch.path("outcomes").toString()).isEqualTo("{\"changed\":1,\"failed\":1}");
        assertThat(batch.path("bytes_copied").asLong()).isEqualTo(123_456);
    }

    @Test
    void its_results_come_in_pages_with_explanations() {
        String id = start(path("/library")).text("batch_id");
        server.batches.find(id, manuals("film", 5));
        server.jobs.work(done());
        JsonNode done =
                server.get("/api/v1/batch/" + id + "/results?state=completed").json();
        assertThat(done.path("jobs")).hasSize(1);
        assertThat(done.at("/jobs/0/batch_id").asText()).isEqualTo(id);
        assertThat(done.at("/jobs/0/result/explanation/summary").asText()).isEqualTo("jpn is wanted");
        assertThat(done.at("/jobs/0/result/bytes_copied").asLong()).isEqualTo(123_456);
        JsonNode page = server.get("/api/v1/batch/" + id + "/results?limit=2").json();
        assertThat(page.path("jobs")).hasSize(2);
        String next = "/api/v1/batch/" + id + "/results?limit=10&cursor="
                + page.path("next_cursor").asText();
        assertThat(server.get(next).json().path("jobs")).hasSize(3);
    }

    @Test
    void batches_are_listed_from_the_newest_on() {
        List<String> started = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            started.add(0, start(path("/library/" + i)).text("batch_id"));
        }
        List<String> listed = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = server.get("/api/v1/batch?limit=2&cursor=" + cursor).json();
            page.path("batches")
                    .forEach(batch -> listed.add(batch.path("batch_id").asText()));
            cursor = page.path("next_cursor").asText();
        } while (!cursor.isEmpty());
        assertThat(listed).isEqualTo(started);
    }

    @Test
    void a_batch_is_cancelled_once_and_for_all() {
        String id = start(path("/library")).text("batch_id");
        Answer answer = server.delete("/api/v1/batch/" + id);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("status")).isEqualTo("cancelled");
        assertThat(server.delete("/api/v1/batch/" + id).status()).isEqualTo(200);
        assertThat(server.audit.all().get(0).action()).isEqualTo("cancel");
    }

    @Test
    void a_batch_that_is_done_cannot_be_cancelled() {
        String id = start(path("/library")).text("batch_id");
        server.batches.find(id, List.of());
        assertThat(server.delete("/api/v1/batch/" + id).status()).isEqualTo(409);
        JsonNode batch = server.get("/api/v1/batch/" + id).json();
        assertThat(batch.path("percent").asDouble()).isEqualTo(100);
        assertThat(batch.path("seconds_left").asInt()).isZero();
    }

    @Test
    void a_second_batch_of_the_same_path_is_told_the_first() {
        String id = start(path("/library")).text("batch_id");
        Answer answer = start(path("/library"));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        assertThat(answer.text("batch_id")).isEqualTo(id);
        assertThat(answer.text("detail")).contains("batch " + id);
    }

    @Test
    void a_full_queue_says_when_to_ask_again() {
        server.batches.isFull = true;
        Answer answer = start(path("/library"));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("retry-after")).isEqualTo("60");
        assertThat(answer.text("detail")).contains("max_queue_size");
        assertThat(server.audit.all().get(0).outcome()).isEqualTo("the queue is full");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc",
                "/nowhere",
                "/library/../etc",
                "/library/..",
                "library",
                "./library",
                "../library",
                "C:\\Media",
                "\\\\nas\\media",
                "/library\u0000/etc",
                "\u0000",
                "file:///library",
                "~",
                "'; DROP TABLE jobs;--",
                "é",
                "\ud800"
            })
    void a_path_outside_the_libraries_gets_one_answer_whatever_is_there(String path) {
        Answer answer = start(path(path));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo(start(path("/nothing/here")).body());
        assertThat(server.batches.requests).isEmpty();
        assertThat(server.audit.all().get(0).outcome()).isEqualTo("not allowed");
    }

    @Test
    void a_path_that_no_disk_holds_is_not_even_asked_about() {
        assertThat(start(path("/library/" + "x".repeat(10_000))).status()).isEqualTo(403);
        assertThat(server.batches.requests).isEmpty();
        assertThat(server.audit.all().get(0).subject()).hasSizeLessThan(600);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                      | path is missing",
                "{\"path\": \" \"}                                       | path is missing",
                "{\"path\": 7}                                           | path was '7'",
                "{\"path\": [\"/library\"]}                              | path was '[\"/library\"]'",
                "{\"path\": \"/library\", \"recursive\": \"yes\"}        | recursive was 'yes'",
                "{\"path\": \"/library\", \"dry_run\": 1}                | dry_run was '1'",
                "{\"path\": \"/library\", \"priority\": \"urgent\"}      | priority was 'urgent' but must be one of high",
                "{\"path\": \"/library\", \"pattern\": \"[a-\"}          | pattern cannot be read: glob '[a-' opens",
                "{\"path\": \"/library\", \"pattern\": [\"*.mkv\", \"{\"]} | pattern cannot be read: glob '{' opens",
                "{\"path\": \"/library\", \"pattern\": \"\"}             | pattern cannot be read: glob '' is empty",
                "{\"path\": \"/library\", \"exclude\": [7]}              | exclude was '7'",
                "{\"path\": \"/library\", \"exclude\": {}}               | exclude was '{}'",
                "{\"path\": \"/library\", \"filters\": 5}                | filters was '5' but must be an object",
                "{\"path\": \"/library\", \"filters\": {\"min_size_mb\": -1}}    | filters.min_size_mb was '-1'",
                "{\"path\": \"/library\", \"filters\": {\"min_size_mb\": \"1\"}} | filters.min_size_mb was '1'",
                "{\"path\": \"/library\", \"filters\": {\"min_size_mb\": 1e99}}  | filters.min_size_mb was",
                "{\"path\": \"/library\", \"filters\": {\"max_age_days\": 0}}    | filters.max_age_days was '0'"
            })
    void a_wrong_field_is_named(String body, String problem) {
        Answer answer = start(body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("detail")).startsWith(problem);
        assertThat(server.batches.requests).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pattern", "exclude", "priority"})
    void odd_texts_do_no_harm(String field) {
        for (String odd : List.of("'; DROP TABLE jobs;--", "x".repeat(10_000), "a\u0000b", "日本語*")) {
            ObjectNode body = JsonNodeFactory.instance
                    .objectNode()
                    .put("path", "/library/" + field + odd.length())
                    .put(field, odd);
            assertThat(start(body.toString()).status()).isIn(202, 422);
        }
    }

    @Test
    void a_list_of_patterns_has_a_bound() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("path", "/library");
        for (int i = 0; i < 51; i++) {
            body.withArray("pattern").add("*.mkv");
        }
        assertThat(start(body.toString()).text("detail")).contains("a list of at most 50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"999", "-1", "abc", "99999999999999999999", "%D9%A1"})
    void a_batch_that_is_not_there_is_not_found(String id) {
        assertThat(server.get("/api/v1/batch/" + id).status()).isEqualTo(404);
        assertThat(server.delete("/api/v1/batch/" + id).status()).isEqualTo(404);
        assertThat(server.get("/api/v1/batch/" + id + "/results").status()).isEqualTo(404);
    }
}
