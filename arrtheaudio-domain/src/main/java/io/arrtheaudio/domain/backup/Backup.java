package io.arrtheaudio.domain.backup;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a backup says of itself, before anything of it is used.
 *
 * @param label what is written on it
 * @param entries its files, each part at most once; the database is always there
 */
public record Backup(BackupLabel label, List<BackupEntry> entries) {

    /** Checks the values; the list is copied. */
    public Backup {
        Objects.requireNonNull(label, "label");
        entries = List.copyOf(entries);
        Set<BackupPart> parts = new HashSet<>();
        for (BackupEntry entry : entries) {
            if (!parts.add(entry.part())) {
                throw new IllegalArgumentException(
                        "entries held " + entry.part().fileName() + " twice");
            }
        }
        if (!parts.contains(BackupPart.DATABASE)) {
            throw new IllegalArgumentException("entries did not hold " + BackupPart.DATABASE.fileName());
        }
    }

    /** Whether a part is in it. */
    public boolean has(BackupPart part) {
        return entries.stream().anyMatch(entry -> entry.part() == part);
    }

    /** How many bytes it comes to when it is taken apart. */
    public long size() {
        return entries.stream().mapToLong(BackupEntry::size).sum();
    }
}
