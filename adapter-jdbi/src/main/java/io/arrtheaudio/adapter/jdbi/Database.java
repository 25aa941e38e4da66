package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one SQLite file of a data folder. Several programs may have it open.
 *
 * <p>Thread-safe.
 */
public final class Database implements Reads {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final Path file;
    private final Object key;
    private final CommitQueue queue;

    private Database(Path file, Handle handle) throws IOException {
        this.file = file;
        this.key = keyOf(file);
        this.queue = new CommitQueue(handle.setStatementBuilder(new KeptStatements()));
    }

    /**
     * Opens it; makes folder and file, and brings the file up to date, where that is needed.
     *
     * @throws AudioFixException {@code FIX_SETTINGS} if the folder cannot be used, belongs to somebody else, or holds a
     *     database of a newer program; {@code FIX_FILE} if the file is something else or damaged, it is left as it is then;
     *     {@code RETRY_LATER} if another program keeps it locked, or the disk is full
     */
    public static Database open(DatabaseSettings settings) {
        return open(settings, InstantSource.system(), Migration.ALL, Sqlite.PATIENCE);
    }

    /** Opens it as a program that knows these steps, and waits so long for others that write. */
    static Database open(DatabaseSettings settings, InstantSource clock, List<Migration> steps, Duration patience) {
        DataFolder folder = DataFolder.of(settings);
        NativeLibrary.provideIn(folder);
        return FolderLock.with(folder.lock(), () -> openLocked(folder, clock, steps, patience));
    }

    /** Whoever exchanges databases does so before or after: from here on SQLite shows that this one is in use. */
    private static Database openLocked(
            DataFolder folder, InstantSource clock, List<Migration> steps, Duration patience) {
        finishExchange(folder);
        Handle handle = connect(folder.database(), Sqlite.dataSource(folder.database(), patience));
        try {
            new SchemaUpdate(folder, handle, clock, steps).run();
            return new Database(folder.database(), handle);
        } catch (JdbiException | IOException e) {
            handle.close();
            throw SqliteProblem.opening(folder.database(), e);
        } catch (RuntimeException | Error e) {
            handle.close();
            throw e;
        }
    }

    private static void finishExchange(DataFolder folder) {
        try {
            new Exchange(folder).finish();
        } catch (IOException e) {
            throw new AudioFixException(
                    Remedy.RETRY_LATER,
                    "cannot end the restoring of a backup in " + folder.path() + ", which an earlier run did not: " + e,
                    e);
        }
    }

    /** Whether there is one in its folder already; nothing is made or opened. */
    public static boolean isThere(DatabaseSettings settings) {
        return DataFolder.withDatabase(settings.dataFolder()).isPresent();
    }

    /** How many bytes it takes on disk, with what is not merged into it yet; 0 if there is none. Does not open it. */
    public static long size(DatabaseSettings settings) {
        return DataFolder.withDatabase(settings.dataFolder())
                .map(DataFolder::database)
                .map(file -> sizeOf(file) + sizeOf(file.resolveSibling(file.getFileName() + "-wal")))
                .orElse(0L);
    }

    /** The write-ahead log comes and goes. */
    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            LOG.debug("{} is not there at the moment", file, e);
            return 0;
        }
    }

    /** The database itself; beside it lie files of SQLite with longer names. */
    public Path file() {
        return file;
    }

    /** Waits for whoever uses it; nobody can afterwards. */
    @Override
    public void close() {
        queue.close();
    }

    /**
     * Writes something that is on disk when this returns, wholly or, if it throws, not at all.
     *
     * @param attempt what, for people: "record a change of /tv/a.mkv"
     * @throws AudioFixException {@code RETRY_LATER} if it cannot be written
     */
    <T> T write(String attempt, Function<Handle, T> work) {
        return checked(attempt, () -> queue.write(work));
    }

    /**
     * Writes something that survives this program when this returns, wholly or, if it throws, not at all; a power cut may
     * take it back. Whatever is written or noted later is never there without it.
     *
     * @param attempt what, for people: "record the end of a change of /tv/a.mkv"
     * @throws AudioFixException {@code RETRY_LATER} if it cannot be written
     */
    <T> T note(String attempt, Function<Handle, T> work) {
        return checked(attempt, () -> queue.note(work));
    }

    private <T> T checked(String attempt, Supplier<T> writing) {
        try {
            T written = writing.get();
            expectSameFile(attempt);
            return written;
        } catch (JdbiException e) {
            throw problem(attempt, e);
        }
    }

    @Override
    public <T> T read(String attempt, Function<Handle, T> work) {
        try {
            return queue.read(work);
        } catch (JdbiException e) {
            throw problem(attempt, e);
        }
    }

    private AudioFixException problem(String attempt, JdbiException e) {
        expectSameFile(attempt); // else SQLite's words mislead
        return SqliteProblem.inUse(attempt, file, e);
    }

    /** What was written into a file without a name, or with another, nobody will find. */
    private void expectSameFile(String attempt) {
        if (!isSameFile()) {
            throw new AudioFixException(
                    Remedy.RETRY_LATER,
                    "cannot " + attempt + " in " + file
                            + ": somebody removed or replaced it while it was open; start the program again");
        }
    }

    private boolean isSameFile() {
        try {
            return keyOf(file).equals(key);
        } catch (IOException e) {
            LOG.debug("cannot look at {}", file, e);
            return false;
        }
    }

    private static Object keyOf(Path file) throws IOException {
        Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        return Objects.requireNonNullElse(key, file); // Windows has none, and does not let go of an open file
    }

    static Handle connect(Path file, DataSource source) {
        try {
            Connection connection = source.getConnection();
            Jdbi jdbi = Jdbi.create(() -> connection); // as a supply of one, so that the handle closes it
            jdbi.getConfig(SqlStatements.class)
                    .setTemplateEngine(TemplateEngine.NOP)
                    .setSqlParser(new NamedParameters());
            return jdbi.open();
        } catch (SQLException e) {
            throw SqliteProblem.opening(file, e);
        } catch (
                LinkageError
                        e) { // its own code cannot be loaded, and whoever asks next is told that a class is missing
            throw new AudioFixException(
                    Remedy.FIX_SETTINGS,
                    "cannot open " + file + ": the code of SQLite may not run where it lies (" + e.getMessage()
                            + "); name a folder whose disk is not mounted noexec, such as"
                            + " ARRTHEAUDIO_JAVA_OPTS=-Dorg.sqlite.tmpdir=/var/lib/arrtheaudio",
                    e);
        }
    }
}
