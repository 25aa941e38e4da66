package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobLife;
import io.arrtheaudio.domain.job.JobRequest;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.ResultKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Writes jobs, and finds single ones through an index each. */
final class JobTable {

    /** A job with its result, if it has one. */
    static final String ROWS = """
            SELECT j.id, j.state, j.priority, j.file_key, j.dry_run, j.force, j.source, j.webhook, j.batch, j.correlation,
                   j.failed, j.claims, j.created_ms, j.due_ms, j.started_ms, j.ended_ms, j.waits_for, j.waits_since_ms, j.owner,
                   j.lease_until_ms, j.cancel_asked, j.note, j.received, j.local, j.tried, j.title_kind, j.title_name,
                   j.title_year, j.tmdb, j.tvdb, j.imdb, j.original_code, j.original_script, j.original_region,
                   j.original_source, j.original_confidence,
                   r.outcome, r.reason, r.message, r.track, r.code, r.script, r.region, r.explanation, r.entry,
                   r.copied_bytes, r.took_ms
            FROM job j LEFT JOIN job_result r ON r.job = j.id
            """;

    static final String BY_ID = ROWS + " WHERE j.id = :id";

    static final String PENDING_OF_FILE =
            ROWS + " WHERE j.ready < 2 AND j.file_key = :key AND j.dry_run = :dryRun AND j.id <> :not";

    static final String PENDING_AT = ROWS + " WHERE j.ready < 2 AND j.file_key = :key ORDER BY j.id";

    /** Keys below a folder begin with it and a slash, and {@code 0} is the letter after the slash. */
    static final String PENDING_BELOW =
            ROWS + " WHERE j.ready < 2 AND j.file_key >= :key || '/' AND j.file_key < :key || '0' LIMIT :most";

    static final String RUNNING = ROWS + " WHERE j.state = 'RUNNING' ORDER BY j.id";

    static final String RUNNING_OF_FILE = "SELECT count(*) FROM job WHERE state = 'RUNNING' AND file_key = :key";

    static final String MEMBER = """
            SELECT j.id FROM job j CROSS JOIN batch_job b ON b.job = j.id AND b.batch = :batch
            WHERE j.file_key = :key LIMIT 1""";

    private JobTable() {}

    /** A new job; its number is its id. */
    static Job insert(Handle handle, JobRequest request, Instant now) {
        Query insert = handle.createQuery("""
                INSERT INTO job (state, ready, priority, kind, file_key, dry_run, force, source, webhook, batch, correlation,
                    failed, claims, created_ms, due_ms, started_ms, ended_ms, waits_for, waits_since_ms, owner, lease_until_ms,
                    cancel_asked, note, received, local, tried, title_kind, title_name, title_year, tmdb, tvdb, imdb,
                    original_code, original_script, original_region, original_source, original_confidence)
                VALUES (:state, :ready, :priority, :kind, :fileKey, :dryRun, :force, :source, :webhook, :batch, :correlation,
                    :failed, :claims, :created, :due, :started, :ended, :waitsFor, :waitsSince, :owner, :leaseUntil,
                    :cancelAsked, :note, :received, :local, :tried, :titleKind, :titleName, :titleYear, :tmdb, :tvdb,
                    :imdb, :code, :script, :region, :told, :confidence)
                RETURNING id""");
        long number = JobRows.bind(insert, JobLife.accepted("new", request, now), now)
                .mapTo(Long.class)
                .one();
        return JobLife.accepted(RowId.of(number), request, now);
    }

    /** The job as it is now; one that has ended gets its result. */
    static void update(Handle handle, Job job, Instant now) {
        JobRows.bind(handle.createUpdate("""
                        UPDATE job SET state = :state, ready = :ready, priority = :priority, kind = :kind,
                            file_key = :fileKey, dry_run = :dryRun, force = :force, source = :source, webhook = :webhook,
                            batch = :batch, correlation = :correlation, failed = :failed, claims = :claims, created_ms = :created, due_ms = :due,
                            started_ms = :started, ended_ms = :ended, waits_for = :waitsFor,
                            waits_since_ms = :waitsSince, owner = :owner, lease_until_ms = :leaseUntil,
                            cancel_asked = :cancelAsked, note = :note, received = :received, local = :local,
                            tried = :tried, title_kind = :titleKind, title_name = :titleName, title_year = :titleYear,
                            tmdb = :tmdb, tvdb = :tvdb, imdb = :imdb, original_code = :code, original_script = :script,
                            original_region = :region, original_source = :told, original_confidence = :confidence
                        WHERE id = :id"""), job, now)
                .bind("id", RowId.number(job.id()))
                .execute();
        if (job.result().kind() != ResultKind.NONE) {
            JobRows.bind(handle.createUpdate("""
                            INSERT INTO job_result (job, outcome, reason, message, track, code, script, region, explanation,
                                entry, copied_bytes, took_ms)
                            VALUES (:job, :outcome, :reason, :message, :track, :code, :script, :region, :explanation,
                                :entry, :copied, :took)"""), job.result())
                    .bind("job", RowId.number(job.id()))
                    .execute();
        }
    }

    static Optional<Job> find(Handle handle, String id) {
        return jobs(handle.createQuery(BY_ID).bind("id", RowId.number(id))).stream()
                .findFirst();
    }

    /** The pending job that a request for its file can join, other than this one. */
    static Optional<Job> pendingFor(Handle handle, JobRequest request, String notThis) {
        return jobs(handle.createQuery(PENDING_OF_FILE)
                        .bind("key", request.file().key())
                        .bind("dryRun", request.dryRun())
                        .bind("not", RowId.number(notThis)))
                .stream()
                .findFirst();
    }

    static boolean isRunning(Handle handle, String fileKey) {
        return handle.createQuery(RUNNING_OF_FILE)
                        .bind("key", fileKey)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    static List<Job> pendingAt(Handle handle, String fileKey) {
        return jobs(handle.createQuery(PENDING_AT).bind("key", fileKey));
    }

    /** @param folderKey without a slash at its end */
    static List<Job> pendingBelow(Handle handle, String folderKey, int atMost) {
        return jobs(handle.createQuery(PENDING_BELOW).bind("key", folderKey).bind("most", atMost));
    }

    static List<Job> running(Handle handle) {
        return jobs(handle.createQuery(RUNNING));
    }

    /** The job of a batch that is about a file; empty if the batch has none. */
    static Optional<String> member(Handle handle, long batch, String fileKey) {
        return handle.createQuery(MEMBER)
                .bind("batch", batch)
                .bind("key", fileKey)
                .mapTo(Long.class)
                .findFirst()
                .map(RowId::of);
    }

    static long count(Handle handle, JobState state) {
        return handle.createQuery("SELECT coalesce(sum(jobs), 0) FROM job_count WHERE state = :state")
                .bind("state", state.name())
                .mapTo(Long.class)
                .one();
    }

    static List<Job> jobs(Query query) {
        return query.map((row, context) -> JobRows.read(row)).list();
    }
}
