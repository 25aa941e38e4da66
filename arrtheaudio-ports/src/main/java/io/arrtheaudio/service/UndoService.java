package io.arrtheaudio.service;

import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.edit.PlanState;
import io.arrtheaudio.domain.edit.UndoOutcome;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.PlannedChange;
import io.arrtheaudio.domain.journal.Route;
import io.arrtheaudio.domain.media.MediaFile;
import io.arrtheaudio.port.in.UndoEdits;
import io.arrtheaudio.port.in.UndoObserver;
import io.arrtheaudio.port.in.UndoRequest;
import io.arrtheaudio.port.out.EditJournal;
import io.arrtheaudio.port.out.Happening;
import io.arrtheaudio.port.out.InspectedFile;
import io.arrtheaudio.port.out.MediaFiles;
import io.arrtheaudio.port.out.PlannedEdit;
import io.arrtheaudio.port.out.Telemetry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Takes recorded changes back by carrying their inverse out, through the same guard and the same journal. Whether a file has
 * changed since is told by its length and the bytes of its header, never by its time.
 *
 * <p>Thread-safe.
 */
public final class UndoService implements UndoEdits {

    private static final String FLAGS_ONLY =
            "the default flags are what they were; the rest of the container stays as the tool wrote it";

    private static final String AFTER_NEWER = "if the newer change of it can be";

    private final MediaFiles files;
    private final Disk disk;
    private final Engine engine;
    private final History history;
    private final UndoSelection selection;
    private final WriteGuard guard;
    private final Changes changes;
    private final RecoveryService recovery;
    private final Telemetry telemetry;

    /** Nobody else works on files in this run, and nobody is told what happens. */
    public UndoService(Disk disk, Engine engine, EditJournal journal, FixRules rules, InstantSource clock) {
        this(disk, engine, journal, rules, clock, new OwnChanges(), Telemetry.SILENT);
    }

    /**
     * Everything from outside is handed in.
     *
     * @param own shared with all who work on files in this run
     * @param telemetry is told what came of each undo
     */
    public UndoService(
            Disk disk,
            Engine engine,
            EditJournal journal,
            FixRules rules,
            InstantSource clock,
            OwnChanges own,
            Telemetry telemetry) {
        this.files = disk.files();
        this.disk = disk;
        this.engine = engine;
        this.history = new History(journal);
        this.selection = new UndoSelection(files, journal, history);
        this.guard = new WriteGuard(files, rules.hardlinks(), clock);
        this.changes = new Changes(disk, engine, journal, rules, clock, own);
        this.recovery = new RecoveryService(disk, engine.inspector(), journal, rules.mtime(), own);
        this.telemetry = telemetry;
    }

    @Override
    public Map<String, Long> undo(UndoRequest request, UndoObserver observer) {
        if (!request.dryRun()) {
            recovery.settleAllCutOff(); // what is still open cannot be taken back
        }
        Map<String, Long> counts = new TreeMap<>();
        Set<Path> ahead = new HashSet<>();
        for (UndoSelection.Candidate candidate : selection.of(request)) {
            if (observer.isCancelled()) {
                return counts;
            }
            UndoOutcome outcome = ahead.contains(candidate.file())
                    ? new UndoOutcome.WouldUndo(
                            candidate.file(), candidate.entry().id(), AFTER_NEWER)
                    : undo(candidate, request, observer);
            if (outcome instanceof UndoOutcome.WouldUndo) {
                ahead.add(candidate.file()); // what is older is not in the file's bytes before that is written
            }
            counts.merge(outcome.word(), 1L, Long::sum);
            tell(outcome);
            observer.done(outcome);
        }
        return counts;
    }

    private void tell(UndoOutcome outcome) {
        if (outcome instanceof UndoOutcome.Failed failed) {
            telemetry.happened(new Happening.Troubled(failed.remedy(), Happening.Component.UNDO));
        }
        telemetry.happened(new Happening.UndoTried(outcome));
    }

    private UndoOutcome undo(UndoSelection.Candidate candidate, UndoRequest request, UndoObserver observer) {
        JournalEntry entry = candidate.entry();
        try {
            Optional<String> ended = whyNotInEffect(entry);
            if (ended.isPresent()) {
                return new UndoOutcome.Refused(candidate.file(), entry.id(), ended.get());
            }
            Optional<FileIdentity> found = locate(candidate);
            return found.isEmpty()
                    ? new UndoOutcome.Refused(candidate.file(), entry.id(), "it is not there any more")
                    : undo(new Wish(entry, found.get(), request, observer));
        } catch (AudioFixException e) {
            return new UndoOutcome.Failed(candidate.file(), entry.id(), e.remedy(), e.getMessage());
        }
    }

    private Optional<String> whyNotInEffect(JournalEntry entry) {
        if (entry.isOpen()) {
            return Optional.of("the change is under way, or was cut off; try again when no other program is at it");
        }
        if (entry.state() == EntryState.TAKEN_BACK) {
            return Optional.of("the change did not come into the file");
        }
        return history.takenBackBy(entry)
                .map(by -> "it was taken back already by entry " + by.id() + "; take that one back to make it again");
    }

    /** By the name the user gave, else by the path, else by the file's key in the same folder. */
    private Optional<FileIdentity> locate(UndoSelection.Candidate candidate) {
        FileIdentity after = candidate.entry().after();
        return identity(candidate.file())
                .or(() -> identity(after.path()))
                .or(() -> files.findByKey(after.path().getParent(), after.key()).flatMap(this::identity));
    }

