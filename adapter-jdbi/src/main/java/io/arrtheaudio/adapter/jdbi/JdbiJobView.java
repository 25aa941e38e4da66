package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobPage;
import io.arrtheaudio.domain.job.JobQuery;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.QueueFigures;
import io.arrtheaudio.domain.job.WaitReason;
import io.arrtheaudio.domain.job.Webhook;
import io.arrtheaudio.port.out.JobView;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What SQLite holds of jobs.
 *
 * <p>Thread-safe, and safe among processes.
 */
final class JdbiJobView implements JobView {

    /** The step since which jobs have the shape that is read here. */
    static final int SINCE = 6;

    static final String OLDEST = "SELECT created_ms FROM job WHERE state = 'QUEUED' ORDER BY id LIMIT 1";

    private final Reads database;

    JdbiJobView(Reads database) {
        this.database = database;
    }

    @Override
    public Optional<Job> find(String id) {
        return database.read("look for job " + id, handle -> JobTable.find(handle, id));
    }

    @Override
    public JobPage list(JobQuery query) {
        return JobSearch.find(database, query);
    }

    @Override
    public QueueFigures figures(Instant now) {
        return database.read("count jobs", handle -> figures(handle, now));
    }

    private static QueueFigures figures(Handle handle, Instant now) {
        Map<JobState, Long> states = new EnumMap<>(JobState.class);
        Map<WaitReason, Long> waiting = new EnumMap<>(WaitReason.class);
        handle.createQuery("SELECT state, waits_for, jobs FROM job_count")
                .map((row, context) -> {
                    states.merge(JobState.valueOf(row.getString("state")), row.getLong("jobs"), Long::sum);
                    waiting.merge(WaitReason.valueOf(row.getString("waits_for")), row.getLong("jobs"), Long::sum);
                    return row.getRow();
                })
                .list();
        Duration oldest = handle.createQuery(OLDEST)
                .mapTo(Long.class)
                .findFirst()
                .map(created -> Duration.between(Instant.ofEpochMilli(created), now))
                .orElse(Duration.ZERO);
        return new QueueFigures(states, waiting, oldest);
    }

    @Override
    public Optional<Webhook> webhook(String id) {
        return database.read("look for webhook " + id, handle -> WebhookTable.find(handle, id));
    }
}
