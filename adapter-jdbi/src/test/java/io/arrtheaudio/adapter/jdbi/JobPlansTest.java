package io.arrtheaudio.adapter.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.job.BatchRequest;
import io.arrtheaudio.domain.job.BatchStart;
import io.arrtheaudio.kit.InMemoryOwnerLocks;
import io.arrtheaudio.kit.JobStores;
import io.arrtheaudio.kit.SampleJobs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However many jobs there are, SQLite goes through an index to the few that it needs. */
class JobPlansTest {

    private static final Pattern NAME = Pattern.compile(":([A-Za-z]+)");

    @TempDir
    private static Path folder;

    @BeforeAll
    static void keepJobs() {
        try (OpenJobs open = new OpenJobs()) {
            JobStores jobs = open.in(folder, new InMemoryOwnerLocks());
            jobs.store().submit(SampleJobs.manuals("a", 500), Long.MAX_VALUE, SampleJobs.NOON);
            jobs.store().receive(SampleJobs.download(SampleJobs.NOON), SampleJobs.manuals("b", 100));
            BatchStart started =
                    jobs.batches().start(BatchRequest.of(Path.of("/library").toAbsolutePath()), SampleJobs.NOON);
            String batch = started.fold(begun -> begun.batch().id(), running -> "");
            jobs.batches().append(batch, SampleJobs.manuals("c", 500), Long.MAX_VALUE, SampleJobs.NOON);
            jobs.batches().cancel(batch, "enough", SampleJobs.NOON);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "claim, job_ready",
        "due, job_due",
        "next due, job_due",
        "running of a kind, job_by_state",
        "running, job_by_state",
        "running of a file, one_running_job_a_file",
        "pending of a file, one_pending_job_a_file",
        "pending at, job_by_file",
        "pending below, one_pending_job_a_file",
        "member, job_by_file",
        "oldest, job_by_state",
        "state from, job_by_state",
        "state, job_by_state",
        "forget, job_ended",
        "forget webhooks, webhook_by_age",
        "look again, job_by_state",
        "cancel a batch, job_of_batch",
        "count in batches, batch_of_job",
        "audit, audit_entry_by_age",
        "forget audit, audit_entry_by_age",
    })
    void goes_through_its_index(String what, String index) {
        assertThat(plan(statement(what)))
                .as(what)
                .anyMatch(step -> step.contains("INDEX " + index + " "))
                .noneMatch(JobPlansTest::looksAtEverything);
    }

    @ParameterizedTest
    @CsvSource({
        "by id",
        "any from",
        "any",
        "webhook from",
        "webhook",
        "batch from",
        "batch",
        "webhook jobs",
        "complete",
        "batches of a job"
    })
    void goes_by_number(String what) {
        assertThat(plan(statement(what)))
                .as(what)
                .anyMatch(step -> step.contains("PRIMARY KEY") || step.contains("batch_of_job"))
                .noneMatch(JobPlansTest::looksAtEverything);
    }

    @Test
    void the_next_job_is_not_sorted_for() {
        assertThat(plan(JdbiJobQueue.NEXT))
                .as("only the first of each kind are put in order")
                .filteredOn(step -> step.contains("TEMP B-TREE"))
                .hasSize(1);
        assertThat(plan(JobSearch.STATE)).noneMatch(step -> step.contains("TEMP B-TREE"));
        assertThat(plan(JobSearch.ANY)).noneMatch(step -> step.contains("TEMP B-TREE"));
        assertThat(plan(JdbiAuditLog.NEWEST_SINCE)).noneMatch(step -> step.contains("TEMP B-TREE"));
    }

    @Test
    void a_look_at_everything_would_be_seen() {
        assertThat(plan("SELECT * FROM job WHERE note = :note")).anyMatch(JobPlansTest::looksAtEverything);
    }

    private static String statement(String what) {
        return switch (what) {
            case "claim" -> JdbiJobQueue.NEXT;
            case "due" -> JdbiJobQueue.NOW_DUE;
            case "next due" -> JdbiJobQueue.NEXT_DUE;
            case "running of a kind" -> JdbiJobQueue.RUNNING_OF_KIND;
            case "running" -> JobTable.RUNNING;
            case "running of a file" -> JobTable.RUNNING_OF_FILE;
            case "pending of a file" -> JobTable.PENDING_OF_FILE;
            case "pending at" -> JobTable.PENDING_AT;
            case "pending below" -> JobTable.PENDING_BELOW;
            case "member" -> JobTable.MEMBER;
            case "oldest" -> JdbiJobView.OLDEST;
            case "state from" -> JobSearch.STATE_FROM;
            case "state" -> JobSearch.STATE;
            case "forget" -> JdbiJobStore.OLD;
            case "forget webhooks" -> WebhookTable.OLD_AND_EMPTY;
            case "look again" -> JdbiJobStore.LOOK_AGAIN;
            case "cancel a batch" -> BatchTable.CANCEL_PENDING;
            case "count in batches" -> BatchTable.COUNT;
            case "audit" -> JdbiAuditLog.NEWEST_SINCE;
            case "forget audit" -> JdbiAuditLog.FORGET;
            case "batches of a job" -> BatchTable.OF_JOB;
            case "complete" -> BatchTable.COMPLETE;
            case "by id" -> JobTable.BY_ID;
            case "any from" -> JobSearch.ANY_FROM;
            case "any" -> JobSearch.ANY;
            case "webhook from" -> JobSearch.WEBHOOK_FROM;
            case "webhook" -> JobSearch.WEBHOOK;
            case "batch from" -> JobSearch.BATCH_FROM;
            case "batch" -> JobSearch.BATCH;
            case "webhook jobs" -> WebhookTable.JOBS;
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static boolean looksAtEverything(String step) {
        return step.matches("SCAN (j|job|b|o|audit_entry|webhook|webhook_job|batch_job)( .*)?");
    }

    private static List<String> plan(String sql) {
        try (Database database = Database.open(DatabaseSettings.in(folder))) {
            return database.read("look at a plan", handle -> {
                Query query = handle.createQuery("EXPLAIN QUERY PLAN " + sql);
                names(sql).forEach(name -> query.bind(name, 1));
                return query.map((row, context) -> row.getString("detail")).list();
            });
        }
    }

    private static List<String> names(String sql) {
        List<String> names = new ArrayList<>();
        Matcher found = NAME.matcher(sql);
        while (found.find()) {
            names.add(found.group(1));
        }
        return names;
    }
}
