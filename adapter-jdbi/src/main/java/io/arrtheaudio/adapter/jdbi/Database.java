package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.failure.AudioFixException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The one SQLite file of a data folder. Several programs may have it open.
 *
 * <p>Thread-safe.
 */
public final class Database implements AutoCloseable {

    private final Path file;
    private final CommitQueue queue;

    private Database(Path file, CommitQueue queue) {
        this.file = file;
        this.queue = queue;
    }

    /**
     * Opens it; makes folder and file, and brings the file up to date, where that is needed.
     *
     * @throws AudioFixException {@code FIX_SETTINGS} if the folder cannot be used, belongs to somebody else, or holds a
     *     database of a newer program; {@code FIX_FILE} if the file is something else or damaged, it is left as it is then;
     *     {@code RETRY_LATER} if another program keeps it locked, or the disk is full
     */
    public static Database open(DatabaseSettings settings) {
        return open(settings, InstantSource.system(), Migration.ALL);
    }

    /** Opens it as a program that knows these steps. */
    static Database open(DatabaseSettings settings, InstantSource clock, List<Migration> steps) {
        DataFolder folder = DataFolder.of(settings);
        NativeLibrary.provideIn(folder);
        Handle handle = connect(folder.database());
        try {
            new SchemaUpdate(folder, handle, clock, steps).run();
            return new Database(folder.database(), new CommitQueue(handle));
        } catch (JdbiException e) {
            handle.close();
            throw SqliteProblem.opening(folder.database(), e);
        } catch (RuntimeException | Error e) {
            handle.close();
            throw e;
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
        try {
            return queue.write(work);
        } catch (JdbiException e) {
            throw SqliteProblem.inUse(attempt, file, e);
        }
    }

    /**
     * Looks something up.
     *
     * @param attempt what, for people: "look for changes"
     * @throws AudioFixException {@code RETRY_LATER} if it cannot be read
     */
    <T> T read(String attempt, Function<Handle, T> work) {
        try {
            return queue.read(work);
        } catch (JdbiException e) {
            throw SqliteProblem.inUse(attempt, file, e);
        }
    }

    private static Handle connect(Path file) {
        try {
            Connection connection = Sqlite.dataSource(file).getConnection();
            return Jdbi.create(() -> connection).open(); // as a supply of one, so that the handle closes it
        } catch (SQLException e) {
            throw SqliteProblem.opening(file, e);
        }
    }
}
