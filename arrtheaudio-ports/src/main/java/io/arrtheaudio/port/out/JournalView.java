package io.arrtheaudio.port.out;

import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.JournalQuery;
import java.util.List;
import java.util.Optional;

/**
 * What the journal remembers, for those who only look.
 *
 * <p>Thread-safe, and safe among processes.
 */
public interface JournalView {

    /** The open entry of a file, by its key or, where it has none, by its path. */
    Optional<JournalEntry> openEntryOf(FileIdentity file);

    /** The entries that fit, the newest first. */
    List<JournalEntry> find(JournalQuery query);
}
