package io.arrtheaudio.service;

import io.arrtheaudio.domain.choice.Choice;
import io.arrtheaudio.domain.choice.Explanation;
import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.choice.TrackChooser;
import io.arrtheaudio.domain.choice.TrackPolicy;
import io.arrtheaudio.domain.choice.UngroupedTracks;
import io.arrtheaudio.domain.edit.EditCost;
import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.SkipReason;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Obstacle;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.Recovered;
import io.arrtheaudio.domain.journal.Route;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.MediaFile;
import io.arrtheaudio.domain.media.TrackFlag;
import io.arrtheaudio.port.in.FixDefaultAudio;
import io.arrtheaudio.port.in.FixOptions;
import io.arrtheaudio.port.in.Inspection;
import io.arrtheaudio.port.out.Doing;
import io.arrtheaudio.port.out.EditJournal;
import io.arrtheaudio.port.out.FileFacts;
import io.arrtheaudio.port.out.Happening;
import io.arrtheaudio.port.out.InspectedFile;
import io.arrtheaudio.port.out.MediaFiles;
import io.arrtheaudio.port.out.Telemetry;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The order of work for one file: stat, inspect, find out the original language where that matters, choose, guard, plan, (a dry run stops here), guard again, journal, write and
 * force, inspect again.
 *
 * <p>Thread-safe.
 */
public final class FixService implements FixDefaultAudio {

    private static final Logger LOG = LoggerFactory.getLogger(FixService.class);

    private final MediaFiles files;
    private final Engine engine;
    private final EditJournal journal;
    private final History history;
    private final TitleLanguages titles;
    private final FixRules rules;
    private final WriteGuard guard;
    private final Changes changes;
    private final InstantSource clock;
    private final Telemetry telemetry;
    private final OwnChanges own;
    private final RecoveryService recovery;

    /** Knows of original languages what callers tell; nobody else works on files in this run, and nobody is told what happens. */
    public FixService(Disk disk, Engine engine, EditJournal journal, FixRules rules, InstantSource clock) {
        this(disk, engine, journal, TitleLanguages.AS_TOLD, rules, clock, new OwnChanges(), Telemetry.SILENT);
    }

    /**
     * Everything from outside is handed in.
     *
     * @param clock decides which files are too fresh
     * @param own shared with all who work on files in this run
     * @param telemetry is told how each file was dealt with
     */
    public FixService(
            Disk disk,
            Engine engine,
            EditJournal journal,
            TitleLanguages titles,
            FixRules rules,
            InstantSource clock,
            OwnChanges own,
            Telemetry telemetry) {
        this.files = disk.files();
        this.engine = engine;
        this.journal = journal;
        this.history = new History(journal);
        this.titles = titles;
        this.rules = rules;
        this.guard = new WriteGuard(files, rules.hardlinks(), clock);
        this.changes = new Changes(disk, engine, journal, rules, clock, own);
        this.clock = clock;
        this.telemetry = telemetry;
        this.own = own;
        this.recovery = new RecoveryService(disk, engine.inspector(), journal, rules.mtime(), own);
    }

    @Override
    public Inspection inspect(Path file, FixOptions options) {
        FileIdentity identity = regular(file).identity();
        MediaFile media = read(identity).fold(InspectedFile.Media::file, other -> {
            throw new AudioFixException(
                    Remedy.FIX_FILE,
                    "cannot read audio tracks of " + file + ": it is " + other.what()
                            + "; Matroska, WebM, MP4, M4V and MOV are supported");
        });
        return new Inspection(
                media, noting(identity, question(file, media, options).choice()));
    }

    @Override
    public Outcome fix(Path file, FixOptions options) {
        FileReport report = new FileReport(telemetry, clock, file);
        try {
            Outcome outcome = fixInTurn(file, options, report);
            report.ended(outcome, options.progress());
            return outcome;
        } catch (RuntimeException | Error e) {
            report.broke();
            throw e;
        }
    }

    private Outcome fixInTurn(Path file, FixOptions options, FileReport report) {
        try {
            FileIdentity identity = regular(file).identity();
            report.seen();
            return own.holding(
                    identity,
                    () -> options.dryRun() ? attempt(file, options, report) : mend(file, identity, options, report));
        } catch (AudioFixException e) {
            return failed(file, e, Explanation.NONE);
        }
    }

    /** What was cut off in the file is settled before anything else happens to it; if not, that is why the rest fails. */
    private Outcome mend(Path file, FileIdentity identity, FixOptions options, FileReport report) {
        Optional<Recovered> unsettled = recovery.unsettledOf(identity);
        Outcome outcome = attempt(file, options, report);
        return outcome instanceof Outcome.Failed failed && unsettled.isPresent()
                ? new Outcome.Failed(file, Remedy.RETRY_LATER, why(file, unsettled.get()), failed.explanation())
                : outcome;
    }

