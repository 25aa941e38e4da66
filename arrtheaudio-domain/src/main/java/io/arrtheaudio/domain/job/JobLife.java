package io.arrtheaudio.domain.job;

import io.arrtheaudio.domain.failure.Remedy;
import java.time.Duration;
import java.time.Instant;

/**
 * Everything that can become of a job. Each method answers the job as it is afterwards, or throws
 * {@link IllegalStateException} if that cannot become of it. Whoever keeps jobs applies these and decides nothing itself.
 */
public final class JobLife {

    private JobLife() {}

    /** A request is accepted. */
    public static Job accepted(String id, JobRequest request, Instant now) {
        return new Job(
                id,
                request,
                JobState.QUEUED,
                JobTries.NONE,
                JobTimes.createdAt(now),
                JobWait.NONE,
                Lease.NONE,
                "",
                JobResult.NONE);
    }

    /**
     * Another request for the same file comes in while it is pending. It can be taken up at once, for something has
     * happened to the file, and its time to wait begins anew.
     */
    public static Job joined(Job job, JobRequest later, Instant now) {
        if (!job.state().isPending()) {
            throw impossible(job, "be joined");
        }
        Instant due = job.times().due().isAfter(now) ? now : job.times().due();
        return new Job(
                job.id(),
                job.request().joinedBy(later),
                job.state(),
                job.tries(),
                job.times().dueAt(due),
                job.waiting().anew(now),
                job.lease(),
                job.note(),
                job.result());
    }

    /** A worker takes it up. */
    public static Job claimed(Job job, String owner, Instant until, Instant now) {
        expect(job, JobState.RUNNING);
        return new Job(
                job.id(),
                job.request(),
                JobState.RUNNING,
                job.tries().claimed(),
                job.times().startedAt(now),
                job.waiting(),
                new Lease(owner, until, false),
                job.note(),
                JobResult.NONE);
    }

    /** The worker holds it longer. */
    public static Job renewed(Job job, Instant until) {
        if (job.state() != JobState.RUNNING) {
            throw impossible(job, "be held longer");
        }
        return held(job, job.lease().until(until));
    }

    /** The worker lets go of it. One that was asked to stop does not put it back. */
    public static Job settled(Job job, Settlement settlement, Instant now) {
        return settlement.fold(new Settled(job, now));
    }

    /**
     * Its worker is gone, which counts as a failed try and keeps the job's place.
     *
     * @param tries as many failed ones are enough
     */
    public static Job lost(Job job, int tries, Instant now) {
        int failed = job.tries().failed() + 1;
        if (failed < tries || job.lease().cancelAsked()) {
            return new Settled(job, now)
                    .back(job.request(), job.tries().oneFailed(), now, "the program ended while it worked on the file");
        }
        JobResult result = JobResult.failed(
                Remedy.REPORT_BUG,
                "cannot fix " + job.file().received() + ": the program ended " + failed
                        + " times while it worked on the file; please report this",
                Duration.ZERO);
        return settled(job, new Settlement.Finished(result), now);
    }

    /** Somebody wants it no longer. A worker that has it is asked to stop; what has ended stays as it is. */
    public static Job cancelled(Job job, String because, Instant now) {
        if (job.state().isEnd()) {
            return job;
        }
        return job.state() == JobState.RUNNING ? held(job, job.lease().askedToCancel()) : end(job, because, now);
    }

    /** It goes on in another job that does the same. */
    public static Job absorbed(Job job, String into, Instant now) {
        return end(job, "goes on as job " + into + ", which is about the same file", now);
    }

    /** The file of a job that is pending has another path by now. */
    public static Job moved(Job job, JobFile to, Instant now) {
        if (!job.state().isPending()) {
            throw impossible(job, "be moved");
        }
        return new Job(
                job.id(),
                job.request().withFile(to),
                job.state(),
                job.tries(),
                job.times().dueAt(now),
                job.waiting().anew(now),
                job.lease(),
                job.note(),
                job.result());
    }

    /** What a job waits for may be there by now. */
    public static Job lookedAtAgain(Job job, Instant now) {
        if (job.state() != JobState.WAITING) {
            throw impossible(job, "be looked at again");
        }
        return new Job(
                job.id(),
                job.request(),
                job.state(),
                job.tries(),
                job.times().dueAt(now),
                job.waiting(),
                job.lease(),
                job.note(),
                job.result());
    }

    private static Job held(Job job, Lease lease) {
        return new Job(
                job.id(),
                job.request(),
                job.state(),
                job.tries(),
                job.times(),
                job.waiting(),
                lease,
                job.note(),
                job.result());
    }

    private static Job end(Job job, String because, Instant now) {
        expect(job, JobState.CANCELLED);
        return new Job(
                job.id(),
                job.request(),
                JobState.CANCELLED,
                job.tries(),
                job.times().endedAt(now),
                job.waiting(),
                Lease.NONE,
                because,
                JobResult.NONE);
    }

    private static void expect(Job job, JobState next) {
        if (!job.state().next().contains(next)) {
            throw impossible(job, "become " + next);
        }
    }

    private static IllegalStateException impossible(Job job, String what) {
        return new IllegalStateException("job " + job.id() + " is " + job.state() + " and cannot " + what);
    }

    /** What a running job becomes when its worker lets go of it. */
    private record Settled(Job job, Instant now) implements Settlement.Cases<Job> {

        Settled {
            if (job.state() != JobState.RUNNING) {
                throw impossible(job, "be settled");
            }
        }

        @Override
        public Job finished(Settlement.Finished settlement) {
            boolean failed = settlement.result().kind() == ResultKind.FAILED;
            return new Job(
                    job.id(),
                    job.request(),
                    failed ? JobState.FAILED : JobState.COMPLETED,
                    failed ? job.tries().oneFailed() : job.tries(),
                    job.times().endedAt(now),
                    job.waiting(),
                    Lease.NONE,
                    "",
                    settlement.result());
        }

        @Override
        public Job tryAgain(Settlement.TryAgain settlement) {
            JobRequest last = job.request().withPriority(JobPriority.LOW);
            return back(last, job.tries().oneFailed(), settlement.due(), settlement.because());
        }

        @Override
        public Job waitFor(Settlement.WaitFor settlement) {
            if (job.lease().cancelAsked()) {
                return end(job, "cancelled while it ran", now);
            }
            return new Job(
                    job.id(),
                    job.request(),
                    JobState.WAITING,
                    job.tries(),
                    job.times().dueAt(settlement.nextLook()),
                    job.waiting().on(settlement.reason(), now),
                    Lease.NONE,
                    settlement.because(),
                    JobResult.NONE);
        }

        @Override
        public Job giveBack(Settlement.GiveBack settlement) {
            return back(job.request(), job.tries(), now, settlement.because());
        }

        @Override
        public Job relocate(Settlement.Relocate settlement) {
            return back(job.request().withFile(settlement.file()), job.tries(), now, "");
        }

        @Override
        public Job cancelled(Settlement.Cancelled settlement) {
            return end(job, settlement.because(), now);
        }

        private Job back(JobRequest request, JobTries tries, Instant due, String because) {
            if (job.lease().cancelAsked()) {
                return end(job, "cancelled while it ran", now);
            }
            return new Job(
                    job.id(),
                    request,
                    JobState.QUEUED,
                    tries,
                    job.times().dueAt(due),
                    job.waiting(),
                    Lease.NONE,
                    because,
                    JobResult.NONE);
        }
    }
}
