package io.arrtheaudio.adapter.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.kit.StoppedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private final StoppedClock clock = new StoppedClock(Instant.parse("2026-11-25T08:00:00Z"));
    private final RateLimit limit = new RateLimit("calls", Rate.perMinute(3), 2, clock);

    private boolean may(String client) {
        return limit.take(client).isEmpty();
    }

    @Test
    void all_of_it_may_come_at_once_and_then_nothing() {
        assertThat(List.of(may("a"), may("a"), may("a"))).containsOnly(true);

        assertThat(limit.take("a")).contains(Duration.ofSeconds(20));
        assertThat(may("b")).isTrue();
    }

    @Test
    void it_comes_back_bit_by_bit_and_never_more_than_all_of_it() {
        assertThat(List.of(may("a"), may("a"), may("a"))).containsOnly(true);
        clock.advance(Duration.ofSeconds(19));
        assertThat(may("a")).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(may("a")).isTrue();
        clock.advance(Duration.ofDays(365));

        assertThat(List.of(may("a"), may("a"), may("a"))).containsOnly(true);
        assertThat(may("a")).isFalse();
    }

    @Test
    void a_clock_that_is_set_back_takes_nothing_away_and_gives_nothing() {
        assertThat(List.of(may("a"), may("a"))).containsOnly(true);
        clock.advance(Duration.ofHours(-1));

        assertThat(may("a")).isTrue();
        assertThat(may("a")).isFalse();
        clock.advance(Duration.ofSeconds(20));
        assertThat(may("a")).isTrue();
    }

    @Test
    void only_so_many_clients_are_remembered() {
        may("a");
        for (int i = 0; i < 1_000; i++) {
            may("client " + i);
        }

        assertThat(limit.clients()).isEqualTo(2);
    }

    @Test
    void what_was_taken_for_nothing_is_put_back_but_no_more_than_that() {
        limit.take("a");
        limit.giveBack("a");
        limit.giveBack("a");
        for (int i = 0; i < 3; i++) {
            assertThat(limit.take("a")).isEmpty();
        }
        assertThat(limit.take("a")).isPresent();
        assertThat(limit.words()).isEqualTo("no more than 3 calls are taken within 60 seconds");
    }
}
