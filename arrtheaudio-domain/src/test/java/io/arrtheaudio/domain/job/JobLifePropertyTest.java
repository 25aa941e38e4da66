package io.arrtheaudio.domain.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds for any sequence of things that happen to a job; the seed in a test's name makes the same one again. */
class JobLifePropertyTest {

    private static final int STEPS = 400;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothing_leads_out_of_an_end_and_no_count_ever_falls(long seed) {
        Random chance = new Random(seed);
        Job job = Jobs.queued();
        Instant now = Jobs.NOON;
        for (int i = 0; i < STEPS; i++) {
            now = now.plusMillis(chance.nextInt(100_000));
            Job before = job;
            job = afterAnything(before, chance, now);

            if (before.state().isEnd()) {
                assertThat(job).isEqualTo(before);
            }
            if (job.state() != before.state()) {
                assertThat(before.state().next()).contains(job.state());
            }
            assertThat(job.tries().failed())
                    .isGreaterThanOrEqualTo(before.tries().failed());
            assertThat(job.tries().claims())
                    .isGreaterThanOrEqualTo(before.tries().claims());
            assertThat(job.id()).isEqualTo(before.id());
            assertThat(job.times().created()).isEqualTo(before.times().created());
            assertThat(job.state().isEnd()).isEqualTo(job.times().ended().isAfter(Instant.EPOCH));
            if (job.state().isEnd() && chance.nextInt(8) == 0) {
                job = Jobs.queued();
            }
        }
    }

    private static Job afterAnything(Job job, Random chance, Instant now) {
        Instant until = now.plusMillis(chance.nextInt(100_000));
        return switch (chance.nextInt(14)) {
            case 0, 1, 2, 3 -> orAsItWas(job, () -> JobLife.claimed(job, "run " + chance.nextInt(3), until, now));
            case 4 -> orAsItWas(job, () -> JobLife.renewed(job, until));
            case 5 -> JobLife.cancelled(job, "chance", now);
            case 6 -> orAsItWas(job, () -> JobLife.lost(job, 3, now));
            case 7 -> orAsItWas(job, () -> JobLife.absorbed(job, "8", now));
            case 8 -> orAsItWas(job, () -> JobLife.joined(job, job.request(), now));
            case 9 -> orAsItWas(job, () -> JobLife.moved(job, Jobs.file("b.mkv"), now));
            default -> orAsItWas(job, () -> JobLife.settled(job, anySettlement(chance, until), now));
        };
    }

    private static Settlement anySettlement(Random chance, Instant then) {
        return switch (chance.nextInt(10)) {
            case 0 -> Jobs.DONE;
            case 1 -> Jobs.GAVE_UP;
            case 2 -> new Settlement.Cancelled("chance");
            case 3, 4 -> new Settlement.TryAgain(then, "chance");
            case 5, 6 -> Jobs.waitFor(WaitReason.values()[1 + chance.nextInt(4)], then);
            case 7 -> new Settlement.Relocate(Jobs.file("c.mkv"));
            default -> new Settlement.GiveBack("chance");
        };
    }

    /** What cannot become of a job is refused. */
    private static Job orAsItWas(Job job, Supplier<Job> step) {
        try {
            return step.get();
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageStartingWith("job 7 is " + job.state() + " and cannot ");
            return job;
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_fails_is_tried_as_often_as_the_rule_says_and_each_time_later(long seed) {
        Random chance = new Random(seed);
        RetryRule rule = new RetryRule(
                chance.nextInt(6),
                Duration.ofSeconds(chance.nextInt(100)),
                Duration.ofSeconds(100 + chance.nextInt(900)));
        long doubled = rule.delay().toMillis();
        int failed = 1;
        for (; rule.after(failed, chance).isPresent(); failed++) {
            long least = Math.min(doubled, rule.longest().toMillis());
            assertThat(rule.after(failed, chance).orElseThrow())
                    .isBetween(Duration.ofMillis(least), Duration.ofMillis(least + least / 2));
            doubled *= 2;
        }

        assertThat(failed).isEqualTo(rule.retries() + 1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_waits_is_looked_at_less_and_less_often_until_its_time_is_over(long seed) {
        Random chance = new Random(seed);
        Duration longest = Duration.ofMinutes(1 + chance.nextInt(600));
        WaitRule rule = new WaitRule(Duration.ofSeconds(1 + chance.nextInt(60)), longest, Duration.ofDays(7));
        JobWait wait = new JobWait(WaitReason.SPACE, Jobs.NOON);
        Instant now = Jobs.NOON;
        Duration before = Duration.ZERO;
        int looks = 0;
        while (rule.nextLook(wait, now).isPresent()) {
            Instant next = rule.nextLook(wait, now).orElseThrow();
            Duration interval = Duration.between(now, next);
            boolean isLast = next.equals(Jobs.NOON.plus(rule.atMost()));
            assertThat(interval).isPositive().isLessThanOrEqualTo(longest);
            if (!isLast) {
                assertThat(interval).isGreaterThanOrEqualTo(before);
            }
            before = interval;
            now = next;
            looks++;
        }

        assertThat(now).isEqualTo(Jobs.NOON.plus(rule.atMost()));
        assertThat(looks).isLessThan(12_000);
    }
}
