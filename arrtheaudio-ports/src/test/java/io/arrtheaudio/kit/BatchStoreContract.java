package io.arrtheaudio.kit;

import static io.arrtheaudio.kit.SampleJobs.imported;
import static io.arrtheaudio.kit.SampleJobs.manual;
import static io.arrtheaudio.kit.SampleJobs.manuals;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.job.Batch;
import io.arrtheaudio.domain.job.BatchRequest;
import io.arrtheaudio.domain.job.BatchStart;
import io.arrtheaudio.domain.job.BatchState;
import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobPage;
import io.arrtheaudio.domain.job.JobPriority;
import io.arrtheaudio.domain.job.JobQuery;
import io.arrtheaudio.domain.job.JobRequest;
import io.arrtheaudio.domain.job.JobSource;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.JobTicket;
import io.arrtheaudio.domain.job.JobTicket.How;
import io.arrtheaudio.domain.job.Settlement;
import io.arrtheaudio.domain.job.Submission;
import io.arrtheaudio.domain.library.Glob;
import io.arrtheaudio.port.out.BatchStore;
import io.arrtheaudio.port.out.EndedBefore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link BatchStore} does. */
public abstract class BatchStoreContract extends JobStoresContract {

    private static final Path LIBRARY = Path.of("/library").toAbsolutePath();
    private static final BatchRequest WHOLE = BatchRequest.of(LIBRARY);

    @Test
    public final void everything_of_a_batch_survives() {
        BatchRequest request = new BatchRequest(
                LIBRARY.resolve("it's 日本"),
                false,
                List.of(Glob.ofFiles("*.{mkv,mp4}"), Glob.ofFiles("a\nb")),
                List.of(Glob.ofFiles("Extras/**")),
                1_000_000,
                Duration.ofDays(7),
                JobPriority.LOW,
                JobSource.SCHEDULE,
                true);

        Batch batch = started(jobs, request);

        assertThat(batch.request()).isEqualTo(request);
        assertThat(batch.state()).isEqualTo(BatchState.FINDING);
        assertThat(batch.created()).isEqualTo(NOON);
        assertThat(open(you).batches().find(batch.id())).contains(batch);
        assertThat(jobs.batches().find("x")).isEmpty();
    }

    @Test
    public final void of_one_path_one_batch_runs() {
        Batch first = started(jobs, WHOLE);

        assertThat(open(you).batches().start(WHOLE.asDryRun(), now())).isEqualTo(new BatchStart.AlreadyRunning(first));
        started(jobs, BatchRequest.of(LIBRARY.resolve("other")));
        jobs.batches().endFinding(first.id(), "", now());

        assertThat(started(jobs, WHOLE).id()).isNotEqualTo(first.id());
    }

    @Test
    public final void many_who_want_the_same_batch_start_one() {
        List<JobStores> runs = List.of(jobs, open(you));

        List<BatchStart> answers = AtOnce.call(8, i -> runs.get(i % 2).batches().start(WHOLE, now()));

        assertThat(answers)
                .filteredOn(answer -> answer.fold(started -> true, running -> false))
                .hasSize(1);
        assertThat(jobs.batches().list("", 10)).hasSize(1);
    }

    @Test
    public final void files_count_when_they_are_found_and_when_they_are_done() {
        Batch batch = started(jobs, WHOLE);
        append(batch, manuals("a", 3));
        settle(claimed(), SampleJobs.done());
        append(batch, manuals("b", 1));
        settle(claimed(), SampleJobs.gaveUp());

        Batch all = jobs.batches().endFinding(batch.id(), "", now()).orElseThrow();
        assertThat(all.state()).isEqualTo(BatchState.WORKING);
        assertThat(all.progress().found()).isEqualTo(4);
        assertThat(all.progress().outcomes()).isEqualTo(Map.of("changed", 1L, "failed", 1L));
        assertThat(all.progress().copiedBytes()).isEqualTo(123_456);
        settle(claimed(), SampleJobs.done());
        later(Duration.ofMinutes(1));
        settle(claimed(), SampleJobs.done());

        Batch over = batch(batch);
        assertThat(over.state()).isEqualTo(BatchState.COMPLETED);
        assertThat(over.ended()).isEqualTo(now());
        assertThat(over.progress().left()).isZero();
    }

