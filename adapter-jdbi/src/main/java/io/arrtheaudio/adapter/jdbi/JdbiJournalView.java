package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.port.out.JournalView;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the journal in SQLite remembers, for commands that only look.
 *
 * <p>Thread-safe, and safe among processes.
 */
public final class JdbiJournalView implements JournalView, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JdbiJournalView.class);

    private final Reads database;

    JdbiJournalView(Reads database) {
        this.database = database;
    }

    /**
     * Opens the journal of a data folder, which is left as it is: nothing in it is made, brought up to date or written to.
     *
     * @return empty if there is none yet, or if it cannot be read, of which the log tells the reason: it is another
     *     program's, a newer or older ArrTheAudio's, damaged, locked, or not this user's to read
     */
    public static Optional<JdbiJournalView> openExisting(Path dataFolder) {
        return DataFolder.withDatabase(dataFolder).flatMap(folder -> open(ReadOnlyDatabase.of(folder)));
    }

    static Optional<JdbiJournalView> open(ReadOnlyDatabase database) {
        try {
            if (database.isCurrent()) {
                return Optional.of(new JdbiJournalView(database));
            }
            LOG.warn(
                    "earlier changes are not known here: an older ArrTheAudio made {}; the next command that changes a"
                            + " file brings it up to date",
                    database.file());
        } catch (AudioFixException e) {
            LOG.warn("earlier changes are not known here: {}", e.getMessage());
        }
        database.close();
        return Optional.empty();
    }

    @Override
    public Optional<JournalEntry> openEntryOf(FileIdentity file) {
        return database.read("look for a change of " + file.path(), handle -> EntryQuery.openOf(handle, file));
    }

    @Override
    public List<JournalEntry> find(JournalQuery query) {
        return database.read("look for changes", handle -> EntryQuery.find(handle, query));
    }

    @Override
    public void close() {
        database.close();
    }
}
