package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.domain.journal.PlannedChange;
import io.arrtheaudio.domain.library.Spelling;
import io.arrtheaudio.port.out.EditJournal;
import io.arrtheaudio.port.out.JournalView;
import io.arrtheaudio.port.out.OwnerLocks;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.sqlite.SQLiteErrorCode;

/**
 * The journal in SQLite. That one file has one open entry is a unique index of the database, not a habit of this class, so
 * it holds among programs.
 *
 * <p>Thread-safe, and safe among processes.
 */
public final class JdbiEditJournal implements EditJournal {

    private final Database database;
    private final OwnerLocks owners;
    private final JournalView view;

    /** The journal of this run of the program, which closes neither. */
    public JdbiEditJournal(Database database, OwnerLocks owners) {
        this.database = database;
        this.owners = owners;
        this.view = new JdbiJournalView(database);
    }

    @Override
    public JournalEntry begin(PlannedChange change) {
        Spelling.expectSound(change.file().path(), "record a change of");
        String attempt = "record a change of " + change.file().path();
        String owner = owners.mine();
        try {
            long number = database.write(attempt, handle -> EntryTable.insert(handle, change, owner));
            return new JournalEntry(RowId.of(number), owner, change, EntryState.OPEN, change.file());
        } catch (AudioFixException e) {
            throw isTwice(e) ? alreadyOpen(change.file(), e) : e;
        }
    }

    @Override
    public void end(JournalEntry entry, EntryState how, FileIdentity after) {
        JournalEntry ended = entry.ended(how, after);
        String owner = owners.mine();
        int found = database.note(
                "record the end of a change of " + entry.change().file().path(),
                handle -> EntryTable.end(handle, ended, owner));
        if (found == 0) {
            throw new IllegalStateException("entry " + entry.id() + " is not open in " + database.file());
        }
    }

    @Override
    public List<JournalEntry> takeAbandoned() {
        String mine = owners.mine();
        List<String> gone = database.read("look for abandoned changes", EntryTable::ownersOfOpenEntries).stream()
                .filter(owner -> !owner.equals(mine) && owners.isFree(owner))
                .toList();
        if (gone.isEmpty()) {
            return List.of();
        }
        return database.write(
                "take over abandoned changes",
                handle -> gone.stream()
                        .flatMap(owner -> EntryTable.take(handle, owner, mine).stream())
                        .toList());
    }

    @Override
    public Optional<JournalEntry> openEntryOf(FileIdentity file) {
        return view.openEntryOf(file);
    }

    @Override
    public List<JournalEntry> find(JournalQuery query) {
        return view.find(query);
    }

    private static boolean isTwice(AudioFixException e) {
        return e.getCause() instanceof UnableToExecuteStatementException
                && SqliteProblem.codeOf(e) == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE;
    }

    private AudioFixException alreadyOpen(FileIdentity file, AudioFixException because) {
        String who = openEntryOf(file)
                .map(open -> "entry " + open.id() + " of " + open.owner())
                .orElse("it ended just now");
        return new AudioFixException(
                Remedy.RETRY_LATER,
                "cannot change " + file.path() + ": another change of it is under way (" + who + "); try again later",
                because);
    }
}
