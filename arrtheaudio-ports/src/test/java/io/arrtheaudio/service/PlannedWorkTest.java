package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.job.BatchRequest;
import io.arrtheaudio.kit.StoppedClock;
import io.arrtheaudio.port.in.ScheduleBoard.Kind;
import io.arrtheaudio.port.in.ScheduleBoard.Planned;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlannedWorkTest {

    private static final Path TV = Path.of("/library/tv").toAbsolutePath();
    private static final Path BACKUPS = Path.of("/backups").toAbsolutePath();

    private final StoppedClock clock = new StoppedClock(Instant.parse("2026-11-25T12:00:00Z"));

    @Test
    void scans_and_backups_are_told_in_the_order_in_which_they_are_due() {
        PlannedWork work = new PlannedWork(
                List.of(new ScheduledScan(BatchRequest.of(TV), Schedule.parse("Daily  04:30"))),
                new BackupPlan(Optional.of(Schedule.parse("every 6h")), BACKUPS, 3),
                ZoneOffset.ofHours(1),
                clock);

        assertThat(work.planned())
                .containsExactly(
                        new Planned(Kind.BACKUP, BACKUPS, "every 6h", Instant.parse("2026-11-25T18:00:00Z")),
                        new Planned(Kind.SCAN, TV, "daily 04:30", Instant.parse("2026-11-26T03:30:00Z")));
        clock.set(Instant.parse("2026-11-26T03:30:00Z"));
        assertThat(work.planned())
                .extracting(Planned::next)
                .containsExactly(Instant.parse("2026-11-26T06:00:00Z"), Instant.parse("2026-11-27T03:30:00Z"));
    }

    @Test
    void where_nothing_is_done_by_schedule_nothing_is_told() {
        assertThat(new PlannedWork(List.of(), new BackupPlan(Optional.empty(), BACKUPS, 3), ZoneOffset.UTC, clock)
                        .planned())
                .isEmpty();
    }
}
