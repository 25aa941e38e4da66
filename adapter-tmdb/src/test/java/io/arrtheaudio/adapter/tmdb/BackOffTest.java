package io.arrtheaudio.adapter.tmdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {

    private static final BackOff USUAL = new BackOff(Duration.ofMillis(500), Duration.ofSeconds(10));
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"1, 0, 375", "1, 0.5, 500", "1, 1, 625", "2, 0.5, 1000", "3, 0.5, 2000", "2, 1, 1250"})
    void doubles_and_varies_by_a_quarter(int failed, double chance, long millis) {
        assertThat(USUAL.after(failed, Duration.ZERO, chance)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"4, 0, 4000", "4, 1, 5000", "9, 1, 10000", "3600, 0.5, 10000"})
    void a_wish_is_not_undercut_unless_it_is_too_long(long wish, double chance, long millis) {
        assertThat(USUAL.after(1, Duration.ofSeconds(wish), chance)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void any_number_of_tries_gives_a_wait() {
        assertThat(USUAL.after(100, Duration.ZERO, 0.5)).isEqualTo(Duration.ofSeconds(512));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7|7",
                "0|0",
                " 12 |12",
                "-3|0",
                "soon|0",
                "''|0",
                "99999999999|0",
                "1.5|0",
                "Sun, 01 Mar 2026 12:00:30 GMT|30",
                "Sun, 01 Mar 2026 11:00:00 GMT|0"
            })
    void wishes_are_seconds_or_a_date(String header, long seconds) {
        assertThat(RetryAfter.read(header, NOON)).isEqualTo(Duration.ofSeconds(seconds));
    }
}
