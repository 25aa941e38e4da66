package io.arrtheaudio.service;

import io.arrtheaudio.port.in.ScheduleBoard;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reckons when what is done by schedule is due. That something is being done just now delays nothing.
 *
 * <p>Thread-safe.
 */
public final class PlannedWork implements ScheduleBoard {

    private final List<ScheduledScan> scans;
    private final BackupPlan backups;
    private final ZoneId zone;
    private final InstantSource clock;

    /** What {@link Schedules} and {@link ScheduledBackups} were started with. */
    public PlannedWork(List<ScheduledScan> scans, BackupPlan backups, ZoneId zone, InstantSource clock) {
        this.scans = List.copyOf(scans);
        this.backups = backups;
        this.zone = zone;
        this.clock = clock;
    }

    @Override
    public List<Planned> planned() {
        Instant now = clock.instant();
        return Stream.concat(
                        scans.stream()
                                .map(scan -> planned(Kind.SCAN, scan.request().path(), scan.schedule(), now)),
                        backups.schedule().stream().map(when -> planned(Kind.BACKUP, backups.folder(), when, now)))
                .sorted(Comparator.comparing(Planned::next))
                .toList();
    }

    private Planned planned(Kind kind, Path path, Schedule schedule, Instant now) {
        return new Planned(kind, path, schedule.toString(), schedule.next(now, zone));
    }
}
