package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobPage;
import io.arrtheaudio.domain.job.JobQuery;
import io.arrtheaudio.domain.job.JobState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Looks for jobs in slices, the newest first: so many are looked at in one go, and others have their turn before the next
 * slice. A question for a webhook, a batch or a state looks only at the jobs of that.
 */
final class JobSearch {

    static final int SLICE = 1000;

    private static final String FITS = """
             AND (:states = '' OR instr(:states, ' ' || j.state || ' ') > 0)
             AND (:sources = '' OR instr(:sources, ' ' || j.source || ' ') > 0)
             AND (:batch = 0 OR EXISTS (SELECT 1 FROM batch_job b WHERE b.batch = :batch AND b.job = j.id))
             AND (:path = '' OR instr(lower(j.received), lower(:path)) > 0 OR instr(lower(j.local), lower(:path)) > 0)
             ORDER BY j.id DESC LIMIT :most
            """;

    static final String ANY_FROM =
            "SELECT coalesce(min(id), 0) FROM (SELECT id FROM job WHERE id < :before ORDER BY id DESC LIMIT :slice)";
    static final String ANY = JobTable.ROWS + " WHERE j.id >= :from AND j.id < :before" + FITS;

    static final String STATE_FROM = """
            SELECT coalesce(min(id), 0) FROM
                (SELECT id FROM job WHERE state = :state AND id < :before ORDER BY id DESC LIMIT :slice)""";
    static final String STATE = JobTable.ROWS + " WHERE j.state = :state AND j.id >= :from AND j.id < :before" + FITS;

    static final String WEBHOOK_FROM = """
            SELECT coalesce(min(job), 0) FROM
                (SELECT job FROM webhook_job WHERE webhook = :webhook AND job < :before ORDER BY job DESC LIMIT :slice)""";
    static final String WEBHOOK = JobTable.ROWS + """
             WHERE j.id IN (SELECT job FROM webhook_job WHERE webhook = :webhook AND job >= :from AND job < :before)
            """ + FITS;

    static final String BATCH_FROM = """
            SELECT coalesce(min(job), 0) FROM
                (SELECT job FROM batch_job WHERE batch = :batch AND job < :before ORDER BY job DESC LIMIT :slice)""";
    static final String BATCH = JobTable.ROWS + """
             WHERE j.id IN (SELECT job FROM batch_job WHERE batch = :batch AND job >= :from AND job < :before)
            """ + FITS;

    private JobSearch() {}

    static JobPage find(Reads database, JobQuery query) {
        List<Job> found = new ArrayList<>();
        long before = query.before().isEmpty() ? Long.MAX_VALUE : RowId.number(query.before());
        while (before > 0 && found.size() <= query.atMost()) {
            long end = before;
            int more = query.atMost() + 1 - found.size();
            before = database.read("look for jobs", handle -> addSlice(handle, query, end, more, found));
        }
        if (found.size() <= query.atMost()) {
            return new JobPage(found, "");
        }
        List<Job> page = found.subList(0, query.atMost());
        return new JobPage(page, page.get(page.size() - 1).id());
    }

    /** Where the next slice ends; 0 if there is none. */
    private static long addSlice(Handle handle, JobQuery query, long before, int atMost, List<Job> found) {
        long from = bind(from(handle, query), query)
                .bind("before", before)
                .bind("slice", SLICE)
                .mapTo(Long.class)
                .one();
        if (from == 0) {
            return 0;
        }
        found.addAll(JobTable.jobs(bind(rows(handle, query), query)
                .bind("from", from)
                .bind("before", before)
                .bind("most", atMost)));
        return from;
    }

    private static Query from(Handle handle, JobQuery query) {
        if (!query.webhook().isEmpty()) {
            return handle.createQuery(WEBHOOK_FROM);
        }
        if (!query.batch().isEmpty()) {
            return handle.createQuery(BATCH_FROM);
        }
        return query.states().size() == 1 ? handle.createQuery(STATE_FROM) : handle.createQuery(ANY_FROM);
    }

    private static Query rows(Handle handle, JobQuery query) {
        if (!query.webhook().isEmpty()) {
            return handle.createQuery(WEBHOOK);
        }
        if (!query.batch().isEmpty()) {
            return handle.createQuery(BATCH);
        }
        return query.states().size() == 1 ? handle.createQuery(STATE) : handle.createQuery(ANY);
    }

    private static <S extends SqlStatement<S>> S bind(S statement, JobQuery query) {
        return statement
                .bind("webhook", RowId.number(query.webhook()))
                .bind("batch", query.batch().isEmpty() ? 0 : numberOrNone(query.batch()))
                .bind(
                        "state",
                        query.states().stream().findFirst().map(JobState::name).orElse(""))
                .bind("states", words(query.states()))
                .bind("sources", words(query.sources()))
                .bind("path", query.pathText());
    }

    /** A batch that cannot be is none, and 0 would be any. */
    private static long numberOrNone(String id) {
        long number = RowId.number(id);
        return number == 0 ? -1 : number;
    }

    private static String words(Set<? extends Enum<?>> values) {
        return values.isEmpty() ? "" : values.stream().map(Enum::name).collect(Collectors.joining(" ", " ", " "));
    }
}
