package io.arrtheaudio.port.in;

import io.arrtheaudio.domain.backup.Backup;
import io.arrtheaudio.domain.backup.BackupFile;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Makes backups while the program works, and puts them back while it does not.
 *
 * <p>Thread-safe.
 */
public interface BackupDesk {

    /**
     * Makes a backup.
     *
     * @param place the file to be made, or a folder that is there, in which it gets a name with the time in it
     * @param withSecrets whether keys are to be in it
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_SETTINGS} if there is nothing to back up or no
     *     file can be made there, {@code FIX_FILE} if the database is damaged, {@code RETRY_LATER} if there is no room
     */
    BackupFile make(Path place, boolean withSecrets);

    /**
     * Looks through a backup; nothing is changed.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_FILE} if it is damaged or no backup
     */
    Backup look(Path file);

    /**
     * Puts a backup in the place of what is there, after everything in it was verified. What was there lies beside it
     * afterwards.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_FILE} if it is damaged or no backup,
     *     {@code FIX_SETTINGS} if a newer program made it, {@code RETRY_LATER} if a program uses the data; nothing has
     *     changed then
     */
    Restored restore(Path file);

    /**
     * A backup that was put back.
     *
     * @param backup what was in it
     * @param replaced the folder in which what was there before lies now
     */
    record Restored(Backup backup, Path replaced) {

        /** Checks the values. */
        public Restored {
            Objects.requireNonNull(backup, "backup");
            Objects.requireNonNull(replaced, "replaced");
        }
    }
}
