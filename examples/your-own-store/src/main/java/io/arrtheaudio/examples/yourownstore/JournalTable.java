package io.arrtheaudio.examples.yourownstore;

import io.arrtheaudio.adapter.files.journal.EntryFormat;
import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.domain.journal.PlannedChange;
import io.arrtheaudio.port.out.EditJournal;
import io.arrtheaudio.port.out.OwnerLocks;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The journal of changes as one table of a program's own database: an entry is a few columns to find it by, and its bytes. The
 * unique index keeps two programs from changing one file at once.
 *
 * <p>Thread-safe, and safe among processes.
 */
final class JournalTable implements EditJournal {

    private final MyDatabase database;
    private final OwnerLocks owners;

    /** Makes the table if need be. Both are the caller's to close. */
    JournalTable(MyDatabase database, OwnerLocks owners) {
        this.database = database;
        this.owners = owners;
        database.inTransaction("make the table of changes", () -> {
            database.change("CREATE TABLE IF NOT EXISTS audio_change"
                    + " (id INTEGER PRIMARY KEY, owner TEXT, file TEXT, is_open INTEGER, entry BLOB)");
            return database.change("CREATE UNIQUE INDEX IF NOT EXISTS one_open_change_of_a_file"
                    + " ON audio_change (file) WHERE is_open = 1");
        });
    }

    @Override
    public JournalEntry begin(PlannedChange change) {
        return database.inTransaction("record a change of " + change.file().path(), () -> {
            List<JournalEntry> last = select("ORDER BY id DESC LIMIT 1");
            long id = last.isEmpty() ? 1 : Long.parseLong(last.get(0).id()) + 1;
            JournalEntry entry =
                    new JournalEntry(String.valueOf(id), owners.mine(), change, EntryState.OPEN, change.file());
            database.change(
                    "INSERT INTO audio_change (id, owner, file, is_open, entry) VALUES (?, ?, ?, 1, ?)",
                    id,
                    entry.owner(),
                    nameOf(change.file()),
                    EntryFormat.bytes(entry));
            return entry;
        });
    }

    @Override
    public void end(JournalEntry entry, EntryState how, FileIdentity after) {
        if (!replace(entry, owners.mine(), entry.ended(how, after))) {
            throw new IllegalStateException("entry " + entry.id() + " is not open, or not of " + owners.mine());
        }
    }

    /** Each goes to one of those who ask at once: to whoever is the first to write its name over that of the dead owner. */
    @Override
    public List<JournalEntry> takeAbandoned() {
        List<JournalEntry> taken = new ArrayList<>();
        for (JournalEntry entry : look("look for abandoned changes", "WHERE is_open = 1")) {
            JournalEntry mine =
                    new JournalEntry(entry.id(), owners.mine(), entry.change(), entry.state(), entry.after());
            if (owners.isFree(entry.owner()) && replace(entry, entry.owner(), mine)) {
                taken.add(mine);
            }
        }
        return taken;
    }

    @Override
    public Optional<JournalEntry> openEntryOf(FileIdentity file) {
        String attempt = "look for a change of " + file.path();
        return look(attempt, "WHERE is_open = 1 AND file = ?", nameOf(file)).stream()
                .findFirst();
    }

    @Override
    public List<JournalEntry> find(JournalQuery query) {
        return look("look for changes", "ORDER BY id DESC").stream()
                .filter(query::fits)
                .limit(query.atMost())
                .toList();
    }

    /** A file is the same as long as its key is, whatever it is called; where there are no keys the path counts. */
    private static String nameOf(FileIdentity file) {
        return file.key().isEmpty() ? "path " + file.path() : "key " + file.key();
    }

    private boolean replace(JournalEntry open, String owner, JournalEntry by) {
        int rows = database.inTransaction(
                "record what became of entry " + open.id(),
                () -> database.change(
                        "UPDATE audio_change SET owner = ?, is_open = ?, entry = ?"
                                + " WHERE id = ? AND owner = ? AND is_open = 1",
                        by.owner(),
                        by.isOpen(),
                        EntryFormat.bytes(by),
                        Long.parseLong(open.id()),
                        owner));
        return rows == 1;
    }

    private List<JournalEntry> look(String attempt, String which, Object... values) {
        return database.inTransaction(attempt, () -> select(which, values));
    }

    private List<JournalEntry> select(String which, Object... values) throws SQLException {
        List<JournalEntry> entries = new ArrayList<>();
        for (byte[] bytes : database.select("SELECT entry FROM audio_change " + which, values)) {
            try {
                entries.add(EntryFormat.entry(bytes));
            } catch (IOException e) {
                throw new SQLException("an entry cannot be read: " + e.getMessage(), e);
            }
        }
        return entries;
    }
}
