package io.arrtheaudio.adapter.files.journal;

import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.domain.journal.PlannedChange;
import io.arrtheaudio.port.out.EditJournal;
import io.arrtheaudio.port.out.OwnerLocks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal in a folder of small files, for programs without a database. Who writes holds a lock on the folder; who looks
 * holds none, for every file is whole from the moment it has its name. Looking for entries reads all of them.
 *
 * <p>A file of the journal that is damaged by something else is told by name: while it is that of an open entry, its media
 * file is refused.
 *
 * <p>Thread-safe, and safe among processes on one machine.
 */
public final class FileEditJournal implements EditJournal {

    private static final Logger LOG = LoggerFactory.getLogger(FileEditJournal.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final JournalFolder folder;
    private final JournalWrites writes;
    private final FolderTurn turn;
    private final OwnerLocks owners;
    private boolean hasCounted; // only by whoever has the turn

    private FileEditJournal(JournalFolder folder, JournalDisk disk, Duration patience, OwnerLocks owners) {
        this.folder = folder;
        this.writes = new JournalWrites(folder, disk);
        this.turn = new FolderTurn(folder.lock(), patience);
        this.owners = owners;
    }

    /**
     * Opens the journal of a folder, or makes one.
     *
     * @param folder for nothing else
     * @param owners the run of the program that this journal is for, which it does not close
     * @throws AudioFixException {@code FIX_SETTINGS} if the folder cannot be used
     */
    public static FileEditJournal in(Path folder, OwnerLocks owners) {
        return in(folder, new JournalDisk.Real(), PATIENCE, owners);
    }

    static FileEditJournal in(Path folder, JournalDisk disk, Duration patience, OwnerLocks owners) {
        try {
            JournalWrites.makeFolder(disk, folder.toAbsolutePath());
            JournalFolder made = new JournalFolder(folder.toRealPath());
            FileEditJournal journal = new FileEditJournal(made, disk, patience, owners);
            journal.turn.take(last -> {
                journal.writes.prepare();
                return made;
            });
            return journal;
        } catch (IOException e) {
            throw new AudioFixException(
                    Remedy.FIX_SETTINGS,
                    "cannot use the journal in " + folder + ": " + e
                            + "; it must be a folder on a local disk that this user may write to",
                    e);
        }
    }

    @Override
    public JournalEntry begin(PlannedChange change) {
        String owner = owners.mine();
        String attempt = "record a change of " + change.file().path();
        return inTurn(attempt, last -> {
            openNow(change.file()).ifPresent(open -> refuse(change.file(), open));
            JournalEntry entry = new JournalEntry(
                    JournalFolder.idOf(nextNumber(last)), owner, change, EntryState.OPEN, change.file());
            writes.begin(entry);
            return entry;
        });
    }

    @Override
    public void end(JournalEntry entry, EntryState how, FileIdentity after) {
        JournalEntry ended = entry.ended(how, after);
        String owner = owners.mine();
        inTurn("record the end of a change of " + entry.change().file().path(), last -> {
            boolean isMine = openNow(entry.change().file())
                    .filter(open -> open.id().equals(entry.id()) && open.owner().equals(owner))
                    .isPresent();
            if (!isMine) {
                throw new IllegalStateException("entry " + entry.id() + " is not open in " + folder.path()
                        + ", or does not belong to " + owner);
            }
            writes.end(ended);
            return ended;
        });
    }

    @Override
    public List<JournalEntry> takeAbandoned() {
        String attempt = "take over abandoned changes";
        boolean isNone = look(attempt, () -> abandoned().isEmpty());
        return isNone ? List.of() : inTurn(attempt, last -> take(abandoned()));
    }

    /** What was taken is told, even if taking another failed: nobody else will get it. */
    private List<JournalEntry> take(List<JournalEntry> abandoned) throws IOException {
        List<JournalEntry> taken = new ArrayList<>();
        for (JournalEntry entry : abandoned) {
            JournalEntry mine =
                    new JournalEntry(entry.id(), owners.mine(), entry.change(), entry.state(), entry.after());
            try {
                writes.handOver(mine);
                taken.add(mine);
            } catch (IOException e) {
                if (taken.isEmpty()) {
                    throw e;
                }
                LOG.warn("cannot take over entry {} now, it is left for the next time", entry.id(), e);
            }
        }
        return List.copyOf(taken);
    }

    @Override
    public Optional<JournalEntry> openEntryOf(FileIdentity file) {
        return look("look for a change of " + file.path(), () -> openNow(file));
    }

    @Override
    public List<JournalEntry> find(JournalQuery query) {
        return look("look for changes", () -> EntrySearch.find(folder, query));
    }

    private List<JournalEntry> abandoned() throws IOException {
        List<JournalEntry> found = new ArrayList<>();
        for (Path file : folder.openFiles()) {
            EntrySearch.readIfWhole(file)
                    .filter(entry -> owners.isFree(entry.owner()) && !folder.hasEnded(entry))
                    .ifPresent(found::add);
        }
        return found;
    }

    private Optional<JournalEntry> openNow(FileIdentity file) throws IOException {
        return JournalFolder.read(folder.openOf(file)).filter(entry -> !folder.hasEnded(entry));
    }

    /** Greater than every one before. Who counts first does not trust what a power cut may have taken back. */
    private long nextNumber(FolderTurn.LastNumber last) throws IOException {
        long number = last.get();
        if (!hasCounted || number == 0) {
            number = Math.max(number, greatestNumber());
            hasCounted = true;
        }
        last.set(number + 1);
        return number + 1;
    }

    private long greatestNumber() throws IOException {
        long greatest = 0;
        for (Path file : folder.openFiles()) {
            greatest = Math.max(
                    greatest,
                    EntrySearch.readIfWhole(file)
                            .map(entry -> JournalFolder.numberOf(entry.id()))
                            .orElse(0L));
        }
        for (Path block : folder.blocks()) {
            for (Path file : folder.endedFiles(block)) {
                return Math.max(
                        greatest, JournalFolder.numberOf(file.getFileName().toString()));
            }
        }
        return greatest;
    }

    private static void refuse(FileIdentity file, JournalEntry open) {
        throw new AudioFixException(
                Remedy.RETRY_LATER,
                "cannot change " + file.path() + ": another change of it is under way (entry " + open.id() + " of "
                        + open.owner() + "); try again later");
    }

    private <T> T inTurn(String attempt, FolderTurn.Work<T> work) {
        return look(attempt, () -> turn.take(work));
    }

    private <T> T look(String attempt, Look<T> look) {
        try {
            return look.now();
        } catch (JournalFolder.DamagedEntry e) {
            throw new AudioFixException(
                    Remedy.FIX_FILE,
                    "cannot " + attempt + ": its open entry is damaged, " + e.getMessage()
                            + "; look whether the media file plays, then move the entry away",
                    e);
        } catch (IOException e) {
            throw new AudioFixException(Remedy.RETRY_LATER, "cannot " + attempt + " in " + folder.path() + ": " + e, e);
        }
    }

    /** Something that asks the disk. */
    private interface Look<T> {
        T now() throws IOException;
    }
}
