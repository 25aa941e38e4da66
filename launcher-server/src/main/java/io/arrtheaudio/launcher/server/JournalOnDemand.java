package io.arrtheaudio.launcher.server;

import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.domain.journal.PlannedChange;
import io.arrtheaudio.port.out.EditJournal;
import java.util.List;
import java.util.Optional;

/**
 * The journal in a database that is opened as late as can be. Where it may only be looked at, nothing begins or ends, and
 * what was abandoned stays so.
 *
 * <p>Thread-safe.
 */
final class JournalOnDemand implements EditJournal {

    private final DatabaseOnDemand database;

    JournalOnDemand(DatabaseOnDemand database) {
        this.database = database;
    }

    @Override
    public JournalEntry begin(PlannedChange change) {
        return database.journalToWrite().begin(change);
    }

    @Override
    public void end(JournalEntry entry, EntryState how, FileIdentity after) {
        database.journalToWrite().end(entry, how, after);
    }

    /** Where there is no database, nothing can have been abandoned. */
    @Override
    public List<JournalEntry> takeAbandoned() {
        return database.hasSomethingToChange() ? database.journalToWrite().takeAbandoned() : List.of();
    }

    @Override
    public Optional<JournalEntry> openEntryOf(FileIdentity file) {
        return database.journalToRead().flatMap(journal -> journal.openEntryOf(file));
    }

    @Override
    public List<JournalEntry> find(JournalQuery query) {
        return database.journalToRead().map(journal -> journal.find(query)).orElse(List.of());
    }
}
