package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.kit.InMemoryOwnerLocks;
import io.arrtheaudio.kit.JobStores;
import io.arrtheaudio.kit.SampleJobs;
import io.arrtheaudio.port.in.FixOptions;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HeldJobsTest extends WorkersAtWork {

    // leases

    @Test
    void what_takes_long_is_held_longer() {
        String id = jobs.submit(Jobs.manual(library.wrong()));
        Workers workers = start(this::hanging);
        Waiting.until(begun);

        library.clock.advance(Duration.ofSeconds(50));
        workers.look();
        library.clock.advance(Duration.ofSeconds(50));

        assertThat(jobs.asSeenBy(you).queue().takeBack(3, library.clock.instant()))
                .isEmpty();
        goOn.countDown();
        workers.close();
        assertThat(jobs.state(id)).isEqualTo(JobState.COMPLETED);
    }

    @Test
    void what_was_lost_is_done_by_another_and_what_the_first_says_later_counts_for_nothing() {
        String id = jobs.submit(Jobs.manual(library.wrong()));
        AtomicInteger stopped = new AtomicInteger();
        Workers workers = start((file, options) -> {
            Outcome outcome = hanging(file, options);
            stopped.set(options.progress().isCancelled() ? 1 : -1);
            return outcome;
        });
        Waiting.until(begun);
        library.clock.advance(Jobs.LEASE);

        JobStores yours = jobs.asSeenBy(you);
        assertThat(yours.queue().takeBack(3, library.clock.instant())).hasSize(1);
        Job again = claim(yours);
        yours.queue().settle(again, SampleJobs.done(), library.clock.instant());
        Job done = jobs.job(id);
        workers.look();
        goOn.countDown();
        workers.close();

        assertThat(done.result()).isEqualTo(SampleJobs.changed());
        assertThat(jobs.job(id)).isEqualTo(done);
        assertThat(queue.settlements).hasValue(1);
        assertThat(stopped).hasValue(1);
    }

    @Test
    void what_a_worker_lost_and_another_of_the_same_program_got_belongs_to_that_one() {
        jobs.submit(Jobs.manual(library.wrong()));
        rules = napping(AT_ONCE).withWorkers(2);
        Queue<FixOptions> runs = new ConcurrentLinkedQueue<>();
        Workers workers = start((file, options) -> {
            runs.add(options);
            Waiting.until(goOn);
            return noMatch(file);
        });
        Waiting.until(() -> runs.size() == 1);
        library.clock.advance(Jobs.LEASE);
        jobs.asSeenBy(you).queue().takeBack(3, library.clock.instant());
        Waiting.until(() -> runs.size() == 2);

        library.clock.advance(rules.betweenRenewals());
        workers.look();

        assertThat(runs).extracting(options -> options.progress().isCancelled()).containsExactly(true, false);
        goOn.countDown();
        workers.close();
        assertThat(figure(JobState.COMPLETED)).isEqualTo(1);
    }

    @Test
    void a_running_job_that_this_program_cancels_stops_at_once() {
        String id = jobs.submit(Jobs.manual(library.wrong()));
        String other = jobs.submit(Jobs.manual(library.film("other.mkv", 2)));
        start(this::copying);
        Waiting.until(begun);
        JobService desk = new JobService(jobs.stores.store(), jobs.bulletin, jobs.signal, 10, library.clock);

        desk.cancel(other, "me");
        assertThat(jobs.state(id)).isEqualTo(JobState.RUNNING);
        desk.cancel(id, "me");

        Waiting.until(() -> jobs.state(id) == JobState.CANCELLED);
        assertThat(jobs.job(id).tries().claims()).isEqualTo(1);
    }

    @Test
    void a_running_job_that_another_program_cancels_stops_when_it_is_held_longer() {
        String id = jobs.submit(Jobs.manual(library.wrong()));
        Workers workers = start(this::copying);
        Waiting.until(begun);

        jobs.stores.store().cancel(id, "me", library.clock.instant());
        library.clock.advance(rules.betweenRenewals());
        workers.look();

        Waiting.until(() -> jobs.state(id) == JobState.CANCELLED);
    }

    // what others left

    @Test
    void what_a_killed_program_had_is_done_at_the_next_start() {
        String id = jobs.submit(Jobs.manual(library.wrong()));
        claim(jobs.asSeenBy(you));
        you.kill();

        start((file, options) -> noMatch(file));

        Waiting.until(() -> jobs.state(id) == JobState.COMPLETED);
        assertThat(jobs.job(id).tries().failed()).isEqualTo(1);
    }

    @Test
    void what_is_left_while_this_program_runs_is_taken_back_too() {
        Workers workers = start((file, options) -> noMatch(file));
        Waiting.until(() -> queue.looksAhead.get() > 0);
        String id = jobs.submit(Jobs.manual(library.wrong()));
        claim(jobs.asSeenBy(you));
        you.kill();

        library.clock.advance(Jobs.LEASE.dividedBy(2));
        workers.look();

        Waiting.until(() -> jobs.state(id) == JobState.COMPLETED);
    }

    @Test
    void a_file_that_ended_the_program_every_time_fails_and_is_not_touched_again() {
        String id = jobs.submit(Jobs.manual(library.wrong()));
        for (int i = 1; i <= rules.tries(); i++) {
            InMemoryOwnerLocks run = jobs.me.anotherRun();
            claim(jobs.asSeenBy(run));
            run.kill();
            if (i < rules.tries()) {
                assertThat(queue.takeBack(rules.tries(), library.clock.instant()))
                        .hasSize(1);
            }
        }

        doAll((file, options) -> fail("it is touched"));

        assertThat(jobs.state(id)).isEqualTo(JobState.FAILED);
        assertThat(jobs.job(id).result().message()).contains("3 times");
    }
}
