package io.arrtheaudio.port.in;

import io.arrtheaudio.domain.backup.BackupFile;

/**
 * Makes backups where the settings say, without secrets.
 *
 * <p>Thread-safe.
 */
@FunctionalInterface
public interface BackupRound {

    /**
     * Makes one, and removes the oldest if there are more than the settings want.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException as {@link BackupDesk#make} does; nothing is removed then
     */
    BackupFile makeNext();
}
