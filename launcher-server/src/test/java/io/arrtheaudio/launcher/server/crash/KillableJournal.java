package io.arrtheaudio.launcher.server.crash;

import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.domain.journal.PlannedChange;
import io.arrtheaudio.port.out.EditJournal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A real journal, with places around what it records. */
record KillableJournal(EditJournal journal, Consumer<String> point) implements EditJournal {

    @Override
    public JournalEntry begin(PlannedChange change) {
        point.accept("before the entry");
        JournalEntry entry = journal.begin(change);
        point.accept("behind the entry");
        return entry;
    }

    @Override
    public void end(JournalEntry entry, EntryState how, FileIdentity after) {
        point.accept("before the entry's end");
        journal.end(entry, how, after);
        point.accept("behind the entry's end");
    }

    @Override
    public List<JournalEntry> takeAbandoned() {
        return journal.takeAbandoned();
    }

    @Override
    public Optional<JournalEntry> openEntryOf(FileIdentity file) {
        return journal.openEntryOf(file);
    }

    @Override
    public List<JournalEntry> find(JournalQuery query) {
        return journal.find(query);
    }
}
