package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobFile;
import io.arrtheaudio.domain.job.JobLife;
import io.arrtheaudio.domain.job.JobPage;
import io.arrtheaudio.domain.job.JobQuery;
import io.arrtheaudio.domain.job.JobRequest;
import io.arrtheaudio.domain.job.JobTicket;
import io.arrtheaudio.domain.job.QueueFigures;
import io.arrtheaudio.domain.job.Submission;
import io.arrtheaudio.domain.job.Webhook;
import io.arrtheaudio.domain.job.WebhookCall;
import io.arrtheaudio.domain.title.ToldTitle;
import io.arrtheaudio.port.out.EndedBefore;
import io.arrtheaudio.port.out.JobStore;
import io.arrtheaudio.port.out.JobView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Jobs in SQLite. That of one file one job is pending and one runs are unique indexes of the database, not habits of this
 * class, so they hold among programs.
 *
 * <p>Thread-safe, and safe among processes.
 */
public final class JdbiJobStore implements JobStore {

    static final String OLD = """
            DELETE FROM job WHERE id IN (
                SELECT id FROM job WHERE state = 'COMPLETED' AND ended_ms > 0 AND ended_ms < :completed
                UNION ALL SELECT id FROM job WHERE state = 'CANCELLED' AND ended_ms > 0 AND ended_ms < :cancelled
                UNION ALL SELECT id FROM job WHERE state = 'FAILED' AND ended_ms > 0 AND ended_ms < :failed
                LIMIT :most)""";

    static final String COUNT_OLD = """
            SELECT (SELECT count(*) FROM job WHERE state = 'COMPLETED' AND ended_ms > 0 AND ended_ms < :completed)
                + (SELECT count(*) FROM job WHERE state = 'CANCELLED' AND ended_ms > 0 AND ended_ms < :cancelled)
                + (SELECT count(*) FROM job WHERE state = 'FAILED' AND ended_ms > 0 AND ended_ms < :failed)""";

    /** So many jobs of a folder end in one step, so that nobody waits long for others. */
    static final int CHUNK = 500;

    static final String LOOK_AGAIN = """
            UPDATE job SET due_ms = :now, ready = 1
            WHERE state = 'WAITING' AND ready = 0 AND waits_for IN ('UNMAPPED', 'MISSING_FILE')""";

    private final Database database;
    private final JobView view;

    /** @param database is not closed */
    public JdbiJobStore(Database database) {
        this.database = database;
        this.view = new JdbiJobView(database);
    }

    @Override
    public Submission submit(List<JobRequest> requests, long limit, Instant now) {
        List<JobRequest> these = unowned(requests);
        try {
            return database.write(
                    "queue " + these.size() + " files",
                    handle -> new Submission.Accepted(JobChanges.accept(
                            handle, these, limit, request -> JobChanges.accept(handle, request, now))));
        } catch (JobChanges.NoRoom e) {
            return e.answer();
        }
    }

    @Override
    public Webhook receive(WebhookCall call, List<JobRequest> requests, ToldTitle told) {
        List<JobRequest> these = unowned(requests);
        return database.write("queue " + these.size() + " files of a webhook", handle -> {
            ToldTable.put(handle, told);
            return receive(handle, call, these);
        });
    }

    private static Webhook receive(Handle handle, WebhookCall call, List<JobRequest> requests) {
        String id = WebhookTable.insert(handle, call);
        for (JobRequest request : requests) {
            JobTicket ticket = JobChanges.accept(handle, request.ofWebhook(id), call.at());
            WebhookTable.link(handle, id, ticket.job());
        }
        return WebhookTable.find(handle, id).orElseThrow();
    }

    @Override
    public Optional<Job> cancel(String id, String because, Instant now) {
        return database.write(
                "cancel job " + id,
                handle -> JobTable.find(handle, id)
                        .map(job -> job.state().isEnd() ? job : cancel(handle, job, because, now)));
    }

    private static Job cancel(Handle handle, Job job, String because, Instant now) {
        return JobChanges.put(handle, JobLife.cancelled(job, because, now), now);
    }

    @Override
    public List<Job> cancelBelow(String key, String because, Instant now) {
        String folder = key.endsWith("/") ? key.substring(0, key.length() - 1) : key;
        List<Job> cancelled = new ArrayList<>();
        int before;
        do {
            before = cancelled.size();
            cancelled.addAll(database.write("cancel jobs of " + key, handle -> {
                List<Job> pending = new ArrayList<>(JobTable.pendingAt(handle, key));
                pending.addAll(JobTable.pendingBelow(handle, folder, CHUNK));
                return pending.stream()
                        .map(job -> cancel(handle, job, because, now))
                        .toList();
            }));
        } while (cancelled.size() - before >= CHUNK);
        return cancelled;
    }

    @Override
    public List<Job> move(String from, JobFile to, Instant now) {
        return database.write(
                "move jobs of " + from,
                handle -> JobTable.pendingAt(handle, from).stream()
                        .map(job -> JobChanges.put(handle, JobLife.moved(job, to, now), now))
                        .toList());
    }

    @Override
    public int lookAgain(Instant now) {
        return database.write(
                "look again at jobs that wait for their files",
                handle -> handle.createUpdate(LOOK_AGAIN)
                        .bind("now", Millis.of(now))
                        .execute());
    }

    @Override
    public Optional<JobTicket> retry(String id, boolean force, Instant now) {
        return database.write(
                "retry job " + id, handle -> JobTable.find(handle, id).map(job -> retry(handle, job, force, now)));
    }

    private static JobTicket retry(Handle handle, Job job, boolean force, Instant now) {
        JobTicket ticket = JobChanges.accept(handle, job.request().retried(force), now);
        WebhookTable.linkAlike(handle, job.id(), ticket.job());
        return ticket;
    }

    @Override
    public long count(EndedBefore before) {
        return database.read(
                "count old jobs",
                handle -> bind(handle.createQuery(COUNT_OLD), before)
                        .mapTo(Long.class)
                        .one());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, EndedBefore before) {
        return statement
                .bind("completed", Millis.of(before.completed()))
                .bind("failed", Millis.of(before.failed()))
                .bind("cancelled", Millis.of(before.cancelled()));
    }

    @Override
    public int forget(EndedBefore before, int atMost) {
        return database.note("forget old jobs", handle -> {
            int jobs =
                    bind(handle.createUpdate(OLD), before).bind("most", atMost).execute();
            int webhooks = WebhookTable.forget(handle, before.completed(), atMost - jobs);
            return jobs + webhooks + BatchTable.forget(handle, before.completed(), atMost - jobs - webhooks);
        });
    }

    @Override
    public Optional<Job> find(String id) {
        return view.find(id);
    }

    @Override
    public JobPage list(JobQuery query) {
        return view.list(query);
    }

    @Override
    public QueueFigures figures(Instant now) {
        return view.figures(now);
    }

    @Override
    public Optional<Webhook> webhook(String id) {
        return view.webhook(id);
    }

    /** Only a store makes a request part of a webhook or a batch. */
    static List<JobRequest> unowned(List<JobRequest> requests) {
        for (JobRequest request : requests) {
            if (!request.webhook().isEmpty() || !request.batch().isEmpty()) {
                throw new IllegalArgumentException("the request for "
                        + request.file().received()
                        + " is handed in as part of webhook '" + request.webhook() + "' and batch '" + request.batch()
                        + "'");
            }
        }
        return List.copyOf(requests);
    }
}
