package io.arrtheaudio.bench;

import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.domain.journal.PlannedChange;
import io.arrtheaudio.port.out.EditJournal;
import java.util.List;
import java.util.Optional;

/** Remembers nothing: what is left without it is the change alone. Thread-safe. */
final class NoJournal implements EditJournal {

    @Override
    public JournalEntry begin(PlannedChange change) {
        return new JournalEntry("none", "nobody", change, EntryState.OPEN, change.file());
    }

    @Override
    public void end(JournalEntry entry, EntryState how, FileIdentity after) {
        // there is nothing to end
    }

    @Override
    public List<JournalEntry> takeAbandoned() {
        return List.of();
    }

    @Override
    public Optional<JournalEntry> openEntryOf(FileIdentity file) {
        return Optional.empty();
    }

    @Override
    public List<JournalEntry> find(JournalQuery query) {
        return List.of();
    }
}
