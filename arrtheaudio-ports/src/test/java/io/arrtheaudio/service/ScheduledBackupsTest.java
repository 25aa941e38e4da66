package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.backup.Backup;
import io.arrtheaudio.domain.backup.BackupFile;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.kit.InMemoryBackupArchives;
import io.arrtheaudio.kit.StoppedClock;
import io.arrtheaudio.port.in.BackupDesk;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ScheduledBackupsTest {

    private static final Path FOLDER = Path.of("/backups");

    private final StoppedClock clock = new StoppedClock(Instant.parse("2026-11-25T12:00:00Z"));
    private final InMemoryBackupArchives archives = new InMemoryBackupArchives();
    private final Desk desk = new Desk();
    private ScheduledBackups backups;

    @AfterEach
    void close() {
        backups.close();
        Waiting.until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("backups")));
    }

    @Test
    void one_is_made_when_it_is_due_and_the_newest_stay() {
        start(Optional.of("daily 04:30"), 2);

        for (int day = 26; day < 30; day++) {
            clock.set(Instant.parse("2026-11-" + day + "T04:30:00Z"));
            int made = day - 25;
            Waiting.until(() -> desk.made == made && archives.files().size() <= 2);
        }

        assertThat(archives.files())
                .containsExactly(
                        FOLDER.resolve("arrtheaudio_backup_20261128_043000.tar.gz"),
                        FOLDER.resolve("arrtheaudio_backup_20261129_043000.tar.gz"));
    }

    @Test
    void while_none_can_be_made_none_is_removed() {
        start(Optional.empty(), 1);
        backups.makeNext();
        clock.advance(Duration.ofDays(1));
        desk.isBroken = true;

        assertThatExceptionOfType(AudioFixException.class).isThrownBy(backups::makeNext);

        assertThat(archives.files()).hasSize(1);
    }

    @Test
    void without_a_schedule_there_is_no_thread_but_one_is_made_when_asked_for() {
        start(Optional.empty(), 1);

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("backups"));
        assertThat(backups.makeNext().file().getParent()).isEqualTo(FOLDER);
        assertThat(archives.folders()).containsExactly(FOLDER);
    }

    private void start(Optional<String> schedule, int keep) {
        BackupPlan plan = new BackupPlan(schedule.map(Schedule::parse), FOLDER, keep);
        backups = ScheduledBackups.start(desk, archives, plan, ZoneOffset.UTC, clock, Duration.ofMillis(1));
    }

    /** Makes backups of nothing much. */
    private final class Desk implements BackupDesk {

        volatile int made;
        volatile boolean isBroken;

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // one thread makes them
        public BackupFile make(Path place, boolean withSecrets) {
            assertThat(withSecrets).isFalse();
            if (isBroken) {
                throw new AudioFixException(Remedy.FIX_FILE, "damaged");
            }
            String name = "arrtheaudio_backup_"
                    + clock.instant().toString().replaceAll("[-:Z]", "").replace('T', '_') + ".tar.gz";
            BackupFile file =
                    archives.write(place, name, InMemoryBackupArchives.label(clock.instant()), FOLDER, Map.of());
            made++;
            return file;
        }

        @Override
        public Backup look(Path file) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Restored restore(Path file) {
            throw new AssertionError("not asked for");
        }
    }
}
