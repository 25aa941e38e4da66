package io.arrtheaudio.domain.journal;

import io.arrtheaudio.domain.edit.FileIdentity;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/**
 * Which entries of the journal. Every part that is not empty must fit.
 *
 * @param id the entry itself, or the entries that take it back
 * @param path the file's path, symbolic links resolved; the empty path for every file
 * @param fileKey the file's key before or after the change; empty for every file. Where a path is given too, one of the
 *     two must fit
 * @param cause what asked for the change
 * @param since not older than this
 * @param atMost how many at most, the newest first
 */
public record JournalQuery(String id, Path path, String fileKey, String cause, Instant since, int atMost) {

    private static final Path ANY_PATH = Path.of("");

    /** Every entry. */
    public static final JournalQuery EVERYTHING =
            new JournalQuery("", ANY_PATH, "", "", Instant.EPOCH, Integer.MAX_VALUE);

    /** Checks the values. */
    public JournalQuery {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(fileKey, "fileKey");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(since, "since");
        if (atMost < 1) {
            throw new IllegalArgumentException("atMost was " + atMost + " but must be at least 1");
        }
    }

    /** The entry of this name, and those that take it back. */
    public static JournalQuery about(String id) {
        return new JournalQuery(id, ANY_PATH, "", "", Instant.EPOCH, Integer.MAX_VALUE);
    }

    /** The entries of one file, found by its path or by its key. */
    public static JournalQuery ofFile(Path path, String fileKey) {
        return new JournalQuery("", path, fileKey, "", Instant.EPOCH, Integer.MAX_VALUE);
    }

    /** The entries that one cause led to. */
    public static JournalQuery ofCause(String cause) {
        return new JournalQuery("", ANY_PATH, "", cause, Instant.EPOCH, Integer.MAX_VALUE);
    }

    /** The entries since a moment. */
    public static JournalQuery since(Instant moment) {
        return new JournalQuery("", ANY_PATH, "", "", moment, Integer.MAX_VALUE);
    }

    /** The same, but not more than so many. */
    public JournalQuery atMost(int entries) {
        return new JournalQuery(id, path, fileKey, cause, since, entries);
    }

    /** Whether an entry fits; the number of entries is the caller's to watch. */
    public boolean fits(JournalEntry entry) {
        return (id.isEmpty() || entry.id().equals(id) || entry.change().undoes().equals(id))
                && fitsFile(entry)
                && (cause.isEmpty() || entry.change().cause().equals(cause))
                && !entry.change().at().isBefore(since);
    }

    private boolean fitsKey(FileIdentity file) {
        return !fileKey.isEmpty() && file.key().equals(fileKey);
    }

    private boolean fitsFile(JournalEntry entry) {
        boolean anyPath = path.equals(ANY_PATH);
        if (anyPath && fileKey.isEmpty()) {
            return true;
        }
        boolean fitsPath = !anyPath && entry.change().file().path().equals(path);
        return fitsPath || fitsKey(entry.change().file()) || fitsKey(entry.after());
    }
}
