package io.arrtheaudio.service;

import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.edit.PlanState;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.PlannedChange;
import io.arrtheaudio.domain.journal.Recovered;
import io.arrtheaudio.domain.journal.Route;
import io.arrtheaudio.port.in.RecoverEdits;
import io.arrtheaudio.port.out.EditJournal;
import io.arrtheaudio.port.out.MediaFiles;
import io.arrtheaudio.port.out.MediaInspector;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles changes whose program was killed, and those of this run that were cut off. A change in place is finished if any byte of it was written, else nothing
 * happened; a replacement that was not swapped in is removed.
 *
 * <p>Thread-safe, and safe among processes: the journal hands each change to one of them.
 */
public final class RecoveryService implements RecoverEdits {

    private static final Logger LOG = LoggerFactory.getLogger(RecoveryService.class);

    private final Disk disk;
    private final MediaFiles files;
    private final MediaInspector inspector;
    private final EditJournal journal;
    private final MtimeRule mtime;
    private final OwnChanges own;

    /** Everything from outside is handed in; this run has begun no change. */
    public RecoveryService(Disk disk, MediaInspector inspector, EditJournal journal, MtimeRule mtime) {
        this(disk, inspector, journal, mtime, new OwnChanges());
    }

    /** The same, and looks after what this run has not ended. */
    public RecoveryService(Disk disk, MediaInspector inspector, EditJournal journal, MtimeRule mtime, OwnChanges own) {
        this.disk = disk;
        this.files = disk.files();
        this.inspector = inspector;
        this.journal = journal;
        this.mtime = mtime;
        this.own = own;
    }

    @Override
    public List<Recovered> recover() {
        return journal.takeAbandoned().stream().map(this::settledOrKept).toList();
    }

    /** What is this run's from now on, and nobody's work. */
    private Recovered settledOrKept(JournalEntry entry) {
        Recovered recovered = settled(entry);
        if (recovered.isUnsettled()) {
            own.isCutOff(entry);
        }
        return recovered;
    }

    /**
     * Settles what this run has begun and somebody could not end; called now and then. What cannot be settled is tried more and
     * more rarely.
     */
    public List<Recovered> settleCutOff() {
        return held(own.nextRound());
    }

    /** Settles all of that. */
    List<Recovered> settleAllCutOff() {
        return held(own.allCutOff());
    }