    private static String why(Path file, Recovered unsettled) {
        return "cannot fix " + file + ": an earlier change of it (journal entry "
                + unsettled.entry().id() + ") was cut off and cannot be settled: " + unsettled.detail()
                + "; that is tried again before the file is touched";
    }

    private Outcome attempt(Path file, FixOptions options, FileReport report) {
        try {
            return fixAlone(file, options, report);
        } catch (AudioFixException e) {
            return failed(file, e, Explanation.NONE);
        }
    }

    private static Outcome failed(Path file, AudioFixException problem, Explanation explanation) {
        LOG.debug("cannot fix {}", file, problem);
        return new Outcome.Failed(file, problem.remedy(), problem.obstacle(), problem.getMessage(), explanation);
    }

    private Outcome fixAlone(Path file, FixOptions options, FileReport report) {
        FileIdentity identity = regular(file).identity();
        InspectedFile inspected = read(identity);
        report.found(inspected);
        return inspected.fold(
                found -> decide(file, identity, found.file(), options),
                other -> new Outcome.Skipped(
                        file,
                        SkipReason.UNSUPPORTED_CONTAINER,
                        "it is " + other.what() + ", not Matroska or MP4",
                        Explanation.NONE));
    }

    /** A file that cannot be read because a change of it was cut off is no damaged one. */
    private InspectedFile read(FileIdentity identity) {
        try {
            return telemetry.during(
                    Doing.INSPECT,
                    identity.path().toString(),
                    () -> engine.inspector().inspect(identity.path()));
        } catch (AudioFixException e) {
            throw journal.openEntryOf(identity)
                    .map(open -> new AudioFixException(e.remedy(), e.getMessage() + "; " + unfinished(open), e))
                    .orElse(e);
        }
    }

    private Choice noting(FileIdentity identity, Choice choice) {
        return journal.openEntryOf(identity)
                .map(open -> choice.withWarning(unfinished(open)))
                .orElse(choice);
    }

    private static String unfinished(JournalEntry open) {
        return "a change of it (journal entry " + open.id()
                + ") was begun and is not ended; if no program is at it now, the next process, scan or undo settles it";
    }

    private Outcome decide(Path file, FileIdentity identity, MediaFile media, FixOptions options) {
        if (!rules.containers().contains(media.container())) {
            return new Outcome.Skipped(
                    file, SkipReason.CONTAINER_OFF, "containers switches this kind off", Explanation.NONE);
        }
        Question question =
                telemetry.during(Doing.CHOOSE, identity.path().toString(), () -> question(file, media, options));
        return question.choice()
                .fold(
                        found -> change(new Wish(file, identity, media, question, found, options)),
                        keep -> new Outcome.AlreadyCorrect(file, keep.already(), keep.explanation()),
                        none -> new Outcome.NoMatch(file, none.explanation()));
    }

    /** A switch that is wanted. */
    private record Wish(
            Path file,
            FileIdentity identity,
            MediaFile media,
            Question question,
            Choice.Switch choice,
            FixOptions options) {

        Explanation explanation() {
            return choice.explanation();
        }

        AudioTrack to() {
            return choice.to();
        }

        Outcome skipped(SkipReason reason, String detail) {
            return new Outcome.Skipped(file, reason, detail, explanation());
        }

        Outcome stopped(Objection objection) {
            return objection.fold(
                    skip -> skipped(skip.reason(), skip.detail()),
                    fail -> new Outcome.Failed(file, fail.remedy(), fail.obstacle(), fail.problem(), explanation()));
        }
    }

    private Outcome change(Wish wish) {
        try {
            Optional<Objection> objection =
                    ungrouped(wish).or(() -> pinned(wish)).or(() -> guard(wish));
            if (objection.isPresent()) {
                return wish.stopped(objection.get());
            }
            return engine.planner()
                    .plan(wish.media(), Set.of(wish.to().position()))
                    .fold(
                            possible -> go(wish, Intent.Step.patching(possible, guard.wantsCopy(wish.file()))),
                            rewrite -> go(wish, Intent.Step.rewriting(rewrite)),
                            unsupported -> wish.skipped(SkipReason.UNSUPPORTED_LAYOUT, unsupported.why()));
        } catch (AudioFixException e) {
            return failed(wish.file(), e, wish.explanation());
        }
    }

    private Optional<Objection> ungrouped(Wish wish) {
        boolean isUngrouped = wish.media().audio().stream().anyMatch(track -> track.is(TrackFlag.UNGROUPED));
        return isUngrouped && wish.question().policy().ungrouped() == UngroupedTracks.SKIP
                ? Optional.of(new Objection.Skip(
                        SkipReason.UNGROUPED_TRACKS,
                        "its audio tracks are not marked as alternatives (mp4_ungrouped: skip)"))
                : Optional.empty();
    }

    private Optional<Objection> pinned(Wish wish) {
        if (wish.options().again()) {
            return Optional.empty();
        }
        return history.pinOf(wish.identity())
                .map(undo -> new Objection.Skip(
                        SkipReason.UNDONE,
                        "its change was taken back (journal entry " + undo.id()
                                + "); --force, or a retry of the job with \"force\": true, changes it again"));
    }

