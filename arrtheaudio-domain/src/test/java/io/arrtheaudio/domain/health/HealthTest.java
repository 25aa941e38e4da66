package io.arrtheaudio.domain.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HealthTest {

    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
    private static final Observation WELL = seen(Finding.ok("one", "is well"));
    private static final Observation POOR = seen(Finding.warning("two", "is poor", "mend it"));
    private static final Observation ILL = seen(Finding.problem("three", "is ill", "mend it"));

    @Test
    void what_fails_depends_on_how_strict_the_check_is() {
        assertThat(check(Need.WORK, Level.PROBLEM, WELL, POOR).passed()).isTrue();
        assertThat(check(Need.WORK, Level.WARNING, WELL, POOR).passed()).isFalse();
        assertThat(check(Need.WORK, Level.PROBLEM, POOR, ILL).passed()).isFalse();
    }

    @Test
    void what_nothing_depends_on_never_fails() {
        assertThat(check(Need.NOTHING, Level.WARNING, ILL).passed()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CheckResult(CheckName.FFMPEG, Need.NOTHING, false, List.of(ILL)));
    }

    @Test
    void the_first_of_the_worst_is_told() {
        Observation other = seen(Finding.problem("four", "is ill too", "mend it"));

        assertThat(check(Need.WORK, Level.PROBLEM, WELL, POOR, ILL, other).worst())
                .isEqualTo(ILL);
        assertThat(check(Need.WORK, Level.PROBLEM, WELL).worst()).isEqualTo(WELL);
    }

    @Test
    void serving_makes_unhealthy_and_other_work_degraded() {
        CheckResult well = check(Need.SERVING, Level.PROBLEM, WELL);
        CheckResult work = new CheckResult(CheckName.QUEUE, Need.WORK, false, List.of(ILL));
        CheckResult serving = new CheckResult(CheckName.WORKERS, Need.SERVING, false, List.of(ILL));

        assertThat(new Health(List.of()).status()).isEqualTo(HealthStatus.HEALTHY);
        assertThat(new Health(List.of(well)).status()).isEqualTo(HealthStatus.HEALTHY);
        assertThat(new Health(List.of(well, work)).status()).isEqualTo(HealthStatus.DEGRADED);
        assertThat(new Health(List.of(serving, well, work)).status()).isEqualTo(HealthStatus.UNHEALTHY);
    }

    @Test
    void each_name_is_there_once() {
        CheckResult well = check(Need.WORK, Level.PROBLEM, WELL);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Health(List.of(well, well)))
                .withMessage("there were 2 checks of 1 names");
    }

    @Test
    void the_names_are_those_that_dashboards_know() {
        assertThat(Stream.of(CheckName.values()).map(CheckName::word))
                .containsExactlyInAnyOrder(
                        "ffprobe",
                        "mkvpropedit",
                        "ffmpeg",
                        "database",
                        "tmdb_api",
                        "disk_space",
                        "queue",
                        "workers",
                        "deadlock",
                        "libraries");
    }

    private static CheckResult check(Need need, Level failsAt, Observation... seen) {
        return CheckResult.of(CheckName.DATABASE, need, failsAt, List.of(seen));
    }

    private static Observation seen(Finding finding) {
        return new Observation(finding, NOW, Duration.ZERO);
    }
}
