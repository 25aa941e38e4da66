package io.arrtheaudio.domain.backup;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A backup that lies on a disk.
 *
 * @param file where
 * @param size of that file in bytes
 * @param backup what is in it
 */
public record BackupFile(Path file, long size, Backup backup) {

    /** Checks the values. */
    public BackupFile {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(backup, "backup");
        if (size < 0) {
            throw new IllegalArgumentException("size of " + file + " was " + size + " but must not be negative");
        }
    }
}
