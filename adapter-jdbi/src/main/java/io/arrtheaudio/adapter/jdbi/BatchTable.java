package io.arrtheaudio.adapter.jdbi;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.arrtheaudio.domain.job.Batch;
import io.arrtheaudio.domain.job.BatchProgress;
import io.arrtheaudio.domain.job.BatchRequest;
import io.arrtheaudio.domain.job.BatchState;
import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobPriority;
import io.arrtheaudio.domain.job.JobSource;
import io.arrtheaudio.domain.library.Glob;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Writes and reads batches, and counts what became of their jobs. */
final class BatchTable {

    static final String COUNT = """
            INSERT INTO batch_count (batch, word, jobs) SELECT batch, :word, 1 FROM batch_job WHERE job = :job
            ON CONFLICT (batch, word) DO UPDATE SET jobs = jobs + 1""";

    static final String COMPLETE = """
            UPDATE batch SET copied_bytes = copied_bytes + :copied,
                state = iif(state = 'WORKING' AND found = done, 'COMPLETED', state),
                ended_ms = iif(state = 'WORKING' AND found = done, :now, ended_ms)
            FROM (SELECT b.batch AS counted, sum(c.jobs) AS done
                  FROM batch_job b JOIN batch_count c ON c.batch = b.batch WHERE b.job = :job GROUP BY b.batch)
            WHERE id = counted""";

    static final String OF_JOB =
            "SELECT b.* FROM batch_job j CROSS JOIN batch b ON b.id = j.batch WHERE j.job = :job ORDER BY b.id";

    static final int CHUNK = 2000;

    static final String CANCEL_PENDING = """
            UPDATE job SET state = 'CANCELLED', ready = 2, ended_ms = :now, note = :because
            WHERE id IN (SELECT id FROM job WHERE ready < 2 AND batch > 0 AND batch = :batch LIMIT :most)""";

    private static final JsonMapper JSON = new JsonMapper();

    private BatchTable() {}

    static Batch insert(Handle handle, BatchRequest request, String owner, Instant now) {
        long number = handle.createQuery("""
                        INSERT INTO batch (state, owner, path, recursive, include, exclude, min_bytes, max_age_ms, priority,
                            source, dry_run, found, copied_bytes, created_ms, ended_ms, note)
                        VALUES ('FINDING', :owner, :path, :recursive, :include, :exclude, :minBytes, :maxAge, :priority,
                            :source, :dryRun, 0, 0, :created, 0, '')
                        RETURNING id""")
                .bind("owner", owner)
                .bind("path", request.path().toString())
                .bind("recursive", request.recursive())
                .bind("include", text(request.include()))
                .bind("exclude", text(request.exclude()))
                .bind("minBytes", request.minBytes())
                .bind("maxAge", Millis.of(request.maxAge()))
                .bind("priority", request.priority().ordinal())
                .bind("source", request.source().name())
                .bind("dryRun", request.dryRun())
                .bind("created", Millis.of(now))
                .mapTo(Long.class)
                .one();
        return Batch.started(RowId.of(number), request, now);
    }

    /** Its state, its figures and its end; what became of its jobs is not among them. */
    static void update(Handle handle, Batch batch) {
        handle.createUpdate("""
                        UPDATE batch SET state = :state, found = :found, ended_ms = :ended, note = :note WHERE id = :id""")
                .bind("state", batch.state().name())
                .bind("found", batch.progress().found())
                .bind("ended", Millis.of(batch.ended()))
                .bind("note", batch.note())
                .bind("id", RowId.number(batch.id()))
                .execute();
    }

    static Optional<Batch> find(Handle handle, String id) {
        return batches(
                        handle,
                        handle.createQuery("SELECT * FROM batch WHERE id = :id").bind("id", RowId.number(id)))
                .findFirst();
    }

    /** The batch, if its files are being looked for by this owner. */
    static Optional<Batch> finding(Handle handle, String id, String owner) {
        return batches(
                        handle,
                        handle.createQuery(
                                        "SELECT * FROM batch WHERE id = :id AND owner = :owner AND state = 'FINDING'")
                                .bind("id", RowId.number(id))
                                .bind("owner", owner))
                .findFirst();
    }

    static Optional<Batch> runningAt(Handle handle, Path path) {
        return batches(
                        handle,
                        handle.createQuery("SELECT * FROM batch WHERE state IN ('FINDING', 'WORKING') AND path = :path")
                                .bind("path", path.toString()))
                .findFirst();
    }

    static List<Batch> list(Handle handle, long before, int atMost) {
        return batches(
                        handle,
                        handle.createQuery("SELECT * FROM batch WHERE id < :before ORDER BY id DESC LIMIT :most")
                                .bind("before", before)
                                .bind("most", atMost))
                .toList();
    }

    static List<Batch> ofJob(Handle handle, String job) {
        return batches(handle, handle.createQuery(OF_JOB).bind("job", RowId.number(job)))
                .toList();
    }

    static List<String> finders(Handle handle) {
        return handle.createQuery("SELECT DISTINCT owner FROM batch WHERE state = 'FINDING'")
                .mapTo(String.class)
                .list();
    }

