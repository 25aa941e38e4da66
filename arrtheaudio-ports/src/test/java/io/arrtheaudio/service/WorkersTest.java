package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.fail;

import io.arrtheaudio.domain.choice.Explanation;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobEvent;
import io.arrtheaudio.domain.job.JobPriority;
import io.arrtheaudio.domain.job.JobQuery;
import io.arrtheaudio.domain.job.JobRequest;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.ResultKind;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.kit.AtOnce;
import io.arrtheaudio.kit.InMemoryOwnerLocks;
import io.arrtheaudio.kit.JobStores;
import io.arrtheaudio.kit.SampleJobs;
import io.arrtheaudio.port.in.FixDefaultAudio;
import io.arrtheaudio.port.in.FixOptions;
import io.arrtheaudio.port.in.JobWatch;
import io.arrtheaudio.port.out.ClaimRule;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkersTest {

    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final Jobs jobs = new Jobs();
    private final Library library = jobs.library;
    private final WatchedQueue queue = new WatchedQueue(jobs.stores.queue());
    private final InMemoryOwnerLocks you = jobs.me.anotherRun();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final List<Workers> started = new ArrayList<>();
    private WorkerRules rules =
            new WorkerRules(1, Map.of(), 3, Jobs.LEASE, Jobs.FIRST_LOOK, NEVER, Duration.ofSeconds(30), AT_ONCE);

    @AfterEach
    void nothing_is_left() {
        goOn.countDown();
        started.forEach(Workers::close);
        jobs.bulletin.close();
        Waiting.until(() -> threads().isEmpty());
    }

    // who does what

    @Test
    void eight_workers_do_ten_thousand_jobs_and_each_once() {
        submit(SampleJobs.manuals("a", 10_000));
        Set<Path> done = ConcurrentHashMap.newKeySet();
        CountDownLatch all = new CountDownLatch(10_000);
        rules = rules.withWorkers(8);

        Workers workers = start((file, options) -> {
            assertThat(done.add(file)).isTrue();
            all.countDown();
            return noMatch(file);
        });
        Waiting.until(all);
        workers.close();

        assertThat(figure(JobState.COMPLETED)).isEqualTo(10_000);
        assertThat(done).hasSize(10_000);
    }

    @Test
    void one_worker_does_the_most_urgent_first_and_of_these_the_oldest() {
        List<JobRequest> requests = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            requests.add(SampleJobs.manual(i + ".mkv").withPriority(JobPriority.values()[i % 3]));
        }
        requests.forEach(request -> submit(List.of(request)));
        Queue<Path> order = new ConcurrentLinkedQueue<>();

        doAll((file, options) -> {
            order.add(file);
            return noMatch(file);
        });

        List<Path> expected = new ArrayList<>();
        for (int priority = 0; priority < 3; priority++) {
            for (int i = priority; i < 30; i += 3) {
                expected.add(SampleJobs.file(i + ".mkv").path());
            }
        }
        assertThat(order).containsExactlyElementsOf(expected);
    }

    @Test
    void a_short_job_costs_a_claim_and_a_settlement_and_nothing_else() {
        submit(SampleJobs.manuals("a", 100));

        doAll((file, options) -> noMatch(file));

        assertThat(queue.claims).hasValue(101);
        assertThat(queue.settlements).hasValue(100);
        assertThat(queue.looksAhead).hasValue(1);
        assertThat(queue.renewals).hasValue(0);
    }

    @Test
    void one_file_that_a_tool_writes_anew_leaves_the_others_their_turn() {
        submit(List.of(SampleJobs.manual("1.mp4"), SampleJobs.manual("2.mp4"), SampleJobs.manual("3.mkv")));
        rules = new WorkerRules(
                2, Map.of(Container.MP4, 1), 3, Jobs.LEASE, Jobs.FIRST_LOOK, AT_ONCE, Duration.ofSeconds(30), AT_ONCE);
        AtomicInteger atOnce = new AtomicInteger();
        CountDownLatch mkv = new CountDownLatch(1);

        Workers workers = start((file, options) -> {
            if (file.toString().endsWith(".mkv")) {
                mkv.countDown();
                return noMatch(file);
            }
            assertThat(atOnce.incrementAndGet()).isEqualTo(1);
            Waiting.until(mkv);
            atOnce.decrementAndGet();
            return noMatch(file);
        });
        Waiting.until(() -> figure(JobState.COMPLETED) == 3);
        workers.close();

        assertThat(jobs.stores.store().list(JobQuery.NEWEST).jobs())
                .allMatch(job -> job.result().kind() == ResultKind.NO_MATCH);
    }

    @Test
    void who_watches_is_told() {
        CountDownLatch told = new CountDownLatch(1);
        JobWatch watch = jobs.bulletin.watch(event -> {
            if (event instanceof JobEvent.JobChanged changed && changed.job().state() == JobState.COMPLETED) {
                told.countDown();
            }
        });

        submit(SampleJobs.manuals("a", 1));
        doAll((file, options) -> noMatch(file));

        Waiting.until(told);
        watch.close();
    }

    // when

    @Test
    void a_worker_that_has_nothing_to_do_is_woken_by_work() {
        start((file, options) -> noMatch(file));
        Waiting.until(() -> queue.looksAhead.get() > 0);

        submit(SampleJobs.manuals("a", 1));
        jobs.signal.wake();

        Waiting.until(() -> figure(JobState.COMPLETED) == 1);
    }

    @Test
    void what_another_program_hands_in_is_found_after_a_nap() {
        rules = napping(AT_ONCE);
        start((file, options) -> noMatch(file));
        Waiting.until(() -> queue.looksAhead.get() > 0);

        submit(SampleJobs.manuals("a", 1));

        Waiting.until(() -> figure(JobState.COMPLETED) == 1);
    }

    @Test
    void nobody_sleeps_longer_than_until_the_next_job_is_due() {
        Workbench bench = new Workbench(queue, WorkerRules.DEFAULT, jobs.bulletin, library.clock);
        assertThat(bench.pause())
                .isBetween(WorkerRules.DEFAULT.nap(), WorkerRules.DEFAULT.nap().plusMillis(1));

        Path file = library.wrong();
        jobs.submit(Jobs.manual(file));
        jobs.step(jobs.runner(fixing((any, options) -> busy(file))));
        library.clock.advance(Jobs.RETRY.minusMillis(200));

        assertThat(bench.pause()).isBetween(Duration.ofMillis(200), Duration.ofMillis(201));
    }

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
    void a_running_job_that_is_cancelled_stops() {
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

    // what goes wrong

    @Test
    void a_store_that_fails_is_asked_until_it_works() {
        String id = jobs.submit(Jobs.manual(library.wrong()));
        rules = napping(AT_ONCE);
        AtomicInteger left = new AtomicInteger(5);
        CountDownLatch seen = new CountDownLatch(1);
        queue.beforeClaim = () -> {
            if (left.getAndDecrement() > 0) {
                throw Library.failure(Remedy.RETRY_LATER, "the database is locked");
            }
            Waiting.until(seen);
        };

        Workers workers = start((file, options) -> noMatch(file));
        Waiting.until(() -> queue.claims.get() == 6);
        assertThat(workers.problems()).containsExactly("cannot take up jobs: the database is locked");
        seen.countDown();

        Waiting.until(() -> jobs.state(id) == JobState.COMPLETED);
        assertThat(workers.problems()).isEmpty();
        assertThat(workers.died()).isZero();
    }

    @Test
    void what_was_done_is_handed_in_until_the_store_takes_it() {
        String id = jobs.submit(Jobs.manual(library.wrong()));
        rules = napping(AT_ONCE);
        AtomicInteger fixed = new AtomicInteger();
        AtomicInteger left = new AtomicInteger(3);
        queue.beforeSettlement = () -> {
            if (left.getAndDecrement() > 0) {
                throw Library.failure(Remedy.RETRY_LATER, "the disk is full");
            }
        };

        start((file, options) -> {
            fixed.incrementAndGet();
            return noMatch(file);
        });

        Waiting.until(() -> jobs.state(id) == JobState.COMPLETED);
        assertThat(fixed).hasValue(1);
        assertThat(queue.settlements).hasValue(4);
    }

    @Test
    void a_job_that_can_never_be_handed_in_is_left_and_the_next_one_done() {
        String first = jobs.submit(Jobs.manual(library.film("a.mkv", 1)));
        String second = jobs.submit(Jobs.manual(library.film("b.mkv", 1)));
        rules = napping(AT_ONCE);
        queue.beforeSettlement = () -> {
            if (queue.settlements.get() == 1) {
                throw new IllegalStateException("a bug");
            }
        };

        Workers workers = start((file, options) -> noMatch(file));
        Waiting.until(() -> jobs.state(second) == JobState.COMPLETED);

        Waiting.until(() -> workers.inHand().isEmpty());
        assertThat(jobs.state(first)).isEqualTo(JobState.RUNNING);
        library.clock.advance(Jobs.LEASE);
        workers.look();
        Waiting.until(() -> jobs.state(first) == JobState.COMPLETED);
    }

    @Test
    void renewals_that_fail_harm_nobody_and_are_told() {
        String id = jobs.submit(Jobs.manual(library.wrong()));
        queue.beforeRenewal = () -> {
            throw Library.failure(Remedy.RETRY_LATER, "the database is locked");
        };
        Workers workers = start(this::hanging);
        Waiting.until(begun);
        library.clock.advance(rules.betweenRenewals());

        workers.look();
        assertThat(workers.problems()).containsExactly("cannot hold jobs: the database is locked");
        queue.beforeRenewal = () -> {};
        workers.look();

        assertThat(workers.problems()).isEmpty();
        goOn.countDown();
        Waiting.until(() -> jobs.state(id) == JobState.COMPLETED);
    }

    @Test
    void a_worker_that_dies_is_replaced() {
        queue.beforeClaim = () -> {
            if (queue.claims.get() == 1) {
                throw new OutOfMemoryError("seeded");
            }
        };
        String id = jobs.submit(Jobs.manual(library.wrong()));
        Workers workers = start((file, options) -> noMatch(file));
        Waiting.until(() -> workers.alive() == 0);

        workers.look();

        Waiting.until(() -> jobs.state(id) == JobState.COMPLETED);
        assertThat(workers.alive()).isEqualTo(1);
        assertThat(workers.died()).isEqualTo(1);
        assertThat(workers.lastDeath()).contains("seeded");
    }

    @Test
    void an_interrupt_ends_no_worker() {
        rules = napping(AT_ONCE);
        start((file, options) -> noMatch(file));
        Waiting.until(() -> queue.looksAhead.get() > 0);

        threads().stream()
                .filter(thread -> thread.getName().startsWith("worker-"))
                .forEach(Thread::interrupt);
        submit(SampleJobs.manuals("a", 1));

        Waiting.until(() -> figure(JobState.COMPLETED) == 1);
    }

    // stopping

    @Test
    void who_stops_finishes_what_is_in_hand_and_begins_nothing() {
        String first = jobs.submit(Jobs.manual(library.film("a.mkv", 1)));
        String second = jobs.submit(Jobs.manual(library.film("b.mkv", 1)));
        Workers workers = start(this::hanging);
        Waiting.until(begun);

        AtOnce.call(2, i -> {
            if (i == 0) {
                workers.close();
            } else {
                Waiting.until(workers::isStopping);
                goOn.countDown();
            }
            return i;
        });

        assertThat(jobs.state(first)).isEqualTo(JobState.COMPLETED);
        assertThat(jobs.state(second)).isEqualTo(JobState.QUEUED);
    }

    @Test
    void what_does_not_end_by_itself_is_asked_to_stop_and_goes_back() {
        String id = jobs.submit(Jobs.manual(library.wrong()));
        rules = stopping(AT_ONCE, Duration.ofSeconds(30));
        Workers workers = start(this::copying);
        Waiting.until(begun);

        workers.close();

        assertThat(jobs.state(id)).isEqualTo(JobState.QUEUED);
        assertThat(jobs.job(id).tries().failed()).isZero();
        assertThat(workers.alive()).isZero();
    }

    @Test
    void what_hangs_is_given_back_without_an_interrupt_and_what_it_says_later_counts_for_nothing() {
        String id = jobs.submit(Jobs.manual(library.wrong()));
        rules = stopping(AT_ONCE, AT_ONCE);
        AtomicInteger interrupted = new AtomicInteger();
        Workers workers = start((file, options) -> {
            Outcome outcome = hanging(file, options);
            interrupted.set(Thread.currentThread().isInterrupted() ? 1 : -1);
            return outcome;
        });
        Waiting.until(begun);

        workers.close();

        Job back = jobs.job(id);
        assertThat(back.state()).isEqualTo(JobState.QUEUED);
        goOn.countDown();
        Waiting.until(() -> workers.alive() == 0);
        assertThat(jobs.job(id)).isEqualTo(back);
        assertThat(interrupted).hasValue(-1);
    }

    @Test
    void who_is_in_a_hurry_interrupts_the_closing() {
        String id = jobs.submit(Jobs.manual(library.wrong()));
        Workers workers = start(this::copying);
        Waiting.until(begun);

        Thread.currentThread().interrupt();
        workers.close();

        assertThat(Thread.interrupted()).isTrue();
        Waiting.until(() -> workers.alive() == 0);
        assertThat(jobs.state(id)).isEqualTo(JobState.QUEUED);
    }

    @Test
    void closing_twice_is_closing_once() {
        Workers workers = start((file, options) -> noMatch(file));

        workers.close();
        workers.close();

        assertThat(workers.alive()).isZero();
    }

    @Test
    void what_no_worker_could_live_by_is_no_rule() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkerRules.DEFAULT.withWorkers(0))
                .withMessageContaining("0 workers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> napping(Duration.ZERO))
                .withMessageContaining("nap");
    }

    // helpers

    private Workers start(BiFunction<Path, FixOptions, Outcome> fix) {
        return start(fixing(fix), queue);
    }

    private Workers start(FixDefaultAudio fix, WatchedQueue from) {
        Workers workers = Workers.start(from, jobs.runner(fix), jobs.bulletin, jobs.signal, rules, library.clock);
        started.add(workers);
        return workers;
    }

    /** Until there is nothing more to do. */
    private void doAll(BiFunction<Path, FixOptions, Outcome> fix) {
        Workers workers = start(fix);
        Waiting.until(() -> queue.looksAhead.get() > 0);
        workers.close();
    }

    private static FixDefaultAudio fixing(BiFunction<Path, FixOptions, Outcome> fix) {
        return JobRunnerTest.fixing(fix);
    }

    /** Hears nothing. */
    private Outcome hanging(Path file, FixOptions options) {
        begun.countDown();
        Waiting.until(goOn);
        return noMatch(file);
    }

    /** Looks all the time whether it is to stop. */
    private Outcome copying(Path file, FixOptions options) {
        begun.countDown();
        Waiting.until(options.progress()::isCancelled);
        return busy(file);
    }

    private static Outcome noMatch(Path file) {
        return new Outcome.NoMatch(file, Explanation.NONE);
    }

    private static Outcome busy(Path file) {
        return new Outcome.Failed(file, Remedy.RETRY_LATER, "it was cancelled or is busy", Explanation.NONE);
    }

    private WorkerRules napping(Duration nap) {
        return new WorkerRules(1, Map.of(), 3, Jobs.LEASE, Jobs.FIRST_LOOK, nap, Duration.ofSeconds(30), AT_ONCE);
    }

    private WorkerRules stopping(Duration finish, Duration heed) {
        return new WorkerRules(1, Map.of(), 3, Jobs.LEASE, Jobs.FIRST_LOOK, NEVER, finish, heed);
    }

    private void submit(List<JobRequest> requests) {
        jobs.stores.store().submit(requests, Long.MAX_VALUE, library.clock.instant());
    }

    private Job claim(JobStores whose) {
        Instant now = library.clock.instant();
        return whose.queue()
                .claim(ClaimRule.anything(now.plus(Jobs.LEASE)), now)
                .orElseThrow();
    }

    private long figure(JobState state) {
        return jobs.stores.store().figures(library.clock.instant()).count(state);
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("(worker|lease-keeper)-\\d+"))
                .toList();
    }
}
