package io.arrtheaudio.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobQuery;
import io.arrtheaudio.domain.job.JobRequest;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.JobTicket;
import io.arrtheaudio.domain.job.Settlement;
import io.arrtheaudio.domain.job.Submission;
import io.arrtheaudio.domain.job.WaitReason;
import io.arrtheaudio.port.out.ClaimRule;
import io.arrtheaudio.port.out.OwnerLocks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts of jobs and batches have in common. */
abstract class JobStoresContract {

    static final Instant NOON = SampleJobs.NOON;
    static final long NO_LIMIT = Long.MAX_VALUE;
    static final Duration LEASE = Duration.ofMinutes(1);

    final StoppedClock clock = new StoppedClock(NOON);
    final InMemoryOwnerLocks me = new InMemoryOwnerLocks();
    final InMemoryOwnerLocks you = me.anotherRun();
    JobStores jobs;

    /** Opens the jobs of this test as a run sees them; every time the same ones. */
    protected abstract JobStores open(OwnerLocks locks);

    @BeforeEach
    final void openMine() {
        jobs = open(me);
    }

    Instant now() {
        return clock.instant();
    }

    void later(Duration time) {
        clock.advance(time);
    }

    List<JobTicket> submit(JobRequest... requests) {
        return accepted(jobs.store().submit(List.of(requests), NO_LIMIT, now()));
    }

    static List<JobTicket> accepted(Submission submission) {
        return submission.fold(Submission.Accepted::tickets, full -> {
            throw new AssertionError("refused: " + full);
        });
    }

    static boolean isFull(Submission submission) {
        return submission.fold(accepted -> false, full -> true);
    }

    /** The id of the one job for it. */
    String submitted(JobRequest request) {
        return submit(request).get(0).job();
    }

    Job job(String id) {
        return jobs.store().find(id).orElseThrow();
    }

    JobState state(String id) {
        return job(id).state();
    }

    Optional<Job> claim() {
        return claim(jobs);
    }

    Optional<Job> claim(JobStores whose) {
        return whose.queue().claim(anything(), now());
    }

    ClaimRule anything() {
        return ClaimRule.anything(now().plus(LEASE));
    }

    Job claimed() {
        return claim().orElseThrow();
    }

    Job settle(Job claimed, Settlement settlement) {
        return jobs.queue().settle(claimed, settlement, now()).orElseThrow();
    }

    /** The job waits, and is looked at again in an hour. */
    Job waits(Job claimed, WaitReason reason) {
        return settle(claimed, new Settlement.WaitFor(reason, now().plus(Duration.ofHours(1)), "it has two names"));
    }

    List<Job> everything() {
        return jobs.store().list(JobQuery.NEWEST.atMost(JobQuery.LARGEST_PAGE)).jobs();
    }

    /** Of no file there is more than one pending job, or more than one that runs. */
    void expectOneOfEachFile() {
        assertThat(everything())
                .filteredOn(job -> job.state().isPending())
                .extracting(job -> job.file().key() + job.request().dryRun())
                .doesNotHaveDuplicates();
        assertThat(everything())
                .filteredOn(job -> job.state() == JobState.RUNNING)
                .extracting(job -> job.file().key())
                .doesNotHaveDuplicates();
    }
}
