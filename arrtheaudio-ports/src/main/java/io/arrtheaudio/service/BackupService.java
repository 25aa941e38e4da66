package io.arrtheaudio.service;

import io.arrtheaudio.domain.backup.Backup;
import io.arrtheaudio.domain.backup.BackupFile;
import io.arrtheaudio.domain.backup.BackupLabel;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.port.in.BackupDesk;
import io.arrtheaudio.port.out.BackupArchives;
import io.arrtheaudio.port.out.BackupExtras;
import io.arrtheaudio.port.out.Snapshots;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes backups of a snapshot, and puts back what was found to be whole. A backup that is put back is taken apart beside the
 * data, looked through there, and only then exchanged for what is there.
 *
 * <p>Thread-safe.
 */
public final class BackupService implements BackupDesk {

    /** The names of backups whose name nobody chose, as a regular expression; the last by name is the newest. */
    static final String NAMES = "arrtheaudio_backup_[0-9]{8}_[0-9]{6}\\.tar\\.gz";

    private static final Logger LOG = LoggerFactory.getLogger(BackupService.class);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'arrtheaudio_backup_'uuuuMMdd'_'HHmmss'.tar.gz'");

    private final Snapshots snapshots;
    private final BackupArchives archives;
    private final BackupExtras extras;
    private final BooleanSupplier isInUse;
    private final BackupRules rules;
    private final InstantSource clock;

    /**
     * Everything from outside is handed in.
     *
     * @param isInUse whether a program that changes files has the data folder in use
     */
    public BackupService(
            Snapshots snapshots,
            BackupArchives archives,
            BackupExtras extras,
            BooleanSupplier isInUse,
            BackupRules rules,
            InstantSource clock) {
        this.snapshots = snapshots;
        this.archives = archives;
        this.extras = extras;
        this.isInUse = isInUse;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public BackupFile make(Path place, boolean withSecrets) {
        Instant now = clock.instant();
        try (Snapshots.Snapshot copy = snapshots.take()) {
            return archives.write(
                    place,
                    NAME.format(now.atZone(rules.zone())),
                    new BackupLabel(now.truncatedTo(ChronoUnit.SECONDS), rules.program(), copy.schema(), withSecrets),
                    copy.file(),
                    extras.parts(withSecrets));
        }
    }

    @Override
    public Backup look(Path file) {
        return archives.verify(file);
    }

    @Override
    public Restored restore(Path file) {
        archives.verify(file); // so that nothing at all is made for a file that is no backup
        expectNobody();
        Path staged = snapshots.stage();
        try {
            Backup backup = archives.unpack(file, staged);
            int schema = snapshots.examine(staged);
            if (schema != backup.label().schema()) {
                throw new AudioFixException(
                        Remedy.FIX_FILE,
                        "cannot restore " + file + ": it says that its tables are of version "
                                + backup.label().schema() + ", but they are of version " + schema
                                + "; nothing was changed");
            }
            expectNobody();
            Path replaced = snapshots.replaceBy(staged);
            LOG.info("{} was put back; what was there before lies in {}", file, replaced);
            return new Restored(backup, replaced);
        } finally {
            snapshots.discard(staged);
        }
    }

    private void expectNobody() {
        if (isInUse.getAsBoolean()) {
            throw new AudioFixException(
                    Remedy.RETRY_LATER,
                    "cannot restore while the daemon or a command that changes files uses the data folder; stop it, and"
                            + " try again; nothing was changed");
        }
    }
}