    private List<Recovered> held(List<JournalEntry> entries) {
        return entries.stream()
                .map(entry -> own.holding(entry.change().file(), () -> settledAlone(entry)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Settles that of a file which the caller holds. What could not be settled, if anything. */
    Optional<Recovered> unsettledOf(FileIdentity file) {
        return own.cutOffOf(file).stream()
                .map(this::settledAlone)
                .flatMap(Optional::stream)
                .filter(Recovered::isUnsettled)
                .findFirst();
    }

    private Optional<Recovered> settledAlone(JournalEntry entry) {
        if (!own.isTaken(entry)) {
            return Optional.empty();
        }
        Recovered recovered = settled(entry);
        if (recovered.isUnsettled()) {
            own.isUnsettled(entry);
        }
        return Optional.of(recovered);
    }

    @Override
    public boolean forget(String entry) {
        Optional<Recovered> found = recover().stream()
                .filter(recovered ->
                        recovered.isUnsettled() && recovered.entry().id().equals(entry))
                .findFirst();
        found.ifPresent(recovered ->
                takenBack(recovered.entry(), recovered.entry().change().file(), "it was forgotten"));
        return found.isPresent();
    }

    private Recovered settled(JournalEntry entry) {
        try {
            Recovered recovered =
                    entry.change().route().kind() == Route.Kind.IN_PLACE ? inPlace(entry) : replacing(entry);
            LOG.info("{}: {}", entry.change().file().path(), recovered.detail());
            return recovered;
        } catch (RuntimeException e) {
            LOG.warn("cannot settle entry {}", entry.id(), e);
            return unsettled(entry, e.getMessage());
        }
    }

    // changes of the file itself

    private Recovered inPlace(JournalEntry entry) {
        PlannedChange change = entry.change();
        Optional<FileIdentity> found = same(change);
        if (found.isEmpty()) {
            return unsettled(
                    entry, "the file is not there, or another one is; it may have been moved, replaced or unmounted");
        }
        FileIdentity file = found.get();
        return switch (disk.writer().stateOf(file, change.plan())) {
            case OLD -> takenBack(entry, file, "no byte of it had been written, the file is as it was");
            case NEW, TORN ->
                otherThanMedia(file.path())
                        .map(what -> unsettled(entry, "it is " + what + ", which this program never changes"))
                        .orElseGet(() -> finished(entry, file));
            case FOREIGN -> unsettled(entry, "the file holds bytes there that are neither the old nor the new ones");
        };
    }

    /**
     * The file under its path, or under another name in its folder. After a restart of the machine many file systems call
     * their files otherwise, so one of a fitting length is the file too: whether it is in truth, its bytes tell.
     */
    private Optional<FileIdentity> same(PlannedChange change) {
        FileIdentity wanted = change.file();
        Optional<FileIdentity> there = identity(wanted.path());
        if (there.filter(file -> file.key().equals(wanted.key()) || mayHaveLength(file.size(), change))
                .isPresent()) {
            return there;
        }
        return files.findByKey(wanted.path().getParent(), wanted.key()).flatMap(this::identity);
    }

    private static boolean mayHaveLength(long size, PlannedChange change) {
        long before = change.file().size();
        long after = before + change.plan().ending().growth();
        return size >= Math.min(before, after) && size <= Math.max(before, after);
    }

    private Optional<FileIdentity> identity(Path path) {
        try {
            return Optional.of(files.stat(path).identity());
        } catch (AudioFixException e) {
            LOG.debug("cannot look at {}", path, e);
            return Optional.empty();
        }
    }

    private Recovered finished(JournalEntry entry, FileIdentity file) {
        PlannedChange change = entry.change();
        disk.writer().settle(file, change.plan());
        if (hasDefaults(file.path(), change.defaultsAfter())) {
            preserveTime(file.path(), change);
            return done(entry, file.path(), "its writing was cut off and is finished");
        }
        EditPlan back = change.plan().inverse();
        FileIdentity now = files.stat(file.path()).identity();
        disk.writer().settle(now, back);
        return takenBack(
                entry, files.stat(file.path()).identity(), "its writing was cut off, and the old bytes were put back");
    }

    /** A journal may come from a backup that somebody forged; a film whose writing was cut off can still be told as one. */
    private Optional<String> otherThanMedia(Path file) {
        try {
            return Uninterrupted.call(() -> inspector.inspect(file))
                    .fold(found -> Optional.empty(), other -> Optional.of(other.what()));
        } catch (AudioFixException e) {
            LOG.warn("cannot read {} before its change is finished", file, e);
            return Optional.empty();
        }
    }

    private boolean hasDefaults(Path file, List<Integer> wanted) {
        try {
            return Uninterrupted.call(() -> inspector.inspect(file))
                    .fold(found -> Intent.defaultsOf(found.file()).equals(wanted), other -> false);
        } catch (AudioFixException e) {
            LOG.warn("cannot read {} after its change was finished", file, e);
            return false;
        }
    }

    // changes by another file that takes the place

    private Recovered replacing(JournalEntry entry) {
        PlannedChange change = entry.change();
        Path replacement = change.route().replacement();
        boolean wasSwapped = identity(replacement).isEmpty() && isReplaced(change);
        disk.replacements().remove(replacement);
        if (wasSwapped) {
            return done(entry, change.file().path(), "its replacement had taken the place already");
        }
        return takenBack(
                entry,
                identity(change.file().path()).orElse(change.file()),
                "its replacement had not taken the place, the file is as it was");
    }

    private boolean isReplaced(PlannedChange change) {
        Optional<FileIdentity> now = identity(change.file().path());
        if (now.isEmpty() || now.get().equals(change.file()) || isSameByKey(now.get(), change.file())) {
            return false;
        }
        return change.plan().isEmpty()
                ? hasDefaults(change.file().path(), change.defaultsAfter())
                : disk.writer().stateOf(now.get(), change.plan()) == PlanState.NEW;
    }

    private static boolean isSameByKey(FileIdentity one, FileIdentity other) {
        return !one.key().isEmpty() && one.key().equals(other.key());
    }

    // the end

    private void preserveTime(Path file, PlannedChange change) {
        if (mtime == MtimeRule.PRESERVE) {
            files.setModified(file, change.file().modified());
        }
    }

    private Recovered done(JournalEntry entry, Path file, String detail) {
        journal.end(entry, EntryState.DONE, files.stat(file).identity());
        own.isEnded(entry);
        return new Recovered(entry, EntryState.DONE, detail);
    }

    private Recovered takenBack(JournalEntry entry, FileIdentity now, String detail) {
        journal.end(entry, EntryState.TAKEN_BACK, now);
        own.isEnded(entry);
        return new Recovered(entry, EntryState.TAKEN_BACK, detail);
    }

    private static Recovered unsettled(JournalEntry entry, String detail) {
        return new Recovered(entry, EntryState.OPEN, detail);
    }
}
