package io.arrtheaudio.adapter.javalin;

import static io.arrtheaudio.kit.SampleJobs.changed;
import static io.arrtheaudio.kit.SampleJobs.done;
import static io.arrtheaudio.kit.SampleJobs.download;
import static io.arrtheaudio.kit.SampleJobs.gaveUp;
import static io.arrtheaudio.kit.SampleJobs.imported;
import static io.arrtheaudio.kit.SampleJobs.manual;
import static io.arrtheaudio.kit.SampleJobs.manuals;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrtheaudio.domain.audit.AuditEntry;
import io.arrtheaudio.domain.edit.UndoOutcome;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.figures.Figures;
import io.arrtheaudio.domain.figures.JournalFigures;
import io.arrtheaudio.domain.figures.KindFigures;
import io.arrtheaudio.domain.figures.MemoryUse;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.Settlement;
import io.arrtheaudio.domain.job.WaitReason;
import io.arrtheaudio.domain.title.ToldTitle;
import io.arrtheaudio.port.in.UndoRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobRoutesTest {

    private static final ApiServer SERVER = new ApiServer();

    private final ApiServer server = SERVER.renewed();

    @AfterAll
    static void end() {
        SERVER.close();
    }

    @Test
    void a_job_that_is_done_is_told_with_everything() {
        String id = server.jobs.submit(imported("a.mkv"));
        server.clock.advance(Duration.ofSeconds(2));
        server.jobs.work(done());
        JsonNode job = server.get("/api/v1/jobs/" + id).json();
        assertThat(job.path("job_id").asText()).isEqualTo(id);
        assertThat(job.path("file_path").asText()).endsWith("/library/a.mkv");
        assertThat(job.path("status").asText()).isEqualTo("completed");
        assertThat(job.path("priority").asText()).isEqualTo("high");
        assertThat(job.path("source").asText()).isEqualTo("sonarr");
        assertThat(job.path("attempts").asInt()).isEqualTo(1);
        assertThat(job.path("created_at").asText()).isEqualTo("2026-11-25T08:00:00Z");
        assertThat(job.path("started_at").asText()).isEqualTo("2026-11-25T08:00:02Z");
        assertThat(job.path("completed_at").asText()).isEqualTo("2026-11-25T08:00:02Z");
        assertThat(job.has("error")).isFalse();
    }

    @Test
    void its_result_says_which_track_and_why() {
        String id = server.jobs.submit(imported("a.mkv"));
        server.jobs.work(done());
        JsonNode result = server.get("/api/v1/jobs/" + id).json().path("result");
        assertThat(result.path("status").asText()).isEqualTo("changed");
        assertThat(result.path("changed").asBoolean()).isTrue();
        assertThat(result.path("selected_track_index").asInt()).isEqualTo(1);
        assertThat(result.path("selected_track_language").asText()).isEqualTo("jpn");
        assertThat(result.path("entry").asText()).isEqualTo("41");
        assertThat(result.path("bytes_copied").asLong()).isEqualTo(123_456);
        assertThat(result.path("duration_ms").asLong()).isEqualTo(789);
        JsonNode explanation = result.path("explanation");
        assertThat(explanation.path("selected_track").asInt()).isEqualTo(2);
        assertThat(explanation.at("/original_language/confidence").asText()).isEqualTo("low");
        assertThat(explanation.at("/wanted_languages/0").asText()).isEqualTo("jpn");
        assertThat(explanation.at("/tracks/0/language").asText()).isEqualTo("por-Latn-BR");
        assertThat(explanation.at("/tracks/0/default").asBoolean()).isFalse();
        assertThat(explanation.at("/tracks/1/title").asText()).isEqualTo("日本語 \"5.1\"\n");
        assertThat(explanation.at("/tracks/1/flags/0").asText()).isEqualTo("original");
    }

    @Test
    void a_job_that_failed_says_what_went_wrong() {
        String id = server.jobs.submit(manual("a.mkv"));
        server.jobs.work(gaveUp());
        JsonNode job = server.get("/api/v1/jobs/" + id).json();
        assertThat(job.path("error").asText()).isEqualTo("cannot read it; is it damaged?");
        assertThat(job.at("/result/reason").asText()).isEqualTo("fix_file");
        assertThat(job.path("result").has("selected_track_index")).isFalse();
        assertThat(job.path("result").has("explanation")).isFalse();
    }

    @Test
    void a_job_that_waits_says_what_for_and_since_when() {
        String id = server.jobs.submit(manual("a.mkv"));
        server.jobs.work(
                new Settlement.WaitFor(WaitReason.SPACE, server.clock.instant().plusSeconds(60), "there is no room"));
        JsonNode job = server.get("/api/v1/jobs/" + id).json();
        assertThat(job.path("status").asText()).isEqualTo("waiting");
        assertThat(job.path("waiting_for").asText()).isEqualTo("space");
        assertThat(job.path("waiting_since").asText()).isEqualTo("2026-11-25T08:00:00Z");
        assertThat(job.path("due_at").asText()).isEqualTo("2026-11-25T08:01:00Z");
        assertThat(job.path("note").asText()).isEqualTo("there is no room");
        assertThat(job.has("result")).isFalse();
    }

    @Test
    void pages_follow_each_other_to_the_end() {
        server.jobs.submit(manuals("film", 25));
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = server.get("/api/v1/jobs?limit=10&cursor=" + cursor).json();
            page.path("jobs").forEach(job -> seen.add(job.path("job_id").asText()));
            cursor = page.path("next_cursor").asText();
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void lists_are_filtered_and_spare_the_explanations() {
        server.jobs.submit(imported("Anime/one.mkv"));
        server.jobs.work(done());
        server.jobs.submit(manual("Anime/two.mkv"));
        server.jobs.submit(manual("Films/three.mkv"));
        assertThat(paths("?state=queued")).hasSize(2);
        assertThat(paths("?state=queued,completed&source=SONARR")).hasSize(1);
        assertThat(paths("?path=anime")).hasSize(2);
        assertThat(paths("?path=anime&state=queued&source=manual")).hasSize(1);
        assertThat(paths("?batch=999")).isEmpty();
        JsonNode first = server.get("/api/v1/jobs?state=completed").json().at("/jobs/0/result");
        assertThat(first.path("status").asText()).isEqualTo("changed");
        assertThat(first.has("explanation")).isFalse();
    }

    private List<String> paths(String query) {
        List<String> paths = new ArrayList<>();
        server.get("/api/v1/jobs" + query)
                .json()
                .path("jobs")
                .forEach(job -> paths.add(job.path("file_path").asText()));
        return paths;
    }

    @Test
    void a_job_that_is_queued_is_cancelled_at_once_and_that_is_noted() {
        String id = server.jobs.submit(manual("a.mkv"));
        Answer answer = server.delete("/api/v1/jobs/" + id);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("status")).isEqualTo("cancelled");
        assertThat(answer.text("note")).isEqualTo("cancelled by 127.0.0.1");
        AuditEntry note = server.audit.all().get(0);
        assertThat(note.action()).isEqualTo("cancel");
        assertThat(note.subject()).isEqualTo("job " + id);
        assertThat(note.who()).isEqualTo("api key");
        assertThat(note.from()).isEqualTo("127.0.0.1");
        assertThat(note.outcome()).isEqualTo("cancelled");
    }

    @Test
    void the_worker_of_a_job_that_runs_is_asked_to_stop() {
        String id = server.jobs.submit(manual("a.mkv"));
        server.jobs.claim();
        Answer answer = server.delete("/api/v1/jobs/" + id);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("cancel_requested").asBoolean()).isTrue();
    }

    @Test
    void a_job_that_has_ended_cannot_be_cancelled() {
        String id = server.jobs.submit(manual("a.mkv"));
        server.jobs.work(done());
        Answer answer = server.delete("/api/v1/jobs/" + id);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("detail")).isEqualTo("job " + id + " is completed and cannot be cancelled any more");
    }

    @Test
    void a_job_is_asked_for_once_more() {
        String id = server.jobs.submit(manual("a.mkv"));
        server.jobs.work(gaveUp());
        Answer answer = server.post("/api/v1/jobs/" + id + "/retry", "");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("how")).isEqualTo("new");
        assertThat(answer.header("location")).isEqualTo("/api/v1/jobs/" + answer.text("job_id"));
        assertThat(server.get(answer.header("location")).text("status")).isEqualTo("queued");
        assertThat(server.audit.all().get(0).outcome()).isEqualTo("new job " + answer.text("job_id"));
    }

    @Test
    void a_job_is_asked_for_once_more_whatever_was_taken_back() {
        String id = server.jobs.submit(manual("a.mkv"));
        server.jobs.work(gaveUp());
        Answer answer = server.post("/api/v1/jobs/" + id + "/retry", "{\"force\": true}");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(server.jobs
                        .find(answer.text("job_id"))
                        .orElseThrow()
                        .request()
                        .force())
                .isTrue();
        assertThat(server.audit.all().get(0).subject()).isEqualTo("job " + id + ", by force");
        assertThat(server.post("/api/v1/jobs/" + id + "/retry", "{\"force\": \"yes\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void the_change_of_a_job_is_taken_back() {
        String id = server.jobs.submit(manual("a.mkv"));
        server.jobs.work(done());
        server.undo = Optional.of(new UndoOutcome.Undone(Path.of("/library/a.mkv"), "41", "42", "now you know"));
        Answer answer = server.post("/api/v1/jobs/" + id + "/undo", "{}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("entry")).isEqualTo("41");
        assertThat(answer.text("by")).isEqualTo("42");
        assertThat(answer.text("note")).isEqualTo("now you know");
        assertThat(server.undone).containsExactly(UndoRequest.entry("41"));
        assertThat(server.audit.all().get(0).outcome()).isEqualTo("undone");
    }

    @Test
    void there_may_be_nothing_to_take_back() {
        String failed = server.jobs.submit(manual("a.mkv"));
        server.jobs.work(gaveUp());
        assertThat(undo(failed)).startsWith("409 job " + failed + " is failed and has changed no file");
        String done = server.jobs.submit(manual("b.mkv"));
        server.jobs.work(done());
        assertThat(undo(done)).startsWith("409").endsWith("it was taken back already");
    }

    @Test
    void an_undo_that_does_not_work_says_why() {
        String id = server.jobs.submit(manual("a.mkv"));
        server.jobs.work(done());
        Path file = Path.of("/library/a.mkv");
        server.undo = Optional.of(new UndoOutcome.Refused(file, "41", "it has changed since"));
        assertThat(undo(id)).isEqualTo("409 it has changed since");
        server.undo = Optional.of(new UndoOutcome.Failed(file, "41", Remedy.RETRY_LATER, "the disk is full"));
        assertThat(undo(id)).isEqualTo("503 the disk is full");
        server.undo = Optional.of(new UndoOutcome.Failed(file, "41", Remedy.REPORT_BUG, "secret details"));
        assertThat(undo(id)).startsWith("500").doesNotContain("secret");
    }

    private String undo(String id) {
        Answer answer = server.post("/api/v1/jobs/" + id + "/undo", "");
        return answer.status() + " " + answer.text("detail");
    }

    @Test
    void the_queue_is_counted() {
        server.jobs.submit(manuals("film", 3));
        server.jobs.work(new Settlement.WaitFor(
                WaitReason.SEEDING, server.clock.instant().plusSeconds(60), "still seeded"));
        server.jobs.claim();
        server.clock.advance(Duration.ofSeconds(30));
        JsonNode queue = server.get("/api/v1/queue").json();
        assertThat(queue.path("pending").asInt()).isEqualTo(2);
        assertThat(queue.path("queued").asInt()).isEqualTo(1);
        assertThat(queue.path("running").asInt()).isEqualTo(1);
        assertThat(queue.at("/waiting_for/seeding").asInt()).isEqualTo(1);
        assertThat(queue.path("oldest_queued_seconds").asInt()).isEqualTo(30);
    }

    @Test
    void all_jobs_are_counted() {
        server.jobs.submit(manuals("film", 4));
        server.jobs.work(done());
        server.jobs.work(done());
        server.jobs.work(gaveUp());
        server.figures = new Figures(
                Map.of(),
                Map.of(JobState.COMPLETED, 2L),
                70,
                List.of(new KindFigures("mp4", 2, Duration.ofMillis(4))),
                5,
                new MemoryUse(3, 1),
                new JournalFigures(6, 1, 99),
                4_096);
        JsonNode stats = server.get("/api/v1/stats").json();
        assertThat(stats.at("/ended_today/completed").asInt()).isEqualTo(2);
        assertThat(stats.path("accepted_jobs").asInt()).isEqualTo(70);
        assertThat(stats.at("/containers/0/container").asText()).isEqualTo("mp4");
        assertThat(stats.at("/containers/0/mean_ms").asDouble()).isEqualTo(4);
        assertThat(stats.path("answers").asInt()).isEqualTo(5);
        assertThat(stats.path("answer_hits").asInt()).isEqualTo(3);
        assertThat(stats.path("answer_misses").asInt()).isEqualTo(1);
        assertThat(stats.path("changes").asInt()).isEqualTo(6);
        assertThat(stats.path("undone").asInt()).isEqualTo(1);
        assertThat(stats.path("journal_bytes").asInt()).isEqualTo(99);
        assertThat(stats.path("database_bytes").asInt()).isEqualTo(4_096);
        assertThat(stats.path("total_jobs").asInt()).isEqualTo(4);
        assertThat(stats.path("ended_jobs").asInt()).isEqualTo(3);
        assertThat(stats.at("/jobs/completed").asInt()).isEqualTo(2);
        assertThat(stats.path("success_percent").asDouble()).isEqualTo(66.7);
    }

    @Test
    void a_webhook_tells_its_jobs() {
        String id = server.jobs
                .receive(
                        download(server.clock.instant()),
                        List.of(imported("e1.mkv"), imported("e2.mkv")),
                        ToldTitle.NOTHING)
                .id();
        server.jobs.work(done());
        JsonNode webhook = server.get("/api/v1/webhook/" + id).json();
        assertThat(webhook.path("webhook_id").asText()).isEqualTo(id);
        assertThat(webhook.path("source").asText()).isEqualTo("sonarr");
        assertThat(webhook.path("instance").asText()).isEqualTo("Sonarr 'élan'");
        assertThat(webhook.path("event").asText()).isEqualTo("Download");
        assertThat(webhook.path("counts").toString()).isEqualTo("{\"completed\":1,\"queued\":1}");
        assertThat(webhook.path("jobs")).hasSize(2);
        assertThat(webhook.at("/jobs/0/webhook_id").asText()).isEqualTo(id);
        assertThat(server.get("/api/v1/jobs?webhook=" + id).json().path("jobs")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "999",
                "-1",
                "0x1",
                "abc",
                "99999999999999999999",
                "1.5",
                "%D9%A1",
                "'%3B%20DROP%20TABLE%20jobs%3B--"
            })
    void what_is_not_there_is_not_found_whatever_it_is_called(String id) {
        assertThat(server.get("/api/v1/jobs/" + id).status()).isEqualTo(404);
        assertThat(server.delete("/api/v1/jobs/" + id).status()).isEqualTo(404);
        assertThat(server.post("/api/v1/jobs/" + id + "/retry", "").status()).isEqualTo(404);
        assertThat(server.post("/api/v1/jobs/" + id + "/undo", "").status()).isEqualTo(404);
        assertThat(server.get("/api/v1/webhook/" + id).status()).isEqualTo(404);
        assertThat(server.audit.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=done",
                "source=plex",
                "batch=x",
                "webhook=-1",
                "limit=0",
                "limit=1001",
                "limit=many",
                "cursor=x",
                "path=a%00b"
            })
    void a_wrong_parameter_is_named(String parameter) {
        Answer answer = server.get("/api/v1/jobs?" + parameter);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("detail")).startsWith(parameter.split("=")[0] + " was '");
    }

    @Test
    void the_result_of_the_kit_is_the_one_that_is_told() {
        assertThat(ResultView.whole(changed()).explanation()).isNotEqualTo(ExplanationView.NONE);
        assertThat(ResultView.brief(changed()).explanation()).isEqualTo(ExplanationView.NONE);
    }
}
