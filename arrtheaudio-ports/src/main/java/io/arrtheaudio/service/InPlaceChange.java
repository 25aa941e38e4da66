package io.arrtheaudio.service;

import io.arrtheaudio.domain.edit.EditCost;
import io.arrtheaudio.domain.edit.PlanState;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.journal.JournalEntry;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes bytes of the file itself: journal, write and force, look again, and put the old bytes back if the file is not what
 * it should be.
 *
 * <p>Thread-safe for different files.
 */
final class InPlaceChange {

    private static final Logger LOG = LoggerFactory.getLogger(InPlaceChange.class);

    private final Disk disk;
    private final Book book;

    InPlaceChange(Disk disk, Book book) {
        this.disk = disk;
        this.book = book;
    }

    Carried carryOut(Intent intent) {
        Optional<Objection> objection = intent.objection().get();
        if (objection.isPresent()) {
            return new Carried.Stopped(objection.get());
        }
        JournalEntry entry = book.begin(intent, Path.of(""));
        write(intent, entry);
        Optional<String> wrong = Uninterrupted.call(() -> intent.check().apply(intent.path()));
        if (wrong.isPresent()) {
            throw isOverwritten(intent) ? overwritten(intent, entry) : takenBack(intent, entry, wrong.get());
        }
        Optional<String> time = book.setTime(intent.path(), intent.modified());
        Optional<String> end = book.done(entry, intent.path());
        return new Carried.Done(
                entry.id(),
                EditCost.inPlace(intent.plan()),
                Stream.of(time, end).flatMap(Optional::stream).toList());
    }

    private void write(Intent intent, JournalEntry entry) {
        try {
            disk.writer().write(intent.identity(), intent.plan());
        } catch (RuntimeException e) {
            throw isUntouched(intent, entry, e) ? e : cutOff(intent, entry, e);
        }
    }

    /** An entry whose file may hold new bytes stays open: recovery looks after it. */
    private boolean isUntouched(Intent intent, JournalEntry entry, RuntimeException because) {
        try {
            boolean isUntouched = !mayBeOurs(disk.writer().stateOf(intent.identity(), intent.plan()), because);
            if (isUntouched) {
                book.takenBack(entry);
            }
            return isUntouched;
        } catch (RuntimeException e) {
            because.addSuppressed(e);
            return false;
        }
    }

    /** What is to be mended is, before the next try. */
    private static RuntimeException cutOff(Intent intent, JournalEntry entry, RuntimeException because) {
        boolean isTold = because instanceof AudioFixException told && told.remedy() == Remedy.RETRY_LATER;
        return isTold
                ? because
                : new AudioFixException(
                        Remedy.RETRY_LATER,
                        because.getMessage() + "; the change of " + intent.path() + " was cut off (journal entry "
                                + entry.id() + ") and is finished or taken back before the file is touched again",
                        because);
    }

    /** A writer that says to try again later has put everything back, so that new bytes are those of somebody else. */
    private static boolean mayBeOurs(PlanState state, RuntimeException because) {
        boolean isPutBack = because instanceof AudioFixException told && told.remedy() == Remedy.RETRY_LATER;
        return state == PlanState.TORN || state == PlanState.NEW && !isPutBack;
    }

    /** Whether others have written where the new bytes were forced to disk a moment ago. */
    private boolean isOverwritten(Intent intent) {
        try {
            return disk.writer().stateOf(intent.identity(), intent.plan()) != PlanState.NEW;
        } catch (RuntimeException e) {
            LOG.debug("cannot look at {} again", intent.path(), e);
            return false;
        }
    }

    /** What is there now is their work; to mix the old bytes into it would help nobody. */
    private AudioFixException overwritten(Intent intent, JournalEntry entry) {
        book.takenBack(entry);
        return new AudioFixException(
                Remedy.RETRY_LATER,
                "changed " + intent.path() + " but another program wrote to it at the same time, and its bytes were"
                        + " left alone; try again later");
    }

    private AudioFixException takenBack(Intent intent, JournalEntry entry, String wrong) {
        String how = putBack(intent, entry);
        return new AudioFixException(
                Remedy.REPORT_BUG,
                "changed " + intent.path() + " (" + intent.plan().method() + ") but " + wrong + "; " + how
                        + ", please report this");
    }

    /** Returns how it went, in a few words for people. */
    private String putBack(Intent intent, JournalEntry entry) {
        try {
            disk.writer().settle(intent.identity(), intent.plan().inverse());
        } catch (RuntimeException e) {
            String places = intent.plan().places();
            LOG.error("{} holds a change that should not be, at {}", intent.path(), places, e);
            LOG.debug("what was written: {}", intent.plan());
            return "its bytes could not be put back (" + e.getMessage() + "); journal entry " + entry.id()
                    + " holds the old ones of " + places;
        }
        Optional<String> time =
                book.setBackTime(intent.path(), intent.identity().modified());
        book.takenBack(entry);
        return "its bytes were put back" + (time.isEmpty() ? "" : ", its modification time was not");
    }
}
