package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.figures.Figures;
import io.arrtheaudio.domain.figures.MemoryUse;
import io.arrtheaudio.kit.StoppedClock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatisticsServiceTest {

    private final StoppedClock clock = new StoppedClock(Instant.parse("2026-11-25T02:00:00Z"));

    @Test
    void the_day_begins_at_midnight_of_the_wall_clock() {
        List<Instant> asked = new ArrayList<>();
        StatisticsService service = new StatisticsService(
                () -> Optional.of(since -> {
                    asked.add(since);
                    return Figures.NONE;
                }),
                () -> MemoryUse.NONE,
                clock,
                ZoneId.of("America/New_York"));

        service.figures();

        assertThat(asked).containsExactly(Instant.parse("2026-11-24T05:00:00Z"));
    }

    @Test
    void where_nothing_is_remembered_everything_is_zero() {
        StatisticsService service =
                new StatisticsService(Optional::empty, () -> new MemoryUse(1, 2), clock, ZoneId.of("UTC"));

        assertThat(service.figures()).isEqualTo(Figures.NONE.with(new MemoryUse(1, 2)));
        assertThat(service.figures().successPercent()).isEmpty();
    }
}
