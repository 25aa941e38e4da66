package io.arrtheaudio.service;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.port.out.EditJournal;
import io.arrtheaudio.port.out.MediaFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes what happens to files before and after it does, and what time they show.
 *
 * <p>Thread-safe.
 */
final class Book {

    private static final Logger LOG = LoggerFactory.getLogger(Book.class);

    private final MediaFiles files;
    private final EditJournal journal;
    private final MtimeRule mtime;
    private final InstantSource clock;
    private final OwnChanges own;

    Book(MediaFiles files, EditJournal journal, MtimeRule mtime, InstantSource clock, OwnChanges own) {
        this.files = files;
        this.journal = journal;
        this.mtime = mtime;
        this.clock = clock;
        this.own = own;
    }

    /** On disk when this returns; if it throws, the file must not be changed. */
    JournalEntry begin(Intent intent, Path replacement) {
        JournalEntry entry = journal.begin(intent.recorded(replacement, clock.instant()));
        own.isBegun(entry);
        return entry;
    }

    /**
     * The change is in the file. If even that cannot be noted, the entry stays open, and recovery will see that it is.
     *
     * @return what did not go as it should have
     */
    Optional<String> done(JournalEntry entry, Path file) {
        try {
            journal.end(entry, EntryState.DONE, files.stat(file).identity());
            own.isEnded(entry);
            return Optional.empty();
        } catch (AudioFixException e) {
            LOG.warn("the change of {} is made, but not noted as ended", file, e);
            return Optional.of("the journal could not note the end of the change yet; that is made up for later: "
                    + e.getMessage());
        }
    }

    /** The file is as it was. */
    void takenBack(JournalEntry entry) {
        try {
            journal.end(entry, EntryState.TAKEN_BACK, entry.change().file());
            own.isEnded(entry);
        } catch (AudioFixException e) {
            LOG.warn(
                    "{} is as it was, but that is not noted",
                    entry.change().file().path(),
                    e);
        }
    }

    /** The modification time of a changed file, by the settings; what did not work, for people. */
    Optional<String> setTime(Path file, Instant before) {
        return mtime == MtimeRule.TOUCH ? Optional.empty() : setBackTime(file, before);
    }

    /** The time of a file that is as it was; what did not work, for people. */
    Optional<String> setBackTime(Path file, Instant before) {
        try {
            files.stat(file);
            files.setModified(file, before);
            return Optional.empty();
        } catch (AudioFixException e) {
            LOG.warn("cannot preserve the time of {}", file, e);
            return Optional.of("the modification time could not be preserved: " + e.getMessage());
        }
    }
}