    @Test
    public final void a_batch_without_files_is_over_when_none_was_found() {
        Batch batch = started(jobs, WHOLE);

        assertThat(jobs.batches()
                        .endFinding(batch.id(), "", now())
                        .orElseThrow()
                        .state())
                .isEqualTo(BatchState.COMPLETED);
    }

    @Test
    public final void files_that_others_asked_for_already_count_too() {
        String before = submitted(imported("a0.mkv"));
        Batch batch = started(jobs, WHOLE);

        List<JobTicket> tickets = append(batch, manuals("a", 2));

        assertThat(tickets).extracting(JobTicket::how).containsExactly(How.JOINED, How.NEW);
        assertThat(batch(batch).progress().found()).isEqualTo(2);
        assertThat(claimed().id()).isEqualTo(before);
        assertThat(results(batch))
                .extracting(Job::id)
                .containsExactly(tickets.get(1).job(), before);
    }

    @Test
    public final void files_that_are_found_once_more_count_once() {
        Batch batch = started(jobs, WHOLE);
        append(batch, manuals("a", 3));
        Job done = settle(claimed(), SampleJobs.done());
        claimed();

        List<JobTicket> again = append(batch, manuals("a", 4));

        assertThat(again).extracting(JobTicket::how).containsExactly(How.JOINED, How.JOINED, How.JOINED, How.NEW);
        assertThat(again.get(0).job()).isEqualTo(done.id());
        assertThat(batch(batch).progress().found()).isEqualTo(4);
        assertThat(everything()).hasSize(4);
    }

    @Test
    public final void a_chunk_that_has_no_room_is_refused_whole() {
        Batch batch = started(jobs, WHOLE);
        append(batch, manuals("a", 2));

        Optional<Submission> refused = jobs.batches().append(batch.id(), manuals("b", 2), 3, now());

        assertThat(refused).contains(new Submission.QueueFull(2, 3));
        assertThat(batch(batch).progress().found()).isEqualTo(2);
        assertThat(everything()).hasSize(2);
    }

    @Test
    public final void a_cancelled_batch_ends_what_is_pending_and_nobody_else_wants() {
        Batch batch = started(jobs, WHOLE);
        append(batch, manuals("a", 4));
        Job running = claimed();
        submit(imported("a1.mkv"));
        String mine = submitted(manual("mine.mkv"));

        Batch cancelled = jobs.batches().cancel(batch.id(), "by the API", now()).orElseThrow();

        assertThat(cancelled.state()).isEqualTo(BatchState.CANCELLED);
        assertThat(cancelled.note()).isEqualTo("by the API");
        assertThat(cancelled.progress().outcomes()).isEqualTo(Map.of("cancelled", 2L));
        assertThat(cancelled).isEqualTo(batch(batch));
        assertThat(results(batch))
                .extracting(Job::state)
                .containsExactly(JobState.CANCELLED, JobState.CANCELLED, JobState.QUEUED, JobState.RUNNING);
        assertThat(results(batch).get(0).note()).isEqualTo("by the API");
        assertThat(results(batch).get(0).times().ended()).isEqualTo(now());
        assertThat(state(mine)).isEqualTo(JobState.QUEUED);
        settle(running, SampleJobs.done());
        assertThat(batch(batch).state()).isEqualTo(BatchState.CANCELLED);
        assertThat(batch(batch).progress().done()).isEqualTo(3);
        assertThat(jobs.batches().cancel("77", "me", now())).isEmpty();
    }

