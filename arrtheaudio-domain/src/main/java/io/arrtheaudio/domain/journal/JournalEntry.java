package io.arrtheaudio.domain.journal;

import io.arrtheaudio.domain.edit.FileIdentity;
import java.util.Objects;

/**
 * One recorded change.
 *
 * @param id names it: a number; a later entry has a greater one
 * @param owner which run of the program made it
 * @param change what was to be done
 * @param state how far it has come
 * @param after which file it was afterwards, in the state it had then; the one before while the entry is open
 */
public record JournalEntry(String id, String owner, PlannedChange change, EntryState state, FileIdentity after) {

    /** Checks the values. */
    public JournalEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(after, "after");
    }

    /** Whether nobody knows yet what became of it. */
    public boolean isOpen() {
        return state == EntryState.OPEN;
    }

    /** Whether it takes another one back. */
    public boolean isUndo() {
        return !change.undoes().isEmpty();
    }

    /** The same entry with its end. */
    public JournalEntry ended(EntryState how, FileIdentity afterwards) {
        if (!isOpen()) {
            throw new IllegalStateException("entry " + id + " is " + state + " and cannot become " + how);
        }
        if (how == EntryState.OPEN) {
            throw new IllegalArgumentException("entry " + id + " cannot end as " + how);
        }
        return new JournalEntry(id, owner, change, how, afterwards);
    }
}
