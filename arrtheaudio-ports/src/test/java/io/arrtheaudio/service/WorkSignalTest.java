package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.kit.AtOnce;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkSignalTest {

    private static final Duration LONG = Duration.ofDays(400_000);

    private final WorkSignal signal = new WorkSignal();

    @Test
    void what_came_before_the_wait_ends_it_at_once_and_once() throws InterruptedException {
        signal.wake();
        signal.wake();

        assertThat(signal.await(LONG)).isTrue();
        assertThat(signal.await(Duration.ofMillis(1))).isFalse();
        assertThat(signal.await(Duration.ofMillis(-1))).isFalse();
    }

    @Test
    void one_wake_reaches_every_worker_whether_it_waits_or_looks_for_work() {
        CountDownLatch allThere = new CountDownLatch(4);

        List<Boolean> woken = AtOnce.call(5, i -> {
            if (i == 4) {
                Waiting.until(allThere);
                signal.wake();
                return true;
            }
            allThere.countDown();
            return await(signal);
        });

        assertThat(woken).containsOnly(true);
    }

    @Test
    void work_that_is_handed_over_one_by_one_is_never_slept_through() {
        CountDownLatch[] done = new CountDownLatch[2_000];
        for (int i = 0; i < done.length; i++) {
            done[i] = new CountDownLatch(1);
        }
        AtOnce.call(2, i -> {
            for (CountDownLatch step : done) {
                if (i == 0) {
                    signal.wake();
                    Waiting.until(step);
                } else {
                    assertThat(await(signal)).isTrue();
                    step.countDown();
                }
            }
            return i;
        });
    }

    @Test
    void an_interrupt_ends_the_wait() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> signal.await(LONG));
    }

    private static boolean await(WorkSignal signal) {
        try {
            return signal.await(LONG);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
