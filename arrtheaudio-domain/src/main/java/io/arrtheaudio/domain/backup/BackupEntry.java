package io.arrtheaudio.domain.backup;

import java.util.Objects;

/**
 * One file of a backup.
 *
 * @param part what it is
 * @param size in bytes
 * @param sha256 of its bytes, in 64 hexadecimal digits
 */
public record BackupEntry(BackupPart part, long size, String sha256) {

    /** Checks the values. */
    public BackupEntry {
        Objects.requireNonNull(part, "part");
        if (size < 0 || size > part.mostBytes()) {
            throw new IllegalArgumentException(
                    "size of " + part.fileName() + " was " + size + " but must be 0 to " + part.mostBytes() + " bytes");
        }
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "sha256 of " + part.fileName() + " was '" + sha256 + "' but must be 64 hexadecimal digits");
        }
    }
}
