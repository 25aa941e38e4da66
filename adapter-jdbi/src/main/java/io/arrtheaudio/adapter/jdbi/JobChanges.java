package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobLife;
import io.arrtheaudio.domain.job.JobRequest;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.JobTicket;
import io.arrtheaudio.domain.job.JobTicket.How;
import io.arrtheaudio.domain.job.Submission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Steps of which the database sees all or none, because each is called within one transaction. */
final class JobChanges {

    private JobChanges() {}

    /** There is no room, so what was done in this transaction is to be forgotten. */
    static final class NoRoom extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final long queued;
        private final long limit;

        private NoRoom(long queued, long limit) {
            super("there are " + queued + " jobs in the queue, and " + limit + " may be", null, false, false);
            this.queued = queued;
            this.limit = limit;
        }

        Submission answer() {
            return new Submission.QueueFull(queued, limit);
        }
    }

    /**
     * Accepts all.
     *
     * @param each does it with one of them
     * @throws NoRoom if there are too many queued jobs afterwards
     */
    static List<JobTicket> accept(
            Handle handle, List<JobRequest> requests, long limit, Function<JobRequest, JobTicket> each) {
        long before = JobTable.count(handle, JobState.QUEUED);
        List<JobTicket> tickets = new ArrayList<>();
        requests.forEach(request -> tickets.add(each.apply(request)));
        long after = JobTable.count(handle, JobState.QUEUED);
        if (after > before && after > limit) {
            throw new NoRoom(before, limit);
        }
        return tickets;
    }

    /** A request joins the pending job of its file, or becomes a job. */
    static JobTicket accept(Handle handle, JobRequest request, Instant now) {
        Optional<Job> pending = JobTable.pendingFor(handle, request, "");
        if (pending.isPresent()) {
            JobTable.update(handle, JobLife.joined(pending.get(), request, now), now);
            return new JobTicket(pending.get().id(), How.JOINED);
        }
        boolean follows = JobTable.isRunning(handle, request.file().key());
        Job job = JobTable.insert(handle, request, now);
        return new JobTicket(job.id(), follows ? How.FOLLOW_UP : How.NEW);
    }

    /**
     * Keeps a job as it is now. One that would be the second pending one of its file goes on in the first; one that has ended
     * is counted in its batches.
     *
     * @return the job as it is kept
     */
    static Job put(Handle handle, Job job, Instant now) {
        Optional<Job> other =
                job.state().isPending() ? JobTable.pendingFor(handle, job.request(), job.id()) : Optional.empty();
        if (other.isPresent()) {
            JobTable.update(handle, JobLife.joined(other.get(), job.request(), now), now);
            WebhookTable.linkAlike(handle, job.id(), other.get().id());
            return put(handle, JobLife.absorbed(job, other.get().id(), now), now);
        }
        JobTable.update(handle, job, now);
        if (job.state().isEnd()) {
            BatchTable.count(handle, job, now);
        }
        return job;
    }
}
