package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.kit.SampleJobs;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkersInTroubleTest extends WorkersAtWork {

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
}
