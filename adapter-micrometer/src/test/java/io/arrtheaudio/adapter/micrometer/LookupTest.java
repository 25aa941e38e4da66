package io.arrtheaudio.adapter.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LookupTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 7); // it may begin anywhere, and runs over
    private final Lookups lookups = new Lookups(now::get, Duration.ofSeconds(20));
    private final AtomicInteger asked = new AtomicInteger();
    private boolean fails;
    private final Lookup<Integer> lookup = lookups.of(this::ask);

    @AfterEach
    void end() {
        lookups.close();
    }

    private synchronized int ask() {
        int times = asked.incrementAndGet();
        if (fails) {
            throw new IllegalStateException("the disk is gone");
        }
        return times;
    }

    private synchronized void failFromNowOn() {
        fails = true;
    }

    private double wanted() {
        lookup.want();
        lookups.await();
        return lookup.figure(Integer::doubleValue);
    }

    private void wait(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void it_is_none_before_it_was_looked_up() {
        assertThat(lookup.figure(Integer::doubleValue)).isNaN();
        assertThat(asked).hasValue(0);
    }

    @Test
    void it_is_looked_up_when_it_is_wanted_but_not_while_it_is_fresh() {
        assertThat(wanted()).isEqualTo(1);
        wait(Lookups.FRESH.minusNanos(1));
        assertThat(wanted()).isEqualTo(1);

        wait(Duration.ofNanos(1));

        assertThat(wanted()).isEqualTo(2);
    }

    @Test
    void while_it_cannot_be_looked_up_the_last_value_holds_for_a_minute() {
        wanted();
        failFromNowOn();
        wait(Lookups.STALE.minusNanos(1));
        assertThat(wanted()).isEqualTo(1);

        wait(Duration.ofNanos(1));

        assertThat(wanted()).isNaN();
    }

    @Test
    void after_the_end_nothing_is_looked_up() {
        lookups.close();

        assertThat(wanted()).isNaN();
        assertThat(asked).hasValue(0);
    }
}