    private Optional<FileIdentity> identity(Path path) {
        try {
            return Optional.of(files.stat(path).identity());
        } catch (AudioFixException e) {
            return Optional.empty();
        }
    }

    /** A change that is to be taken back, and the file as it is now. */
    private record Wish(JournalEntry entry, FileIdentity file, UndoRequest request, UndoObserver observer) {

        PlannedChange change() {
            return entry.change();
        }

        UndoOutcome refused(String reason) {
            return new UndoOutcome.Refused(file.path(), entry.id(), reason);
        }

        UndoOutcome stopped(Objection objection) {
            return objection.fold(
                    skip -> refused(skip.detail()),
                    fail -> new UndoOutcome.Failed(file.path(), entry.id(), fail.remedy(), fail.problem()));
        }
    }

    private UndoOutcome undo(Wish wish) {
        Optional<String> changed = whatChangedSince(wish);
        if (changed.isPresent()) {
            return wish.refused(changed.get());
        }
        Optional<Objection> objection = guard(wish);
        if (objection.isPresent()) {
            return wish.stopped(objection.get());
        }
        return wish.change().plan().isEmpty() ? undoFlags(wish) : undoBytes(wish);
    }

    private Optional<String> whatChangedSince(Wish wish) {
        if (wish.file().size() != wish.entry().after().size()) {
            return Optional.of("it has changed since: it has " + wish.file().size() + " bytes where the change left "
                    + wish.entry().after().size());
        }
        if (wish.change().plan().isEmpty()) {
            boolean isSame = Intent.defaultsOf(media(wish.file().path()))
                    .equals(wish.change().defaultsAfter());
            return isSame ? Optional.empty() : Optional.of("it has changed since: other tracks are default now");
        }
        PlanState state = disk.writer().stateOf(wish.file(), wish.change().plan());
        return state == PlanState.NEW
                ? Optional.empty()
                : Optional.of("it has changed since: its header does not hold the bytes that were written");
    }

    private Optional<Objection> guard(Wish wish) {
        Path path = wish.file().path();
        return guard.objection(path, wish.file(), List.of(path), Duration.ZERO);
    }

    private UndoOutcome undoBytes(Wish wish) {
        if (wish.request().dryRun()) {
            return new UndoOutcome.WouldUndo(wish.file().path(), wish.entry().id(), "");
        }
        PlannedEdit.Possible back = new PlannedEdit.Possible(
                wish.change().plan().inverse(), wish.change().route().engine());
        return carryOut(wish, patching(wish, back), "");
    }

    /** What a tool has written anew cannot be given back byte for byte, but its flags can. */
    private UndoOutcome undoFlags(Wish wish) {
        if (wish.request().dryRun()) {
            return new UndoOutcome.WouldUndo(wish.file().path(), wish.entry().id(), FLAGS_ONLY);
        }
        return engine.planner()
                .plan(media(wish.file().path()), new TreeSet<>(wish.change().defaultsBefore()))
                .fold(
                        possible -> carryOut(wish, patching(wish, possible), FLAGS_ONLY),
                        rewrite -> carryOut(wish, Intent.Step.rewriting(rewrite), FLAGS_ONLY),
                        unsupported -> wish.refused(unsupported.why()));
    }

    private Intent.Step patching(Wish wish, PlannedEdit.Possible planned) {
        return Intent.Step.patching(planned, guard.wantsCopy(wish.file().path()));
    }

    private UndoOutcome carryOut(Wish wish, Intent.Step step, String note) {
        PlannedChange change = wish.change();
        Intent intent = new Intent(
                wish.file(),
                media(wish.file().path()),
                new TreeSet<>(change.defaultsBefore()),
                step,
                new Intent.Reason(
                        "undo of entry " + wish.entry().id(),
                        "undo",
                        wish.entry().id()),
                change.file().modified(),
                wish.observer(),
                () -> guard(wish),
                written -> whatIsWrong(written, change));
        return changes.carryOut(intent)
                .fold(done -> undone(wish, step, done, note), stopped -> wish.stopped(stopped.why()));
    }

    private UndoOutcome undone(Wish wish, Intent.Step step, Carried.Done done, String note) {
        if (step.kind() == Route.Kind.COPY) {
            telemetry.happened(new Happening.LinkBroken(done.cost().copiedBytes()));
        }
        return new UndoOutcome.Undone(
                wish.file().path(), wish.entry().id(), done.entry(), noted(note, done.warnings()));
    }

    private static String noted(String note, List<String> warnings) {
        List<String> all = new ArrayList<>(warnings);
        if (!note.isEmpty()) {
            all.add(0, note);
        }
        return String.join("; ", all);
    }

    private Optional<String> whatIsWrong(Path written, PlannedChange change) {
        List<Integer> now = Intent.defaultsOf(media(written));
        return now.equals(change.defaultsBefore())
                ? Optional.empty()
                : Optional.of("audio " + now + " is default where " + change.defaultsBefore() + " was");
    }

    private MediaFile media(Path file) {
        return engine.inspector().inspect(file).fold(InspectedFile.Media::file, other -> {
            throw new AudioFixException(
                    Remedy.FIX_FILE, "cannot read audio tracks of " + file + ": it is " + other.what());
        });
    }
}