    private Optional<Objection> guard(Wish wish) {
        return guard.objection(
                wish.file(),
                wish.identity(),
                wish.options().roots(),
                wish.options().minAge());
    }

    private Outcome go(Wish wish, Intent.Step step) {
        return wish.options().dryRun() ? wouldChange(wish, step) : carryOut(wish, step);
    }

    private Outcome wouldChange(Wish wish, Intent.Step step) {
        long copied = step.kind() == Route.Kind.IN_PLACE ? 0 : wish.identity().size();
        EditCost cost = new EditCost(step.plan().method(), step.plan().size(), copied);
        Choice noted = noting(wish.identity(), wish.choice());
        return new Outcome.WouldChange(wish.file(), wish.to(), cost, noted.explanation());
    }

    private Outcome carryOut(Wish wish, Intent.Step step) {
        FixOptions options = wish.options();
        Intent intent = new Intent(
                wish.identity(),
                wish.media(),
                Set.of(wish.to().position()),
                step,
                new Intent.Reason(wish.explanation().summary(), options.cause(), ""),
                wish.identity().modified(),
                options.progress(),
                () -> guard(wish),
                written -> whatIsWrong(written, wish));
        Carried carried =
                telemetry.during(Doing.WRITE, wish.identity().path().toString(), () -> changes.carryOut(intent));
        return carried.fold(done -> changed(wish, step, done), stopped -> wish.stopped(stopped.why()));
    }

    private Outcome changed(Wish wish, Intent.Step step, Carried.Done done) {
        if (step.kind() == Route.Kind.COPY) {
            telemetry.happened(new Happening.LinkBroken(done.cost().copiedBytes()));
        }
        Explanation explanation = wish.explanation();
        for (String warning : done.warnings()) {
            explanation = explanation.withWarning(warning);
        }
        return new Outcome.Changed(wish.file(), wish.to(), done.cost(), done.entry(), explanation);
    }

    /** Looks into the changed file: choosing again must find nothing to do. */
    private Optional<String> whatIsWrong(Path written, Wish wish) {
        try {
            return engine.inspector()
                    .inspect(written)
                    .fold(
                            found -> whatIsWrong(wish.question().choiceIn(found.file()), wish.to()),
                            other -> Optional.of("it reads as " + other.what()));
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e; // perhaps only because of that: it is tried again
            }
            LOG.warn("cannot read {} after a change", written, e);
            return Optional.of("it cannot be read any more: " + e.getMessage());
        }
    }

    private static Optional<String> whatIsWrong(Choice again, AudioTrack to) {
        return again.fold(
                more -> Optional.of("it still wants audio " + more.to().position()),
                keep -> keep.already().position() == to.position()
                        ? Optional.empty()
                        : Optional.of("audio " + keep.already().position() + " is the default"),
                none -> Optional.of("no track matches any more"));
    }

    /** By what a track is chosen; asked once, so that the changed file is judged by the same. */
    private record Question(MediaFile media, TrackPolicy policy, TitleLanguages.Answer original) {

        Choice choice() {
            Choice choice = choiceIn(media);
            for (String warning : original.warnings()) {
                choice = choice.withWarning(warning);
            }
            return choice;
        }

        Choice choiceIn(MediaFile file) {
            return TrackChooser.choose(file, policy, original.language());
        }
    }

    /** Whoever stopped meanwhile wants no choice that lacks an answer. */
    private Question question(Path file, MediaFile media, FixOptions options) {
        TrackPolicy policy = policy(file, options);
        boolean matters = options.about().named().isKnown() || TrackChooser.needsOriginal(media, policy);
        if (!matters) {
            return new Question(media, policy, TitleLanguages.Answer.of(OriginalLanguage.NOT_NEEDED));
        }
        return new Question(media, policy, original(file, options));
    }

    private TitleLanguages.Answer original(Path file, FixOptions options) {
        try {
            TitleLanguages.Answer original = titles.of(file, options.about());
            if (original.warnings().isEmpty() || !options.progress().isCancelled()) {
                return original;
            }
        } catch (AudioFixException e) {
            if (e.obstacle() != Obstacle.STOPPING) {
                throw e;
            }
        }
        throw AudioFixException.stopping(
                "cannot fix " + file + ": stopped before its original language was told; it is left as it was");
    }

    private TrackPolicy policy(Path file, FixOptions options) {
        TrackPolicy policy = rules.policies().policyFor(file.toAbsolutePath().normalize());
        List<Language> asked = options.languages();
        return asked.isEmpty() ? policy : policy.withLanguages(asked).withRule("");
    }

    private FileFacts regular(Path file) {
        FileFacts facts = files.stat(file);
        if (!facts.isRegular()) {
            throw new AudioFixException(
                    Remedy.FIX_FILE, "cannot fix " + file + ": it is not a file; scan works on whole folders");
        }
        return facts;
    }
}
