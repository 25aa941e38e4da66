package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.choice.Explanation;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.job.Batch;
import io.arrtheaudio.domain.job.BatchProgress;
import io.arrtheaudio.domain.job.BatchRequest;
import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.kit.SampleJobs;
import io.arrtheaudio.port.out.Happening;
import io.arrtheaudio.port.out.Happening.Component;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is told of jobs that end, or that are tried again. */
class JobTallyTest extends WorkersAtWork {

    @Test
    void jobs_that_workers_end_are_told_each_once() {
        submit(SampleJobs.manuals("a", 3));

        doAll((file, options) ->
                file.equals(SampleJobs.manuals("a", 1).get(0).file().path())
                        ? new Outcome.Failed(file, Remedy.REPORT_BUG, "a hole", Explanation.NONE)
                        : noMatch(file));

        assertThat(library.telemetry.of(Happening.JobsEnded.class))
                .containsExactlyInAnyOrder(
                        new Happening.JobsEnded(JobState.FAILED, 1),
                        new Happening.JobsEnded(JobState.COMPLETED, 1),
                        new Happening.JobsEnded(JobState.COMPLETED, 1));
    }

    @Test
    void a_job_that_failed_and_goes_back_is_told_as_tried_again() {
        submit(List.of(Jobs.manual(library.film("a.mkv", 2))));

        doAll((file, options) -> busy(file));

        assertThat(library.telemetry.happenings()).containsExactly(new Happening.TriedAgain(Component.QUEUE));
    }

    @Test
    void a_job_that_is_given_back_is_told_as_nothing() {
        submit(SampleJobs.manuals("a", 1));
        rules = stopping(Duration.ZERO, Duration.ofSeconds(20));

        Workers workers = start(this::copying);
        Waiting.until(begun);
        workers.close();

        assertThat(library.telemetry.happenings()).isEmpty();
    }

    @Test
    void jobs_of_workers_who_are_gone_are_tried_again_until_that_is_too_often() {
        submit(SampleJobs.manuals("a", 1));
        for (int i = 1; i <= 3; i++) {
            Workbench bench = new Workbench(queue, rules, jobs.bulletin, library.clock);
            bench.take();
            library.clock.advance(Jobs.LEASE.plusSeconds(1));
            bench.takeBack();
        }

        assertThat(library.telemetry.happenings())
                .containsExactly(
                        new Happening.TriedAgain(Component.QUEUE),
                        new Happening.TriedAgain(Component.QUEUE),
                        new Happening.JobsEnded(JobState.FAILED, 1));
    }

    @Test
    void what_a_store_does_not_do_is_a_trouble() {
        StoreTrouble trouble = new StoreTrouble("hand in jobs", jobs.bulletin.tally());

        trouble.met(Library.failure(Remedy.RETRY_LATER, "it is locked"));

        assertThat(library.telemetry.happenings())
                .containsExactly(new Happening.Troubled(Remedy.RETRY_LATER, Component.QUEUE));
    }

    @Test
    void a_job_that_somebody_cancels_is_told_once_and_not_before_its_worker_has_stopped() {
        try (WorkDesk desk = new WorkDesk()) {
            JobService service = desk.jobs(10);
            String queued = service.submit(SampleJobs.manuals("a", 1))
                    .fold(accepted -> accepted.tickets().get(0).job(), full -> "");

            service.cancel(queued, "me");
            desk.clock.advance(Duration.ofSeconds(1));
            service.cancel(queued, "me once more");

            assertThat(desk.telemetry.happenings()).containsExactly(new Happening.JobsEnded(JobState.CANCELLED, 1));
        }
    }

    @Test
    void a_job_that_is_running_has_not_ended_by_the_wish_to_cancel_it() {
        try (WorkDesk desk = new WorkDesk()) {
            JobService service = desk.jobs(10);
            service.submit(SampleJobs.manuals("a", 1));
            Job running = claim(desk.stores);

            service.cancel(running.id(), "me");

            assertThat(desk.telemetry.happenings()).isEmpty();
        }
    }

    @Test
    void jobs_of_a_folder_that_is_gone_are_told() {
        try (WorkDesk desk = new WorkDesk()) {
            JobService service = desk.jobs(10);
            service.submit(SampleJobs.manuals("a", 2));

            SampleJobs.manuals("a", 2).forEach(request -> service.gone(request.file(), "Sonarr deleted it"));

            assertThat(desk.telemetry.happenings())
                    .containsExactly(
                            new Happening.JobsEnded(JobState.CANCELLED, 1),
                            new Happening.JobsEnded(JobState.CANCELLED, 1));
        }
    }

    @Test
    void jobs_that_end_with_their_batch_are_told_in_one() {
        Batch before = Batch.started("1", BatchRequest.of(Path.of("/library").toAbsolutePath()), SampleJobs.NOON);
        JobTally tally = new JobTally(library.telemetry);

        tally.cancelled(before, before);
        tally.cancelled(before, with(before, 7));
        tally.cancelled(with(before, 7), with(before, 7));

        assertThat(library.telemetry.happenings()).containsExactly(new Happening.JobsEnded(JobState.CANCELLED, 7));
    }

    private static Batch with(Batch batch, long cancelled) {
        return batch.with(new BatchProgress(9, Map.of("cancelled", cancelled, "changed", 2L), 0), SampleJobs.NOON);
    }
}
