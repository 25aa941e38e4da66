package io.arrtheaudio.kit;

import static io.arrtheaudio.kit.SampleJobs.imported;
import static io.arrtheaudio.kit.SampleJobs.manual;
import static io.arrtheaudio.kit.SampleJobs.manuals;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobPriority;
import io.arrtheaudio.domain.job.JobRequest;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.Lease;
import io.arrtheaudio.domain.job.Settlement;
import io.arrtheaudio.domain.job.WaitReason;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.port.out.ClaimRule;
import io.arrtheaudio.port.out.JobQueue;
import io.arrtheaudio.port.out.JobQueue.Hold;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link JobQueue} does for those who work. */
public abstract class JobQueueContract extends JobStoresContract {

    // who gets what

    @Test
    public final void an_empty_queue_gives_nothing() {
        assertThat(claim()).isEmpty();
        assertThat(jobs.queue().nextDue(now())).isEmpty();
        assertThat(jobs.queue().giveBack("stop", now())).isEmpty();
        assertThat(jobs.queue().takeBack(3, now())).isEmpty();
        assertThat(jobs.queue().renew(List.of(), now())).isEmpty();
    }

    @Test
    public final void what_is_handed_out_runs_and_is_mine() {
        String id = submitted(manual("a.mkv"));
        later(Duration.ofSeconds(3));

        Job claimed = claimed();

        assertThat(claimed).isEqualTo(job(id));
        assertThat(claimed.state()).isEqualTo(JobState.RUNNING);
        assertThat(claimed.lease()).isEqualTo(new Lease(me.mine(), now().plus(LEASE), false));
        assertThat(claimed.times().started()).isEqualTo(now());
        assertThat(claimed.tries().claims()).isEqualTo(1);
        assertThat(claim(open(you))).isEmpty();
    }

    @Test
    public final void the_most_urgent_comes_first_then_the_oldest_then_the_smallest_id() {
        JobRequest low = manual("low.mkv").withPriority(JobPriority.LOW);
        List<String> expected = new ArrayList<>();
        submit(low, manual("n1.mkv"), manual("n2.mkv"), manual("n3.webm"), manual("n4.mp4"), manual("n5.avi"));
        later(Duration.ofSeconds(1));
        submit(manual("n6.mkv"), imported("h1.mp4"), imported("h2.mkv"));
        later(Duration.ofSeconds(-2));
        submit(manual("n0.mkv"));
        Stream.of("h1.mp4", "h2.mkv", "n0.mkv", "n1.mkv", "n2.mkv", "n3.webm", "n4.mp4", "n5.avi", "n6.mkv", "low.mkv")
                .forEach(name -> expected.add(SampleJobs.file(name).local()));
        later(Duration.ofSeconds(2));

        List<String> order = new ArrayList<>();
        for (Optional<Job> next = claim(); next.isPresent(); next = claim()) {
            order.add(next.get().file().local());
        }

        assertThat(order).containsExactlyElementsOf(expected);
    }

    @Test
    public final void many_workers_of_several_runs_get_each_job_once() {
        jobs.store().submit(manuals("a", 300), NO_LIMIT, now());
        List<JobStores> runs = List.of(jobs, open(me), open(you));

        List<String> done = AtOnce.call(8, i -> {
                    JobStores run = runs.get(i % runs.size());
                    List<String> mine = new ArrayList<>();
                    for (Optional<Job> next = claim(run); next.isPresent(); next = claim(run)) {
                        mine.add(next.get().id());
                        run.queue().settle(next.get(), SampleJobs.done(), now());
                    }
                    return mine;
                })
                .stream()
                .flatMap(List::stream)
                .toList();

        assertThat(done).hasSize(300).doesNotHaveDuplicates();
        assertThat(everything()).hasSize(300).allMatch(job -> job.state() == JobState.COMPLETED);
        assertThat(everything()).allMatch(job -> job.tries().claims() == 1);
    }

    @Test
    public final void of_one_file_one_job_runs_however_many_ask_and_work() {
        AtOnce.call(8, i -> {
            JobStores run = i % 2 == 0 ? jobs : open(you);
            for (int n = 0; n < 10; n++) {
                run.store()
                        .submit(
                                List.of(
                                        n % 2 == 0
                                                ? imported("a.mkv")
                                                : manual("a.mkv").asDryRun()),
                                NO_LIMIT,
                                now());
                claim(run).ifPresent(job -> {
                    assertThat(everything())
                            .filteredOn(other -> other.state() == JobState.RUNNING)
                            .extracting(Job::id)
                            .containsOnly(job.id());
                    run.queue().settle(job, SampleJobs.done(), now());
                });
            }
            return i;
        });

        expectOneOfEachFile();
    }

