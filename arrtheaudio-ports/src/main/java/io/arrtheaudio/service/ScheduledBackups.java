package io.arrtheaudio.service;

import io.arrtheaudio.domain.backup.BackupFile;
import io.arrtheaudio.port.in.BackupDesk;
import io.arrtheaudio.port.in.BackupRound;
import io.arrtheaudio.port.out.BackupArchives;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes backups when they are due, without secrets, and removes the oldest after a new one is there. One that cannot be made
 * is tried again at its next time; until then nothing older is removed.
 *
 * <p>Thread-safe.
 */
public final class ScheduledBackups implements BackupRound, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduledBackups.class);

    private final BackupDesk desk;
    private final BackupArchives archives;
    private final BackupPlan plan;
    private final Timetable timetable;

    private ScheduledBackups(
            BackupDesk desk,
            BackupArchives archives,
            BackupPlan plan,
            ZoneId zone,
            InstantSource clock,
            Duration longestWait) {
        this.desk = desk;
        this.archives = archives;
        this.plan = plan;
        List<Timetable.Task> tasks = plan
                .schedule()
                .map(when -> new Timetable.Task("the backup into " + plan.folder(), when, this::makeNext))
                .stream()
                .toList();
        this.timetable = Timetable.start("backups", tasks, zone, clock, longestWait);
    }

    /** Begins to wait for what is due from now on; without a schedule nothing is. */
    public static ScheduledBackups start(
            BackupDesk desk, BackupArchives archives, BackupPlan plan, ZoneId zone, InstantSource clock) {
        return start(desk, archives, plan, zone, clock, Timetable.LONGEST_WAIT);
    }

    static ScheduledBackups start(
            BackupDesk desk,
            BackupArchives archives,
            BackupPlan plan,
            ZoneId zone,
            InstantSource clock,
            Duration longestWait) {
        return new ScheduledBackups(desk, archives, plan, zone, clock, longestWait);
    }

    @Override
    public synchronized BackupFile makeNext() {
        archives.makeFolder(plan.folder());
        BackupFile made = desk.make(plan.folder(), false);
        int removed = archives.keepNewest(plan.folder(), BackupService.NAMES, plan.keep());
        LOG.info("made the backup {}, {} bytes; {} older ones were removed", made.file(), made.size(), removed);
        return made;
    }

    /** Makes no more. */
    @Override
    public void close() {
        timetable.close();
    }
}
