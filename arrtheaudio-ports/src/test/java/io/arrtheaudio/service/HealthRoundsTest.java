package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.health.CheckName;
import io.arrtheaudio.domain.health.CheckResult;
import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.domain.health.HealthStatus;
import io.arrtheaudio.domain.health.Level;
import io.arrtheaudio.domain.health.Need;
import io.arrtheaudio.domain.health.Observation;
import io.arrtheaudio.kit.StoppedClock;
import io.arrtheaudio.port.out.HealthProbe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HealthRoundsTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Finding WELL = Finding.ok("disk", "plenty of room");
    private static final Finding ILL = Finding.problem("disk", "no room", "make room");

    private final StoppedClock clock = new StoppedClock(NOON);
    private final AtomicInteger looks = new AtomicInteger();
    private final CountDownLatch hanging = new CountDownLatch(1);
    private volatile List<Finding> found = List.of(WELL);
    private HealthRounds rounds;

    @AfterEach
    void no_thread_is_left() {
        hanging.countDown();
        rounds.close();
        Waiting.until(() -> lookers() == 0);
    }

    @Test
    void what_was_found_is_told_with_the_time_of_the_look() {
        start(Duration.ofMillis(1), looking());
        untilTold(WELL);
        clock.advance(Duration.ofMinutes(4));

        assertThat(rounds.now().status()).isEqualTo(HealthStatus.HEALTHY);
        assertThat(only().worst()).isEqualTo(new Observation(WELL, NOON, Duration.ZERO));
    }

    @Test
    void it_is_looked_again_when_the_period_is_over_and_not_before() {
        start(Duration.ofDays(1), looking());
        untilTold(WELL);
        found = List.of(WELL, ILL);

        clock.advance(PERIOD.minusMillis(1));
        rounds.goRound();
        assertThat(looks).hasValue(1);
        clock.advance(Duration.ofMillis(1));
        rounds.goRound();

        untilTold(ILL);
        assertThat(rounds.now().status()).isEqualTo(HealthStatus.UNHEALTHY);
        assertThat(looks).hasValue(2);
    }

    @Test
    void until_the_first_look_has_ended_nothing_is_wrong_and_that_is_said() {
        start(Duration.ofDays(1), hanging());
        Waiting.until(() -> looks.get() == 1);

        assertThat(only().passed()).isTrue();
        assertThat(only().worst().finding().found()).startsWith("not looked at yet");
    }

    @Test
    void a_look_that_hangs_has_failed_and_is_not_begun_again() {
        start(Duration.ofDays(1), hanging());
        Waiting.until(() -> looks.get() == 1);
        clock.advance(LIMIT);
        assertThat(only().passed()).isTrue();

        clock.advance(Duration.ofSeconds(32));
        for (int i = 0; i < 100; i++) {
            rounds.goRound();
        }

        assertThat(rounds.now().status()).isEqualTo(HealthStatus.UNHEALTHY);
        Observation late = only().worst();
        assertThat(late.finding().found()).isEqualTo("no answer for 42 s; it should take 10 s at most");
        assertThat(late.finding().remedy()).contains("a network share");
        assertThat(late.took()).isEqualTo(Duration.ofSeconds(42));
        assertThat(looks).hasValue(1);
        assertThat(lookers()).isEqualTo(1);
        hanging.countDown();
        untilTold(WELL);
    }

    @Test
    void what_hangs_holds_up_nothing_else() {
        Look other = look("other", () -> List.of(Finding.ok("other", "is well")));
        rounds = HealthRounds.start(
                List.of(
                        HealthCheck.of(CheckName.TMDB_API, Need.WORK, look("first", hanging())),
                        HealthCheck.of(CheckName.DATABASE, Need.SERVING, look("second", hanging()), other)),
                Duration.ofMillis(1),
                clock);

        Waiting.until(() -> rounds.now().checks().get(1).observations().stream()
                .anyMatch(seen -> seen.finding().found().equals("is well")));
    }

    @Test
    void what_is_in_memory_is_looked_at_whenever_somebody_asks() {
        rounds = HealthRounds.start(
                List.of(HealthCheck.of(CheckName.WORKERS, Need.SERVING, Look.atOnce("disk", () -> found))),
                Duration.ofDays(1),
                clock);
        assertThat(only().passed()).isTrue();

        found = List.of(ILL);
        clock.advance(Duration.ofSeconds(1));

        assertThat(only().passed()).isFalse();
        assertThat(only().worst().at()).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void a_look_that_breaks_is_a_problem_and_there_is_another() {
        start(Duration.ofMillis(1), () -> {
            if (looks.incrementAndGet() == 1) {
                throw new OutOfMemoryError("seeded");
            }
            return found;
        });
        Waiting.until(() -> !only().passed());
        assertThat(only().worst().finding().found()).isEqualTo("looking at it failed unexpectedly");

        clock.advance(PERIOD);

        untilTold(WELL);
    }

    @Test
    void a_look_that_finds_nothing_says_that() {
        found = List.of();
        start(Duration.ofMillis(1), looking());

        untilTold(Finding.ok("disk", "nothing is wrong"));
    }

    @Test
    void what_the_settings_do_without_is_not_looked_at_and_passes() {
        rounds = HealthRounds.start(
                List.of(HealthCheck.notNeeded(CheckName.FFMPEG, "engine is builtin")), Duration.ofDays(1), clock);

        assertThat(only().passed()).isTrue();
        assertThat(only().need()).isEqualTo(Need.NOTHING);
        assertThat(only().worst().finding()).isEqualTo(Finding.ok("ffmpeg", "not needed: engine is builtin"));
    }

    @Test
    void a_strict_check_fails_at_a_warning() {
        found = List.of(Finding.warning("disk", "little room", "make room"));
        HealthCheck lax = HealthCheck.of(CheckName.LIBRARIES, Need.WORK, look("disk", looking()));
        HealthCheck strict = HealthCheck.of(CheckName.DISK_SPACE, Need.WORK, look("disk", looking()))
                .strict();
        rounds = HealthRounds.start(List.of(lax, strict), Duration.ofMillis(1), clock);

        untilTold(found.get(0));
        Waiting.until(() -> rounds.now().status() == HealthStatus.DEGRADED);

        assertThat(rounds.now().checks()).extracting(CheckResult::passed).containsExactly(true, false);
    }

    @Test
    void what_is_to_be_looked_at_may_change() {
        List<Look> first = List.of(look("disk", looking()));
        List<Look> more = List.of(look("other", () -> List.of(ILL)), look("disk", looking()));
        AtomicInteger asked = new AtomicInteger();
        HealthCheck check = new HealthCheck(
                CheckName.LIBRARIES, Need.WORK, Level.PROBLEM, () -> asked.incrementAndGet() < 3 ? first : more);
        rounds = HealthRounds.start(List.of(check), Duration.ofDays(1), clock);
        untilTold(WELL);

        rounds.goRound();

        untilTold(ILL);
        assertThat(only().observations()).hasSize(2);
        assertThat(looks).hasValue(1);
    }

    private void start(Duration round, HealthProbe probe) {
        rounds = HealthRounds.start(
                List.of(HealthCheck.of(CheckName.DATABASE, Need.SERVING, look("disk", probe))), round, clock);
    }

    private static Look look(String subject, HealthProbe probe) {
        return new Look(subject, probe, PERIOD, LIMIT);
    }

    private HealthProbe looking() {
        return () -> {
            looks.incrementAndGet();
            return found;
        };
    }

    private HealthProbe hanging() {
        return () -> {
            looks.incrementAndGet();
            Waiting.until(hanging);
            return found;
        };
    }

    private CheckResult only() {
        return rounds.now().checks().get(0);
    }

    private void untilTold(Finding finding) {
        Waiting.until(() -> only().worst().finding().equals(finding));
    }

    private static long lookers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("health-look-"))
                .count();
    }
}