    @Test
    public final void a_kind_that_has_no_room_is_passed_over_and_nothing_waits_behind_it() {
        submit(manual("1.mp4"), manual("2.m4v"), manual("3.mkv"), manual("4.mkv"));
        ClaimRule rule = new ClaimRule(now().plus(LEASE), Map.of(Container.MP4, 1));

        Job first = jobs.queue().claim(rule, now()).orElseThrow();
        Job second = open(you).queue().claim(rule, now()).orElseThrow();

        assertThat(first.file()).isEqualTo(SampleJobs.file("1.mp4"));
        assertThat(second.file()).isEqualTo(SampleJobs.file("3.mkv"));
        settle(first, SampleJobs.done());
        assertThat(jobs.queue().claim(rule, now()).orElseThrow().file()).isEqualTo(SampleJobs.file("2.m4v"));
        ClaimRule none = new ClaimRule(now().plus(LEASE), Map.of(Container.MP4, 0, Container.MATROSKA, 0));
        assertThat(jobs.queue().claim(none, now())).isEmpty();
        assertThat(jobs.queue().claim(rule, now()).orElseThrow().file()).isEqualTo(SampleJobs.file("4.mkv"));
    }

    @Test
    public final void a_limit_of_a_kind_holds_among_many_workers() {
        jobs.store().submit(Stream.concat(manuals("a", 20).stream(), films(20)).toList(), NO_LIMIT, now());
        ClaimRule rule = new ClaimRule(now().plus(LEASE), Map.of(Container.MP4, 2));
        List<JobStores> runs = List.of(jobs, open(you));

        List<Optional<Job>> got = AtOnce.call(16, i -> runs.get(i % 2).queue().claim(rule, now()));

        assertThat(got).allMatch(Optional::isPresent);
        assertThat(everything())
                .filteredOn(job -> job.state() == JobState.RUNNING
                        && job.file().container().equals(Optional.of(Container.MP4)))
                .hasSizeLessThanOrEqualTo(2);
    }

    private static Stream<JobRequest> films(int count) {
        return Stream.iterate(0, i -> i + 1).limit(count).map(i -> imported("film" + i + ".mp4"));
    }

    // letting go

    @Test
    public final void what_is_done_has_its_result_and_is_nobody_s() {
        submit(manual("a.mkv"));
        Job claimed = claimed();
        later(Duration.ofSeconds(2));

        Job done = settle(claimed, SampleJobs.done());

        assertThat(done.state()).isEqualTo(JobState.COMPLETED);
        assertThat(done.lease()).isEqualTo(Lease.NONE);
        assertThat(done.times().ended()).isEqualTo(now());
        assertThat(done).isEqualTo(job(done.id()));
        assertThat(jobs.queue().settle(claimed, SampleJobs.gaveUp(), now())).isEmpty();
        assertThat(job(done.id())).isEqualTo(done);
    }

    @Test
    public final void what_failed_for_good_says_why() {
        submit(manual("a.mkv"));

        Job failed = settle(claimed(), SampleJobs.gaveUp());

        assertThat(failed.state()).isEqualTo(JobState.FAILED);
        assertThat(failed.result().remedy()).contains(Remedy.FIX_FILE);
        assertThat(failed.tries().failed()).isEqualTo(1);
        assertThat(claim()).isEmpty();
    }

    @Test
    public final void what_is_tried_again_comes_when_it_is_due_and_behind_the_others() {
        submit(imported("a.mkv"));
        settle(claimed(), new Settlement.TryAgain(now().plusSeconds(60), "the file was busy"));
        submit(manual("b.mkv"));

        assertThat(jobs.queue().nextDue(now())).contains(now().plusSeconds(60));
        assertThat(claimed().file()).isEqualTo(SampleJobs.file("b.mkv"));
        assertThat(claim()).isEmpty();
        later(Duration.ofSeconds(60));
        submit(manual("c.mkv"));

        assertThat(claimed().file()).isEqualTo(SampleJobs.file("c.mkv"));
        Job again = claimed();
        assertThat(again.file()).isEqualTo(SampleJobs.file("a.mkv"));
        assertThat(again.note()).isEqualTo("the file was busy");
        assertThat(again.tries().failed()).isEqualTo(1);
        assertThat(jobs.queue().nextDue(now())).isEmpty();
    }

    @Test
    public final void what_waits_is_looked_at_when_it_is_due_and_remembers_since_when() {
        submit(imported("a.mkv"));
        Job waiting = waits(claimed(), WaitReason.SEEDING);

        assertThat(waiting.state()).isEqualTo(JobState.WAITING);
        assertThat(claim()).isEmpty();
        assertThat(jobs.queue().nextDue(now())).contains(now().plus(Duration.ofHours(1)));
        later(Duration.ofHours(1));
        Job looked = claimed();
        assertThat(looked.waiting()).isEqualTo(waiting.waiting());

        Job still = waits(looked, WaitReason.SPACE);
        assertThat(still.waiting().reason()).isEqualTo(WaitReason.SPACE);
        assertThat(still.waiting().since()).isEqualTo(NOON);
        assertThat(still.tries().failed()).isZero();
        assertThat(still.request().priority()).isEqualTo(JobPriority.HIGH);
    }

    @Test
    public final void what_belongs_to_another_file_is_queued_for_that() {
        submit(imported("a.mkv"));

        Job moved = settle(claimed(), new Settlement.Relocate(SampleJobs.file("b.mkv")));

        assertThat(moved.state()).isEqualTo(JobState.QUEUED);
        assertThat(claimed().file()).isEqualTo(SampleJobs.file("b.mkv"));
    }