    /** The batches whose files one owner looks for go to another. */
    static List<Batch> take(Handle handle, String from, String to) {
        return handle.createQuery("""
                        UPDATE batch SET owner = :to WHERE state = 'FINDING' AND owner = :from RETURNING id""").bind("to", to).bind("from", from).mapTo(Long.class).list().stream()
                .sorted()
                .flatMap(number -> find(handle, RowId.of(number)).stream())
                .toList();
    }

    /** Whether the job was none of the batch yet. */
    static boolean link(Handle handle, String batch, String job) {
        return handle.createUpdate("INSERT OR IGNORE INTO batch_job (batch, job) VALUES (:batch, :job)")
                        .bind("batch", RowId.number(batch))
                        .bind("job", RowId.number(job))
                        .execute()
                > 0;
    }

    /** A job that has ended counts in every batch that it belongs to. */
    static void count(Handle handle, Job ended, Instant now) {
        int batches = handle.createUpdate(COUNT)
                .bind("word", BatchProgress.wordOf(ended))
                .bind("job", RowId.number(ended.id()))
                .execute();
        if (batches > 0) {
            handle.createUpdate(COMPLETE)
                    .bind("copied", ended.result().copiedBytes())
                    .bind("now", Millis.of(now))
                    .bind("job", RowId.number(ended.id()))
                    .execute();
        }
    }

    /** Why a batch was cancelled; empty if it was not, or is none. */
    static Optional<String> whyCancelled(Handle handle, String id) {
        return id.isEmpty()
                ? Optional.empty()
                : handle.createQuery("SELECT note FROM batch WHERE id = :id AND state = 'CANCELLED'")
                        .bind("id", RowId.number(id))
                        .mapTo(String.class)
                        .findFirst();
    }

    /**
     * Cancels what is pending and belongs to the batch alone, but no more than others can wait for.
     *
     * @return whether there may be more
     */
    static boolean cancelPending(Handle handle, String batch, String because, Instant now) {
        int cancelled = handle.createUpdate(CANCEL_PENDING)
                .bind("now", Millis.of(now))
                .bind("because", because)
                .bind("batch", RowId.number(batch))
                .bind("most", CHUNK)
                .execute();
        if (cancelled > 0) {
            handle.createUpdate("""
                            INSERT INTO batch_count (batch, word, jobs) VALUES (:batch, 'cancelled', :cancelled)
                            ON CONFLICT (batch, word) DO UPDATE SET jobs = jobs + :cancelled""")
                    .bind("batch", RowId.number(batch))
                    .bind("cancelled", cancelled)
                    .execute();
        }
        return cancelled == CHUNK;
    }

    /** How many were forgotten. */
    static int forget(Handle handle, Instant before, int atMost) {
        return handle.createUpdate("""
                        DELETE FROM batch WHERE id IN (SELECT id FROM batch
                            WHERE state NOT IN ('FINDING', 'WORKING') AND ended_ms < :before
                              AND NOT EXISTS (SELECT 1 FROM batch_job WHERE batch = batch.id) LIMIT :most)""")
                .bind("before", Millis.of(before))
                .bind("most", atMost)
                .execute();
    }

    private static Stream<Batch> batches(Handle handle, Query query) {
        return query.map((row, context) -> read(row, counts(handle, row.getLong("id")))).list().stream();
    }

    private static Map<String, Long> counts(Handle handle, long batch) {
        Map<String, Long> counts = new TreeMap<>();
        handle.createQuery("SELECT word, jobs FROM batch_count WHERE batch = :batch")
                .bind("batch", batch)
                .map((row, context) -> counts.put(row.getString("word"), row.getLong("jobs")))
                .list();
        return counts;
    }

    private static Batch read(ResultSet row, Map<String, Long> counts) throws SQLException {
        return new Batch(
                RowId.of(row.getLong("id")),
                new BatchRequest(
                        Path.of(row.getString("path")),
                        row.getBoolean("recursive"),
                        globs(row.getString("include")),
                        globs(row.getString("exclude")),
                        row.getLong("min_bytes"),
                        Millis.time(row, "max_age_ms"),
                        JobPriority.values()[row.getInt("priority")],
                        JobSource.valueOf(row.getString("source")),
                        row.getBoolean("dry_run")),
                BatchState.valueOf(row.getString("state")),
                new BatchProgress(row.getLong("found"), counts, row.getLong("copied_bytes")),
                Millis.moment(row, "created_ms"),
                Millis.moment(row, "ended_ms"),
                row.getString("note"));
    }

    private static String text(List<Glob> globs) {
        ArrayNode text = JSON.createArrayNode();
        globs.forEach(glob -> text.add(glob.toString()));
        return text.toString();
    }

    private static List<Glob> globs(String text) throws SQLException {
        try {
            return Stream.of(JSON.readValue(text, String[].class))
                    .map(Glob::ofFiles)
                    .toList();
        } catch (JacksonException | IllegalArgumentException e) {
            throw new SQLException("a pattern of a batch cannot be read: " + text, e);
        }
    }
}