    @Test
    public final void what_comes_back_to_a_cancelled_batch_is_handed_out_only_if_somebody_else_asks_for_it() {
        Batch batch = started(jobs, WHOLE);
        append(batch, manuals("a", 2));
        Job first = claimed();
        Job second = claimed();
        jobs.batches().cancel(batch.id(), "by the API", now());

        settle(first, new Settlement.GiveBack("the program stops"));
        assertThat(claim()).isEmpty();
        assertThat(state(first.id())).isEqualTo(JobState.CANCELLED);
        assertThat(job(first.id()).note()).isEqualTo("by the API");
        assertThat(batch(batch).progress().outcomes()).isEqualTo(Map.of("cancelled", 1L));

        settle(second, new Settlement.GiveBack("the program stops"));
        submit(imported("a1.mkv"));
        assertThat(claimed().id()).isEqualTo(second.id());
    }

    @Test
    public final void no_file_is_added_to_a_batch_that_has_ended() {
        Batch batch = started(jobs, WHOLE);
        jobs.batches().cancel(batch.id(), "me", now());

        assertThat(jobs.batches().append(batch.id(), manuals("a", 1), NO_LIMIT, now()))
                .isEmpty();
        assertThat(jobs.batches().endFinding(batch.id(), "", now())).isEmpty();
        assertThat(jobs.batches().append("77", manuals("a", 1), NO_LIMIT, now()))
                .isEmpty();
        assertThat(everything()).isEmpty();
    }

    @Test
    public final void a_batch_whose_files_cannot_be_found_has_failed_and_what_was_found_is_done() {
        Batch batch = started(jobs, WHOLE);
        append(batch, manuals("a", 1));

        Batch failed =
                jobs.batches().endFinding(batch.id(), "the disk is gone", now()).orElseThrow();

        assertThat(failed.state()).isEqualTo(BatchState.FAILED);
        assertThat(failed.note()).isEqualTo("the disk is gone");
        settle(claimed(), SampleJobs.done());
        assertThat(batch(batch).progress().done()).isEqualTo(1);
        assertThat(batch(batch).state()).isEqualTo(BatchState.FAILED);
        started(jobs, WHOLE);
    }

    @Test
    public final void what_is_said_while_files_are_looked_for_stays() {
        Batch batch = started(jobs, WHOLE);
        append(batch, manuals("a", 1));

        Batch noted = jobs.batches().note(batch.id(), "passed over 'b'").orElseThrow();

        assertThat(noted.note()).isEqualTo("passed over 'b'");
        assertThat(noted).isEqualTo(batch(batch));
        assertThat(open(you).batches().note(batch.id(), "not mine")).isEmpty();
        jobs.batches().endFinding(batch.id(), "", now());
        assertThat(batch(batch).note()).isEqualTo("passed over 'b'");
        assertThat(jobs.batches().note(batch.id(), "too late")).isEmpty();
        assertThat(jobs.batches().note("77", "nobody")).isEmpty();
    }

    @Test
    public final void a_dry_batch_beside_one_that_writes_has_jobs_of_its_own() {
        String writes = submitted(manual("a.mkv"));
        Batch batch = started(jobs, WHOLE.asDryRun());

        JobTicket ticket = append(batch, List.of(manual("a.mkv").asDryRun())).get(0);

        assertThat(ticket.how()).isEqualTo(How.NEW);
        assertThat(ticket.job()).isNotEqualTo(writes);
    }

