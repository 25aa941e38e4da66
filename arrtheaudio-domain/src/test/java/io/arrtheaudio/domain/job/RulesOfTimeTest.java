package io.arrtheaudio.domain.job;

import static io.arrtheaudio.domain.job.Jobs.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When what failed is tried again, and what waits is looked at. */
class RulesOfTimeTest {

    private static final RetryRule RETRY = new RetryRule(3, Duration.ofSeconds(60), Duration.ofSeconds(200));
    private static final WaitRule WAIT = new WaitRule(Duration.ofMinutes(1), Duration.ofHours(6), Duration.ofDays(14));

    @Test
    void the_delay_doubles_up_to_the_longest() {
        Random none = new Random() {
            @Override
            public long nextLong(long bound) {
                return 0;
            }
        };

        assertThat(RETRY.after(1, none)).contains(Duration.ofMinutes(1));
        assertThat(RETRY.after(2, none)).contains(Duration.ofMinutes(2));
        assertThat(RETRY.after(3, none)).contains(Duration.ofSeconds(200));
        assertThat(RETRY.after(4, none)).isEmpty();
    }

    @Test
    void no_retries_and_no_delay_are_possible() {
        assertThat(new RetryRule(0, Duration.ZERO, Duration.ZERO).after(1, new Random(1)))
                .isEmpty();
        assertThat(new RetryRule(1, Duration.ZERO, Duration.ZERO).after(1, new Random(1)))
                .contains(Duration.ZERO);
        assertThat(new RetryRule(Integer.MAX_VALUE, Duration.ofDays(1), Duration.ofDays(9))
                        .after(Integer.MAX_VALUE, new Random(1)))
                .hasValueSatisfying(delay -> assertThat(delay).isLessThan(Duration.ofDays(14)));
    }

    @Test
    void what_has_not_begun_to_wait_is_looked_at_soon() {
        assertThat(WAIT.nextLook(JobWait.NONE, NOON)).contains(NOON.plusSeconds(60));
    }

    @Test
    void the_interval_is_as_long_as_it_has_waited() {
        JobWait wait = new JobWait(WaitReason.SEEDING, NOON);

        assertThat(WAIT.nextLook(wait, at(Duration.ofSeconds(5)))).contains(at(Duration.ofSeconds(65)));
        assertThat(WAIT.nextLook(wait, at(Duration.ofHours(2)))).contains(at(Duration.ofHours(4)));
        assertThat(WAIT.nextLook(wait, at(Duration.ofDays(2)))).contains(at(Duration.ofHours(54)));
    }

    @Test
    void the_last_look_is_at_the_end_and_then_it_is_over() {
        JobWait wait = new JobWait(WaitReason.SEEDING, NOON);

        assertThat(WAIT.nextLook(wait, at(Duration.ofDays(14).minusHours(1)))).contains(at(Duration.ofDays(14)));
        assertThat(WAIT.nextLook(wait, at(Duration.ofDays(14)))).isEmpty();
        assertThat(new WaitRule(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ZERO)
                        .nextLook(JobWait.NONE, NOON))
                .isEmpty();
    }

    @Test
    void a_clock_that_was_set_back_keeps_nobody_waiting_for_longer() {
        JobWait wait = new JobWait(WaitReason.SEEDING, NOON);
        Instant before = NOON.minus(Duration.ofDays(1));

        assertThat(WAIT.nextLook(wait, before)).contains(before.plusSeconds(60));
    }

    @Test
    void rules_that_make_no_sense_say_so() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetryRule(-1, Duration.ZERO, Duration.ZERO))
                .withMessageContaining("-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetryRule(1, Duration.ofSeconds(2), Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> RETRY.after(0, new Random(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WaitRule(Duration.ZERO, Duration.ofHours(1), Duration.ofDays(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WaitRule(Duration.ofHours(2), Duration.ofHours(1), Duration.ofDays(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WaitRule(Duration.ofHours(1), Duration.ofHours(1), Duration.ofDays(-1)));
    }

    private static Instant at(Duration afterNoon) {
        return NOON.plus(afterNoon);
    }
}
