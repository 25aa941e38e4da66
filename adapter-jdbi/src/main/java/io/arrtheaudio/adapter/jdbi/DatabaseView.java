package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.port.out.FiguresView;
import io.arrtheaudio.port.out.JobView;
import io.arrtheaudio.port.out.JournalView;
import io.arrtheaudio.port.out.LanguageCacheView;
import io.arrtheaudio.port.out.ToldTitleView;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database of a data folder for commands that only look: one connection, whatever is looked for.
 *
 * <p>Thread-safe.
 */
public final class DatabaseView implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseView.class);

    private final ReadOnlyDatabase database;

    private DatabaseView(ReadOnlyDatabase database) {
        this.database = database;
    }

    /**
     * Opens the database of a data folder, which is left as it is: nothing in it is made, brought up to date or written to.
     *
     * @return empty if there is none yet, or if it cannot be read, of which the log tells the reason: it is another
     *     program's, a newer ArrTheAudio's, unfinished, damaged, locked, or not this user's to read
     */
    public static Optional<DatabaseView> openExisting(Path dataFolder) {
        return DataFolder.withDatabase(dataFolder).flatMap(folder -> open(ReadOnlyDatabase.of(folder)));
    }

    static Optional<DatabaseView> open(ReadOnlyDatabase database) {
        try {
            if (database.schema().version() >= JdbiJournalView.SINCE) {
                return Optional.of(new DatabaseView(database));
            }
            LOG.warn("earlier changes are not known here: {} has no journal yet", database.file());
        } catch (AudioFixException e) {
            LOG.warn("earlier changes are not known here: {}", e.getMessage());
        }
        database.close();
        return Optional.empty();
    }

    /** The changes; usable until this is closed. */
    public JournalView journal() {
        return new JdbiJournalView(database);
    }

    /** The answers about titles, none in the database of an older program; usable until this is closed. */
    public LanguageCacheView languages() {
        return new JdbiLanguageCacheView(database);
    }

    /** What Arr apps told of titles, nothing in the database of an older program; usable until this is closed. */
    public ToldTitleView told() {
        return new JdbiToldTitlesView(database);
    }

    /** How much is remembered; usable until this is closed. */
    public FiguresView figures() {
        return new JdbiFigures(database);
    }

    /** The jobs, if the database is not that of an older program; usable until this is closed. */
    public Optional<JobView> jobs() {
        return database.schema().version() >= JdbiJobView.SINCE
                ? Optional.of(new JdbiJobView(database))
                : Optional.empty();
    }

    /** The version of SQLite. */
    public String sqlite() {
        return database.read(
                "ask for the version of SQLite",
                handle -> handle.select("SELECT sqlite_version()")
                        .mapTo(String.class)
                        .one());
    }

    @Override
    public void close() {
        database.close();
    }
}
