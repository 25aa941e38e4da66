package io.arrtheaudio.service;

import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.port.out.JournalView;
import java.util.Optional;

/**
 * Reads in the journal what became of changes.
 *
 * <p>Thread-safe.
 */
final class History {

    /** So many entries of one file are looked through for its last change; others of its path are of older files. */
    private static final int ENOUGH = 50;

    private final JournalView journal;

    History(JournalView journal) {
        this.journal = journal;
    }

    Optional<JournalEntry> entry(String id) {
        return journal.find(JournalQuery.about(id)).stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst();
    }

    /** Whether the change is in its file as far as the journal knows: done, and not taken back since. */
    boolean isInEffect(JournalEntry entry) {
        return entry.state() == EntryState.DONE && takenBackBy(entry).isEmpty();
    }

    /** The undo that took an entry back and was not taken back itself. */
    Optional<JournalEntry> takenBackBy(JournalEntry entry) {
        return journal.find(JournalQuery.about(entry.id())).stream()
                .filter(other -> other.change().undoes().equals(entry.id()))
                .filter(this::isInEffect)
                .findFirst();
    }

    /** The undo by which the user gave this very file back what it was, if that was the last thing that was done to it. */
    Optional<JournalEntry> pinOf(FileIdentity file) {
        return journal.find(JournalQuery.ofFile(file.path(), file.key()).atMost(ENOUGH)).stream()
                .filter(entry -> entry.state() == EntryState.DONE && isAbout(file, entry))
                .findFirst()
                .filter(this::takesAChangeBack);
    }

    /** An undo of an undo makes a change again. */
    private boolean takesAChangeBack(JournalEntry entry) {
        if (!entry.isUndo()) {
            return false;
        }
        Optional<JournalEntry> undone = entry(entry.change().undoes());
        return undone.isEmpty() || !takesAChangeBack(undone.get());
    }

    /** By its key, or by its path: after a restart of the machine many file systems call their files otherwise. */
    private static boolean isAbout(FileIdentity file, JournalEntry entry) {
        FileIdentity after = entry.after();
        boolean isKnown = !after.key().isEmpty() && after.key().equals(file.key())
                || after.path().equals(file.path());
        return isKnown && after.size() == file.size();
    }
}
