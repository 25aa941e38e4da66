package io.arrtheaudio.launcher.server;

import io.arrtheaudio.adapter.files.journal.LockFiles;
import io.arrtheaudio.adapter.jdbi.Database;
import io.arrtheaudio.adapter.jdbi.DatabaseSettings;
import io.arrtheaudio.adapter.jdbi.DatabaseView;
import io.arrtheaudio.adapter.jdbi.JdbiEditJournal;
import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.domain.journal.PlannedChange;
import io.arrtheaudio.port.out.EditJournal;
import io.arrtheaudio.port.out.JournalView;
import java.util.List;
import java.util.Optional;

/**
 * The journal in a data folder, opened as late as can be: whoever only looks makes nothing there, and the first change makes
 * the database. Opening costs a command more than all the rest of its work.
 *
 * <p>Thread-safe.
 */
final class JournalOnDemand implements EditJournal, AutoCloseable {

    private final DatabaseSettings settings;
    private Optional<Writing> writing = Optional.empty();
    private Optional<DatabaseView> view = Optional.empty();
    private boolean hasLooked;

    JournalOnDemand(DatabaseSettings settings) {
        this.settings = settings;
    }

    /** What is open once something was to be written. */
    private record Writing(LockFiles locks, Database database, EditJournal journal) {}

    @Override
    public JournalEntry begin(PlannedChange change) {
        return forWriting().begin(change);
    }

    @Override
    public void end(JournalEntry entry, EntryState how, FileIdentity after) {
        forWriting().end(entry, how, after);
    }

    /** Where there is no database, nothing can have been abandoned. */
    @Override
    public List<JournalEntry> takeAbandoned() {
        return Database.isThere(settings) ? forWriting().takeAbandoned() : List.of();
    }

    @Override
    public Optional<JournalEntry> openEntryOf(FileIdentity file) {
        return forLooking().flatMap(journal -> journal.openEntryOf(file));
    }

    @Override
    public List<JournalEntry> find(JournalQuery query) {
        return forLooking().map(journal -> journal.find(query)).orElse(List.of());
    }

    private synchronized EditJournal forWriting() {
        if (writing.isEmpty()) {
            Database database = Database.open(settings);
            LockFiles locks = LockFiles.in(settings.dataFolder().resolve("locks"));
            writing = Optional.of(new Writing(locks, database, new JdbiEditJournal(database, locks)));
        }
        return writing.get().journal();
    }

    private synchronized Optional<JournalView> forLooking() {
        if (writing.isPresent()) {
            return Optional.of(writing.get().journal());
        }
        if (!hasLooked) {
            hasLooked = true;
            view = DatabaseView.openExisting(settings.dataFolder());
        }
        return view.map(DatabaseView::journal);
    }

    @Override
    public synchronized void close() {
        view.ifPresent(DatabaseView::close);
        writing.ifPresent(open -> {
            open.database().close();
            open.locks().close();
        });
        view = Optional.empty();
        writing = Optional.empty();
    }
}
