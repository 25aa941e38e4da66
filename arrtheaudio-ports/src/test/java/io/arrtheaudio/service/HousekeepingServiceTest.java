package io.arrtheaudio.service;

import static io.arrtheaudio.kit.SampleJobs.manuals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.Settlement;
import io.arrtheaudio.kit.InMemoryAuditLog;
import io.arrtheaudio.kit.SampleJobs;
import io.arrtheaudio.port.in.Housekeeping.Forgotten;
import io.arrtheaudio.port.out.ClaimRule;
import io.arrtheaudio.port.out.JobStore;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HousekeepingServiceTest {

    private final WorkDesk desk = new WorkDesk();
    private final InMemoryAuditLog audit = new InMemoryAuditLog();
    private final HousekeepingService service =
            new HousekeepingService(desk.stores.store(), audit, KeepRules.DEFAULT, desk.clock);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void what_ended_is_forgotten_after_its_time_and_what_failed_after_a_longer_one() {
        settled(3, SampleJobs.done());
        settled(2, SampleJobs.gaveUp());
        desk.jobs(100).submit(manuals("pending", 1));

        desk.clock.advance(Duration.ofDays(30));
        assertThat(service.cleanUp()).isEqualTo(new Forgotten(0, 0));
        desk.clock.advance(Duration.ofMillis(1));
        assertThat(service.cleanUp()).isEqualTo(new Forgotten(3, 0));
        desk.clock.advance(Duration.ofDays(60));
        assertThat(service.cleanUp()).isEqualTo(new Forgotten(2, 0));
        assertThat(desk.jobs(100).figures().count(JobState.QUEUED)).isEqualTo(1);
    }

    @Test
    void an_age_that_somebody_asks_for_counts_for_all_jobs_and_not_for_the_audit() {
        settled(1, SampleJobs.done());
        settled(1, SampleJobs.gaveUp());
        note();
        desk.clock.advance(Duration.ofDays(1));

        assertThat(service.cleanUp(Duration.ofHours(1))).isEqualTo(new Forgotten(2, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> service.cleanUp(Duration.ofDays(-1)))
                .withMessageContaining("negative");
    }

    @Test
    void who_asked_for_what_is_forgotten_after_its_time() {
        note();
        desk.clock.advance(Duration.ofDays(89));
        note();
        desk.clock.advance(Duration.ofDays(2));

        assertThat(service.cleanUp()).isEqualTo(new Forgotten(0, 1));
    }

    @Test
    void much_is_forgotten_to_the_last_in_steps() {
        settled(2_500, SampleJobs.done());
        desk.clock.advance(Duration.ofDays(31));
        AtomicInteger steps = new AtomicInteger();
        JobStore counted = WorkDesk.failing(JobStore.class, desk.stores.store(), "forget", () -> {
            steps.incrementAndGet();
            return false;
        });

        assertThat(new HousekeepingService(counted, audit, KeepRules.DEFAULT, desk.clock)
                        .cleanUp()
                        .jobs())
                .isEqualTo(2_500);
        assertThat(steps).hasValue(4);
    }

    @Test
    void rules_that_reach_into_the_future_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeepRules(Duration.ZERO, Duration.ofDays(-1), Duration.ZERO))
                .withMessageContaining("failed ones PT-24H");
    }

    private void settled(int count, Settlement how) {
        desk.jobs(10_000).submit(manuals(count + "-", count));
        for (int i = 0; i < count; i++) {
            desk.stores
                    .queue()
                    .claim(ClaimRule.anything(desk.clock.instant().plusSeconds(60)), desk.clock.instant())
                    .ifPresent(job -> desk.stores.queue().settle(job, how, desk.clock.instant()));
        }
    }

    private void note() {
        new AuditService(audit, desk.clock).note("api key", "cancel", "", "::1", "done");
    }
}
