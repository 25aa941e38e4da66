package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.kit.AtOnce;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StoppingWorkersTest extends WorkersAtWork {

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
    void who_is_to_begin_no_more_finishes_what_is_in_hand() {
        String first = jobs.submit(Jobs.manual(library.film("a.mkv", 1)));
        String second = jobs.submit(Jobs.manual(library.film("b.mkv", 1)));
        Workers workers = start(this::hanging);
        Waiting.until(begun);

        workers.beginNoMore();
        goOn.countDown();
        workers.close();

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
}
