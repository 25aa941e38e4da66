package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.figures.Figures;
import io.arrtheaudio.domain.figures.JournalFigures;
import io.arrtheaudio.domain.figures.KindFigures;
import io.arrtheaudio.domain.figures.MemoryUse;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.port.out.FiguresView;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Counts what SQLite holds. The tables that an older database has not count as empty.
 *
 * <p>Thread-safe, and safe among processes.
 */
final class JdbiFigures implements FiguresView {

    private static final String KEPT = "SELECT state, sum(jobs) AS jobs FROM job_count GROUP BY state";
    private static final String ENDED = """
            SELECT state, count(*) AS jobs FROM job
            WHERE state IN ('COMPLETED', 'FAILED', 'CANCELLED') AND ended_ms >= :since AND ended_ms > 0 GROUP BY state""";
    private static final String KINDS = """
            SELECT kind, count(*) AS jobs, avg(took_ms) AS mean FROM job JOIN job_result ON job_result.job = job.id
            WHERE state = 'COMPLETED' GROUP BY kind ORDER BY kind""";

    /** The number that was given last. */
    private static final String ACCEPTED = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'job'";

    private static final String UNDONE = "SELECT count(*) FROM journal_entry WHERE undoes <> '' AND state = 'DONE'";
    private static final String BYTES = """
            SELECT (SELECT coalesce(sum(length(was) + length(becomes)), 0) FROM journal_patch)
                + (SELECT coalesce(sum(length(ending_was) + length(ending_becomes)), 0) FROM journal_entry)""";

    private static final String TABLE = "SELECT count(*) FROM sqlite_schema WHERE name = :name";

    private final Reads database;

    JdbiFigures(Reads database) {
        this.database = database;
    }

    @Override
    public Figures count(Instant since) {
        return database.read("count what is remembered", handle -> count(handle, since));
    }

    private static Figures count(Handle handle, Instant since) {
        boolean hasJobs = has(handle, "job");
        long pages = Schema.number(handle, "PRAGMA page_count");
        return new Figures(
                hasJobs ? states(handle.createQuery(KEPT)) : Map.of(),
                hasJobs ? states(handle.createQuery(ENDED).bind("since", Millis.of(since))) : Map.of(),
                hasJobs ? handle.createQuery(ACCEPTED).mapTo(Long.class).one() : 0,
                hasJobs ? kinds(handle) : List.of(),
                has(handle, "title_language") ? Schema.number(handle, "SELECT count(*) FROM title_language") : 0,
                MemoryUse.NONE,
                new JournalFigures(
                        Schema.number(handle, "SELECT count(*) FROM journal_entry"),
                        Schema.number(handle, UNDONE),
                        handle.createQuery(BYTES).mapTo(Long.class).one()),
                pages * Schema.number(handle, "PRAGMA page_size"));
    }

    private static boolean has(Handle handle, String table) {
        return handle.createQuery(TABLE)
                        .bind("name", table)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private static Map<JobState, Long> states(Query query) {
        Map<JobState, Long> counts = new EnumMap<>(JobState.class);
        query.map((row, context) -> Map.entry(JobState.valueOf(row.getString("state")), row.getLong("jobs")))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    private static List<KindFigures> kinds(Handle handle) {
        return handle.createQuery(KINDS)
                .map((row, context) -> new KindFigures(
                        row.getString("kind").toLowerCase(Locale.ROOT), row.getLong("jobs"), Duration.ofNanos((long)
                                (row.getDouble("mean") * 1e6))))
                .list();
    }
}