    @Test
    public final void what_belongs_to_another_file_goes_on_in_its_job() {
        submit(imported("a.mkv"));
        Job running = claimed();
        String other = submitted(manual("b.mkv"));

        Job gone = settle(running, new Settlement.Relocate(SampleJobs.file("b.mkv")));

        assertThat(gone.state()).isEqualTo(JobState.CANCELLED);
        assertThat(job(other).request().priority()).isEqualTo(JobPriority.HIGH);
        expectOneOfEachFile();
    }

    // leases

    @Test
    public final void a_lease_that_is_renewed_does_not_run_out() {
        submit(manual("a.mkv"));
        Job claimed = claimed();
        later(Duration.ofSeconds(50));

        assertThat(jobs.queue().renew(List.of(claimed), now().plus(LEASE)))
                .containsExactly(Map.entry(claimed.id(), Hold.HELD));
        later(Duration.ofSeconds(50));

        assertThat(jobs.queue().takeBack(3, now())).isEmpty();
        assertThat(settle(claimed, SampleJobs.done()).state()).isEqualTo(JobState.COMPLETED);
    }

    @Test
    public final void who_renews_learns_that_he_is_asked_to_stop_or_has_lost_it() {
        submit(manual("a.mkv"), manual("b.mkv"), manual("c.mkv"));
        Job first = claimed();
        Job second = claimed();
        Job third = claimed();
        jobs.store().cancel(second.id(), "me", now());
        settle(third, SampleJobs.done());

        assertThat(jobs.queue().renew(List.of(first, second, third), now().plus(LEASE)))
                .isEqualTo(Map.of(first.id(), Hold.HELD, second.id(), Hold.CANCEL_ASKED, third.id(), Hold.LOST));
    }

    @Test
    public final void a_lease_that_ran_out_puts_the_job_back_and_its_worker_has_no_say_any_more() {
        submit(manual("a.mkv"));
        Job lost = claimed();
        later(LEASE);

        List<Job> taken = jobs.queue().takeBack(3, now());

        assertThat(taken).containsExactly(job(lost.id()));
        assertThat(taken.get(0).state()).isEqualTo(JobState.QUEUED);
        assertThat(taken.get(0).tries().failed()).isEqualTo(1);
        Job again = claimed();
        assertThat(again.id()).isEqualTo(lost.id());
        assertThat(jobs.queue().settle(lost, SampleJobs.done(), now())).isEmpty();
        assertThat(jobs.queue().renew(List.of(lost), now().plus(LEASE))).containsValue(Hold.LOST);
        assertThat(job(again.id())).isEqualTo(again);
    }

    @Test
    public final void the_jobs_of_a_run_that_was_killed_come_back_at_once() {
        submit(manual("a.mkv"), manual("b.mkv"));
        Job yours = claim(open(you)).orElseThrow();
        Job mine = claimed();
        you.kill();

        assertThat(jobs.queue().takeBack(3, now())).extracting(Job::id).containsExactly(yours.id());
        assertThat(job(mine.id())).isEqualTo(mine);
        assertThat(jobs.queue().takeBack(3, now())).isEmpty();
    }

    @Test
    public final void a_job_that_ends_the_program_every_time_fails() {
        submit(manual("a.mkv"));
        for (int i = 0; i < 3; i++) {
            assertThat(claim()).isPresent();
            later(LEASE);
            jobs.queue().takeBack(3, now());
        }

        Job failed = everything().get(0);
        assertThat(failed.state()).isEqualTo(JobState.FAILED);
        assertThat(failed.result().remedy()).contains(Remedy.REPORT_BUG);
        assertThat(failed.result().message()).contains("3 times");
        assertThat(claim()).isEmpty();
    }

    @Test
    public final void a_run_that_stops_gives_back_what_it_holds_and_nothing_else() {
        submit(imported("a.mkv"), manual("b.mkv"), manual("c.mkv"));
        Job first = claimed();
        Job yours = claim(open(you)).orElseThrow();
        jobs.store().cancel(claimed().id(), "me", now());

        List<Job> back = jobs.queue().giveBack("the program stops", now());

        assertThat(back).extracting(Job::state).containsExactlyInAnyOrder(JobState.QUEUED, JobState.CANCELLED);
        assertThat(job(yours.id())).isEqualTo(yours);
        Job again = claimed();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.tries().failed()).isZero();
        assertThat(again.request().priority()).isEqualTo(JobPriority.HIGH);
    }

    @Test
    public final void the_next_due_moment_is_the_earliest_to_come() {
        submit(manual("a.mkv"), manual("b.mkv"), manual("c.mkv"));
        Instant soon = now().plusSeconds(60);
        settle(claimed(), new Settlement.TryAgain(soon.plusSeconds(60), "busy"));
        settle(claimed(), new Settlement.TryAgain(soon, "busy"));

        assertThat(jobs.queue().nextDue(now())).contains(soon);
        assertThat(jobs.queue().nextDue(soon)).contains(soon.plusSeconds(60));
        assertThat(jobs.queue().nextDue(soon.plusSeconds(60))).isEmpty();
    }
}
