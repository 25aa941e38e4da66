package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * A database for those who only look: nothing of the data folder is made, brought up to date or written to. Beside a program
 * that writes it takes part in SQLite's locking; without one it looks at the file as at one that cannot change, and looks
 * again if it did.
 *
 * <p>What a killed program left behind SQLite reads only with the index of its write-ahead log ({@code -shm}), which it makes
 * or makes anew then where this user may. The index holds nothing that is not in the log; that it could be kept in memory
 * ({@code readonly_shm}) is of no use, for then no database of the same program could be written to.
 *
 * <p>Thread-safe.
 */
final class ReadOnlyDatabase implements Reads {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int ATTEMPTS = 20;

    private final DataFolder folder;
    private final Path file;
    private final List<Migration> known;
    private final Duration patience;
    private Optional<Look> look = Optional.empty();

    private ReadOnlyDatabase(DataFolder folder, List<Migration> known, Duration patience) {
        this.folder = folder;
        this.file = folder.database();
        this.known = known;
        this.patience = patience;
    }

    /** Opens nothing yet. */
    static ReadOnlyDatabase of(DataFolder folder) {
        return of(folder, Migration.ALL, PATIENCE);
    }

    static ReadOnlyDatabase of(DataFolder folder, List<Migration> known, Duration patience) {
        NativeLibrary.useIn(folder);
        return new ReadOnlyDatabase(folder, known, patience);
    }

    /**
     * {@inheritDoc}
     *
     * @throws AudioFixException as {@link Database#open} does if this is no database, or one of a newer version
     */
    @Override
    public synchronized <T> T read(String attempt, Function<Handle, T> work) {
        for (int i = 0; i < ATTEMPTS; i++) {
            Seen before = Seen.of(file);
            try {
                T result = work.apply(handle(before));
                if (before.isShared() || before.equals(Seen.of(file))) {
                    return result;
                }
            } catch (JdbiException | AudioFixException e) {
                if (before.equals(Seen.of(file))) {
                    close();
                    throw e instanceof AudioFixException told ? told : SqliteProblem.opening(file, e);
                }
            }
            close(); // what was read may be of two states
        }
        throw new AudioFixException(
                Remedy.RETRY_LATER,
                "cannot " + attempt + " in " + file + ": it changed " + ATTEMPTS + " times meanwhile; try again later");
    }

    @Override
    public synchronized void close() {
        look.ifPresent(open -> open.handle().close());
        look = Optional.empty();
    }

    /** The shape it has. */
    Schema schema() {
        return read("look at the tables", handle -> Schema.of(handle, file, known));
    }

    /** Whether it has the shape that this program knows; an older one has not. */
    boolean isCurrent() {
        return schema().steps().size() == known.size();
    }

    /** The database itself. */
    Path file() {
        return file;
    }

    private Handle handle(Seen now) {
        if (look.isEmpty() || !look.get().seen().equals(now)) {
            close();
            expectDatabase();
            look = Optional.of(new Look(now, Database.connect(file, Sqlite.readOnly(file, now.options(), patience))));
            Schema.of(look.get().handle(), file, known); // refuses what is another program's, or a newer one's
        }
        return look.get().handle();
    }

    private void expectDatabase() {
        try {
            folder.expectDatabase();
        } catch (IOException e) {
            throw gone(file, e);
        }
    }

    private static AudioFixException gone(Path file, IOException e) {
        return new AudioFixException(
                Remedy.RETRY_LATER, "cannot look into " + file + ": " + e + "; is it still there?", e);
    }

    /** A connection, and what it was opened for. */
    private record Look(Seen seen, Handle handle) {}

    /**
     * A database file as it was at a moment.
     *
     * @param options how SQLite must open it
     * @param key what the file system calls it
     * @param size in bytes; 0 if other programs may change it under SQLite's locks
     * @param modified when it changed last; the epoch in that case
     */
    private record Seen(String options, Object key, long size, FileTime modified) {

        private static final String ALONE = "?mode=ro&immutable=1";
        private static final String LOCKED = "?mode=ro";

        static Seen of(Path file) {
            try {
                BasicFileAttributes told = Files.readAttributes(file, BasicFileAttributes.class);
                String options = options(file);
                boolean isAlone = options.equals(ALONE);
                return new Seen(
                        options,
                        Objects.requireNonNullElse(told.fileKey(), file),
                        isAlone ? told.size() : 0,
                        isAlone ? told.lastModifiedTime() : FileTime.fromMillis(0));
            } catch (IOException e) {
                throw gone(file, e);
            }
        }

        /** The log and its index are there as long as a program has the database open, or if one was killed. */
        private static String options(Path file) throws IOException {
            Path log = beside(file, "-wal");
            boolean isInUse = Files.exists(beside(file, "-shm"))
                    || Files.exists(beside(file, "-journal"))
                    || Files.exists(log) && Files.size(log) > 0;
            return isInUse ? LOCKED : ALONE;
        }

        private static Path beside(Path file, String ending) {
            return file.resolveSibling(file.getFileName() + ending);
        }

        boolean isShared() {
            return !options.equals(ALONE);
        }
    }
}
