package io.arrtheaudio.kit;

import io.arrtheaudio.domain.backup.Backup;
import io.arrtheaudio.domain.backup.BackupEntry;
import io.arrtheaudio.domain.backup.BackupFile;
import io.arrtheaudio.domain.backup.BackupLabel;
import io.arrtheaudio.domain.backup.BackupPart;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.port.out.BackupArchives;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Backups that are only known by what they say of themselves. A place without a file ending counts as a folder. Strict: what
 * was not written cannot be read.
 */
public final class InMemoryBackupArchives implements BackupArchives {

    private static final String NO_BYTES = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final NavigableMap<Path, Backup> written = new TreeMap<>();
    private final Set<Path> folders = new TreeSet<>();

    /** A label of this version of the program. */
    public static BackupLabel label(Instant made) {
        return new BackupLabel(made, "0.1.0", 4, false);
    }

    /** What there is. */
    public synchronized List<Path> files() {
        return List.copyOf(written.keySet());
    }

    /** The folders that were made. */
    public synchronized List<Path> folders() {
        return List.copyOf(folders);
    }

    @Override
    public synchronized BackupFile write(
            Path place, String name, BackupLabel label, Path database, Map<BackupPart, byte[]> others) {
        Path file = place.getFileName().toString().contains(".") ? place : place.resolve(name);
        if (written.containsKey(file)) {
            throw new AudioFixException(Remedy.FIX_SETTINGS, "there is a file of that name: " + file);
        }
        List<BackupEntry> entries = new ArrayList<>();
        entries.add(new BackupEntry(BackupPart.DATABASE, 0, NO_BYTES));
        others.forEach((part, bytes) -> entries.add(new BackupEntry(part, bytes.length, NO_BYTES)));
        Backup backup = new Backup(label, entries);
        written.put(file, backup);
        return new BackupFile(file, 0, backup);
    }

    @Override
    public synchronized Backup verify(Path file) {
        if (!written.containsKey(file)) {
            throw new AudioFixException(Remedy.FIX_FILE, "cannot restore " + file + ": there is no such file");
        }
        return written.get(file);
    }

    @Override
    public Backup unpack(Path file, Path folder) {
        return verify(file);
    }

    @Override
    public synchronized int keepNewest(Path folder, String names, int most) {
        List<Path> fitting = written.descendingKeySet().stream()
                .filter(file -> folder.equals(file.getParent())
                        && file.getFileName().toString().matches(names))
                .skip(most)
                .toList();
        fitting.forEach(written::remove);
        return fitting.size();
    }

    @Override
    public synchronized void makeFolder(Path folder) {
        folders.add(folder);
    }
}