    @Test
    public final void a_job_counts_in_every_batch_that_it_belongs_to_and_a_retry_in_none() {
        Batch first = started(jobs, WHOLE);
        Batch second = started(jobs, BatchRequest.of(LIBRARY.resolve("a.mkv")));
        append(first, List.of(manual("a.mkv")));
        append(second, List.of(manual("a.mkv")));
        jobs.batches().endFinding(first.id(), "", now());
        jobs.batches().endFinding(second.id(), "", now());

        Job failed = settle(claimed(), SampleJobs.gaveUp());
        jobs.store().retry(failed.id(), false, now());
        settle(claimed(), SampleJobs.done());

        assertThat(jobs.batches().ofJob(failed.id())).containsExactly(batch(first), batch(second));
        assertThat(jobs.batches().ofJob("77")).isEmpty();
        for (Batch batch : List.of(first, second)) {
            assertThat(batch(batch).state()).isEqualTo(BatchState.COMPLETED);
            assertThat(batch(batch).progress().outcomes()).isEqualTo(Map.of("failed", 1L));
        }
    }

    @Test
    public final void a_batch_of_a_run_that_is_gone_is_taken_over_by_one() {
        Batch yours = started(open(you), WHOLE);
        started(jobs, BatchRequest.of(LIBRARY.resolve("mine")));
        assertThat(jobs.batches().takeAbandoned()).isEmpty();
        assertThat(jobs.batches().append(yours.id(), manuals("a", 1), NO_LIMIT, now()))
                .isEmpty();
        you.kill();

        assertThat(jobs.batches().takeAbandoned()).containsExactly(yours);
        assertThat(jobs.batches().takeAbandoned()).isEmpty();
        assertThat(append(yours, manuals("a", 1))).hasSize(1);
    }

    @Test
    public final void the_newest_batches_come_first() {
        Batch first = started(jobs, BatchRequest.of(LIBRARY.resolve("1")));
        Batch second = started(jobs, BatchRequest.of(LIBRARY.resolve("2")));
        Batch third = started(jobs, BatchRequest.of(LIBRARY.resolve("3")));

        assertThat(jobs.batches().list("", 2)).containsExactly(third, second);
        assertThat(jobs.batches().list(second.id(), 2)).containsExactly(first);
    }

    @Test
    public final void results_come_page_by_page() {
        Batch batch = started(jobs, WHOLE);
        append(batch, manuals("a", 5));
        submit(manual("other.mkv"));
        JobQuery query = JobQuery.NEWEST.ofBatch(batch.id()).atMost(3);

        JobPage page = jobs.store().list(query);
        JobPage rest = jobs.store().list(query.before(page.next()));

        assertThat(page.jobs()).hasSize(3);
        assertThat(rest.jobs()).hasSize(2);
        assertThat(rest.next()).isEmpty();
    }

    @Test
    public final void a_batch_that_ended_long_ago_goes_with_the_last_of_its_jobs() {
        Batch batch = started(jobs, WHOLE);
        append(batch, manuals("a", 2));
        jobs.batches().endFinding(batch.id(), "", now());
        settle(claimed(), SampleJobs.done());
        settle(claimed(), SampleJobs.gaveUp());
        later(Duration.ofDays(40));

        jobs.store().forget(ended(now().minus(Duration.ofDays(30)), now().minus(Duration.ofDays(90))), 100);
        assertThat(batch(batch).progress().done()).isEqualTo(2);
        jobs.store().forget(ended(now(), now()), 100);

        assertThat(jobs.batches().find(batch.id())).isEmpty();
        assertThat(everything()).isEmpty();
    }

    private Batch started(JobStores whose, BatchRequest request) {
        return whose.batches().start(request, now()).fold(BatchStart.Started::batch, running -> {
            throw new AssertionError("one runs already: " + running);
        });
    }

    private List<JobTicket> append(Batch batch, List<JobRequest> files) {
        return accepted(
                jobs.batches().append(batch.id(), files, NO_LIMIT, now()).orElseThrow());
    }

    private Batch batch(Batch batch) {
        return jobs.batches().find(batch.id()).orElseThrow();
    }

    private List<Job> results(Batch batch) {
        return jobs.store().list(JobQuery.NEWEST.ofBatch(batch.id())).jobs();
    }

    private static EndedBefore ended(Instant done, Instant failed) {
        return new EndedBefore(done, failed, done);
    }
}
