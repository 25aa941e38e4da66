package io.arrtheaudio.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StopwatchTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 ms",
        "812000, 0.8 ms",
        "12400000, 12 ms",
        "1500000000, 1.5 s",
        "99900000000, 99.9 s",
        "125000000000, 2 min 5 s"
    })
    void times_are_said_as_people_do(long nanos, String said) {
        assertThat(Stopwatch.said(Duration.ofNanos(nanos))).isEqualTo(said);
    }
}
