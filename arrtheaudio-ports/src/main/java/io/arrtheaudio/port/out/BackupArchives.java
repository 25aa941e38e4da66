package io.arrtheaudio.port.out;

import io.arrtheaudio.domain.backup.Backup;
import io.arrtheaudio.domain.backup.BackupFile;
import io.arrtheaudio.domain.backup.BackupLabel;
import io.arrtheaudio.domain.backup.BackupPart;
import java.nio.file.Path;
import java.util.Map;

/**
 * Backups as single files.
 *
 * <p>Thread-safe.
 */
public interface BackupArchives {

    /**
     * Writes a backup that only this user may read. It is whole and on disk when this returns; until then there is no file
     * of that name.
     *
     * @param place the file to be made, of which there is nothing yet, or a folder that is there
     * @param name what it is called in such a folder
     * @param database a copy of the database that nobody writes to
     * @param others the other parts, whole
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_SETTINGS} if there is something of that name or it
     *     cannot be written there, {@code RETRY_LATER} if there is no room
     */
    BackupFile write(Path place, String name, BackupLabel label, Path database, Map<BackupPart, byte[]> others);

    /**
     * Reads a backup to its end and compares everything with what it says of itself.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_FILE} if it is damaged, cut off or no backup, or
     *     holds anything that a backup does not
     */
    Backup verify(Path file);

    /**
     * Takes a backup apart.
     *
     * @param folder an empty one, for the parts by their names
     * @throws io.arrtheaudio.domain.failure.AudioFixException as {@link #verify}; {@code RETRY_LATER} if there is no room.
     *     What lies in the folder is of no use then
     */
    Backup unpack(Path file, Path folder);

    /**
     * Removes all but the newest of some files in a folder, the newest being the last by their names; folders stay.
     *
     * @param names the names of those that may be removed, as a regular expression
     * @param most how many of them stay
     * @return how many were removed
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_SETTINGS} if that is not permitted
     */
    int keepNewest(Path folder, String names, int most);

    /**
     * Makes a folder that only this user may look into, if it is not there.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_SETTINGS} if that is not permitted
     */
    void makeFolder(Path folder);
}
