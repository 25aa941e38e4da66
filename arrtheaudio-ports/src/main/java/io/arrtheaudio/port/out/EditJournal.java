package io.arrtheaudio.port.out;

import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.PlannedChange;
import java.util.List;

/**
 * Remembers every change before it is made, whatever happens to the program or the power afterwards. Entries stay until
 * somebody asks to delete them. Several programs may share one journal; each has an owner's name of its own. An interrupt
 * of the calling thread is kept for later and stops nothing.
 *
 * <p>Thread-safe, and safe among processes.
 */
public interface EditJournal extends JournalView {

    /**
     * Records a change that is about to be made. On disk when this returns.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code RETRY_LATER} if a change of the same file is open
     *     (one with the same key or, where it has none, the same path), or the journal cannot be written; {@code FIX_FILE}
     *     if the file's name cannot be written down. The file must not be changed then
     */
    JournalEntry begin(PlannedChange change);

    /**
     * Records how an open entry ended. Survives the end of the program when this returns, but need not be on disk: an end
     * that a power cut takes back leaves the entry open, and recovery finds the file as it is. It is on disk at the latest
     * when the next entry is.
     *
     * @param after the file as it is now
     * @throws IllegalStateException if it has ended already, or does not belong to this run
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code RETRY_LATER} if the journal cannot be written; the
     *     entry stays open, and recovery will find the file as it is
     */
    void end(JournalEntry entry, EntryState how, FileIdentity after);

    /**
     * The open entries whose owners are gone. They belong to the caller from now on: no other program gets them too.
     * Entries of programs that still run are never among them.
     */
    List<JournalEntry> takeAbandoned();
}
