package io.arrtheaudio.domain.backup;

import java.util.Arrays;
import java.util.Optional;

/** What can be in a backup. There is nothing else, so that a backup can put nothing else anywhere. */
public enum BackupPart {
    /** Jobs, changes, answers about titles, and who asked for what. */
    DATABASE("arrtheaudio.db", 1L << 40),
    /** The settings file, for people: it is put beside the data and not used. */
    SETTINGS("settings.yaml", 1L << 20),
    /** The key that callers show. */
    API_KEY("api.key", 1L << 12);

    private final String fileName;
    private final long mostBytes;

    BackupPart(String fileName, long mostBytes) {
        this.fileName = fileName;
        this.mostBytes = mostBytes;
    }

    /** The part whose file has this name, if there is one. */
    public static Optional<BackupPart> named(String fileName) {
        return Arrays.stream(values())
                .filter(part -> part.fileName.equals(fileName))
                .findFirst();
    }

    /** The name of its file, in the backup and in the data folder. */
    public String fileName() {
        return fileName;
    }

    /** More than it ever has, in bytes. */
    public long mostBytes() {
        return mostBytes;
    }
}
