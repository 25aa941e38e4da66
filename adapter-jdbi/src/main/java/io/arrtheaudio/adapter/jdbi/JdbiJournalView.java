package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.port.out.JournalView;
import java.util.List;
import java.util.Optional;

/**
 * What the journal in SQLite remembers.
 *
 * <p>Thread-safe, and safe among processes.
 */
final class JdbiJournalView implements JournalView {

    /** The step since which the journal has the shape that is read here. */
    static final int SINCE = 1;

    private final Reads database;

    JdbiJournalView(Reads database) {
        this.database = database;
    }

    @Override
    public Optional<JournalEntry> openEntryOf(FileIdentity file) {
        return database.read("look for a change of " + file.path(), handle -> EntryQuery.openOf(handle, file));
    }

    @Override
    public List<JournalEntry> find(JournalQuery query) {
        return database.read("look for changes", handle -> EntryQuery.find(handle, query));
    }
}
