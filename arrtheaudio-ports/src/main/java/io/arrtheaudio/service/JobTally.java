package io.arrtheaudio.service;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.job.Batch;
import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.port.out.Happening;
import io.arrtheaudio.port.out.Telemetry;
import java.util.Collection;
import java.util.List;

/**
 * Tells what becomes of jobs in the end, and what is wrong with their store. Each step that ends jobs is told once, by the one
 * who took it.
 *
 * <p>Thread-safe.
 */
final class JobTally {

    /** Tells nobody, for those who only look. */
    static final JobTally SILENT = new JobTally(Telemetry.SILENT);

    private final Telemetry telemetry;

    JobTally(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    /** A worker let go of a job, and it is as it is now. */
    void settled(Job claimed, Job now) {
        if (now.tries().failed() > claimed.tries().failed() && !now.state().isEnd()) {
            triedAgain();
        }
        ended(List.of(now));
    }

    /** Jobs of workers who are gone were taken back. */
    void takenBack(Collection<Job> lost) {
        lost.stream().filter(job -> !job.state().isEnd()).forEach(job -> triedAgain());
        ended(lost);
    }

    /** Of these, those that have ended have done so in this step. */
    void ended(Collection<Job> jobs) {
        jobs.stream()
                .map(Job::state)
                .filter(JobState::isEnd)
                .forEach(state -> telemetry.happened(new Happening.JobsEnded(state, 1)));
    }

    /** A batch was cancelled. */
    void cancelled(Batch before, Batch after) {
        long jobs = cancelled(after) - cancelled(before);
        if (jobs > 0) {
            telemetry.happened(new Happening.JobsEnded(JobState.CANCELLED, jobs));
        }
    }

    /** The store of jobs does not do what it should. */
    void troubled(Throwable because) {
        Remedy remedy = because instanceof AudioFixException told ? told.remedy() : Remedy.REPORT_BUG;
        telemetry.happened(new Happening.Troubled(remedy, Happening.Component.QUEUE));
    }

    private void triedAgain() {
        telemetry.happened(new Happening.TriedAgain(Happening.Component.QUEUE));
    }

    private static long cancelled(Batch batch) {
        return batch.progress().outcomes().getOrDefault(JobState.CANCELLED.word(), 0L);
    }
}
