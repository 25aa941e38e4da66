package io.arrtheaudio.service;

import io.arrtheaudio.domain.choice.Choice;
import io.arrtheaudio.domain.choice.Explanation;
import io.arrtheaudio.domain.choice.TrackChooser;
import io.arrtheaudio.domain.choice.TrackPolicy;
import io.arrtheaudio.domain.choice.UngroupedTracks;
import io.arrtheaudio.domain.edit.EditCost;
import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.SkipReason;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.MediaFile;
import io.arrtheaudio.domain.media.TrackFlag;
import io.arrtheaudio.port.in.FixDefaultAudio;
import io.arrtheaudio.port.in.FixOptions;
import io.arrtheaudio.port.in.Inspection;
import io.arrtheaudio.port.out.DefaultTrackPlanner;
import io.arrtheaudio.port.out.EditWriter;
import io.arrtheaudio.port.out.FileFacts;
import io.arrtheaudio.port.out.InspectedFile;
import io.arrtheaudio.port.out.MediaFiles;
import io.arrtheaudio.port.out.MediaInspector;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The order of work for one file: stat, inspect, choose, guard, plan, (a dry run stops here), journal, write and force,
 * inspect again.
 *
 * <p>Thread-safe.
 */
public final class FixService implements FixDefaultAudio {

    private static final Logger LOG = LoggerFactory.getLogger(FixService.class);

    private final MediaFiles files;
    private final MediaInspector inspector;
    private final DefaultTrackPlanner planner;
    private final EditWriter writer;
    private final FixRules rules;
    private final WriteGuard guard;
    private final FileLocks locks = new FileLocks();

    /** Everything from outside is handed in; the clock decides which files are too fresh. */
    public FixService(
            MediaFiles files,
            MediaInspector inspector,
            DefaultTrackPlanner planner,
            EditWriter writer,
            FixRules rules,
            InstantSource clock) {
        this.files = files;
        this.inspector = inspector;
        this.planner = planner;
        this.writer = writer;
        this.rules = rules;
        this.guard = new WriteGuard(files, rules.hardlinks(), clock);
    }

    @Override
    public Inspection inspect(Path file, FixOptions options) {
        FileFacts facts = regular(file);
        MediaFile media = inspector.inspect(facts.identity().path()).fold(InspectedFile.Media::file, other -> {
            throw new AudioFixException(
                    Remedy.FIX_FILE,
                    "cannot read audio tracks of " + file + ": it is " + other.what()
                            + "; Matroska, WebM, MP4, M4V and MOV are supported");
        });
        return new Inspection(media, choose(file, media, options));
    }

    @Override
    public Outcome fix(Path file, FixOptions options) {
        try {
            FileIdentity identity = regular(file).identity();
            String key = identity.key().isEmpty() ? identity.path().toString() : identity.key();
            return locks.holding(key, () -> fixAlone(file, options));
        } catch (AudioFixException e) {
            return failed(file, e, Explanation.NONE);
        }
    }

    private static Outcome failed(Path file, AudioFixException problem, Explanation explanation) {
        LOG.debug("cannot fix {}", file, problem);
        return new Outcome.Failed(file, problem.remedy(), problem.getMessage(), explanation);
    }

    private Outcome fixAlone(Path file, FixOptions options) {
        FileIdentity identity = regular(file).identity();
        return inspector
                .inspect(identity.path())
                .fold(
                        found -> decide(file, identity, found.file(), options),
                        other -> new Outcome.Skipped(
                                file,
                                SkipReason.UNSUPPORTED_CONTAINER,
                                "it is " + other.what() + ", not Matroska or MP4",
                                Explanation.NONE));
    }

    private Outcome decide(Path file, FileIdentity identity, MediaFile media, FixOptions options) {
        if (!rules.containers().contains(media.container())) {
            return new Outcome.Skipped(
                    file, SkipReason.CONTAINER_OFF, "containers switches this kind off", Explanation.NONE);
        }
        return choose(file, media, options)
                .fold(
                        found -> change(file, identity, media, found, options),
                        keep -> new Outcome.AlreadyCorrect(file, keep.already(), keep.explanation()),
                        none -> new Outcome.NoMatch(file, none.explanation()));
    }

    private Outcome change(
            Path file, FileIdentity identity, MediaFile media, Choice.Switch choice, FixOptions options) {
        Explanation explanation = choice.explanation();
        try {
            Optional<Outcome> objection = objection(file, identity, media, options, explanation);
            if (objection.isPresent()) {
                return objection.get();
            }
            return planner.plan(media, Set.of(choice.to().position()))
                    .fold(
                            possible -> options.dryRun()
                                    ? new Outcome.WouldChange(
                                            file, choice.to(), EditCost.inPlace(possible.plan()), explanation)
                                    : carryOut(file, identity, choice, possible.plan(), options),
                            rewrite -> new Outcome.Skipped(
                                    file, SkipReason.UNSUPPORTED_LAYOUT, rewrite.method(), explanation),
                            unsupported -> new Outcome.Skipped(
                                    file, SkipReason.UNSUPPORTED_LAYOUT, unsupported.why(), explanation));
        } catch (AudioFixException e) {
            return failed(file, e, explanation);
        }
    }

    private Optional<Outcome> objection(
            Path file, FileIdentity identity, MediaFile media, FixOptions options, Explanation explanation) {
        boolean isUngrouped = media.audio().stream().anyMatch(track -> track.is(TrackFlag.UNGROUPED));
        if (isUngrouped && policy(file, options).ungrouped() == UngroupedTracks.SKIP) {
            return Optional.of(new Outcome.Skipped(
                    file,
                    SkipReason.UNGROUPED_TRACKS,
                    "its audio tracks are not marked as alternatives (mp4_ungrouped: skip)",
                    explanation));
        }
        return guard.objection(file, identity, options, explanation);
    }

    private Outcome carryOut(
            Path file, FileIdentity identity, Choice.Switch choice, EditPlan plan, FixOptions options) {
        // Planning read the file once more, and meanwhile it may have got other bytes or another name.
        Optional<Outcome> objection = guard.objection(file, identity, options, choice.explanation());
        if (objection.isPresent()) {
            return objection.get();
        }
        // The edit journal belongs here: its entry must be on disk before the first byte of media is written.
        writer.write(identity, plan);
        Optional<String> wrong = Uninterrupted.call(() -> whatIsWrong(file, identity.path(), choice.to(), options));
        if (wrong.isPresent()) {
            String problem = "changed " + file + " (" + plan.method() + ") but " + wrong.get() + "; "
                    + putBack(identity, plan) + ", please report this";
            return new Outcome.Failed(file, Remedy.REPORT_BUG, problem, choice.explanation());
        }
        return new Outcome.Changed(
                file, choice.to(), EditCost.inPlace(plan), "", afterTouch(identity, choice.explanation()));
    }

    /** Returns how it went, in a few words for people. */
    private String putBack(FileIdentity identity, EditPlan plan) {
        try {
            writer.write(identity, plan.inverse());
        } catch (RuntimeException e) {
            LOG.error("{} holds a change that should not be: {}", identity.path(), plan.patches(), e);
            return "its bytes could not be put back (" + e.getMessage() + "); the old ones are " + plan.oldBytes();
        }
        try {
            files.setModified(identity.path(), identity.modified());
        } catch (AudioFixException e) {
            LOG.warn("cannot set back the time of {}", identity.path(), e);
            return "its bytes were put back, its modification time was not";
        }
        return "its bytes were put back";
    }

    /** The file is changed and right, whatever becomes of its time. */
    private Explanation afterTouch(FileIdentity identity, Explanation explanation) {
        if (rules.mtime() == MtimeRule.TOUCH) {
            return explanation;
        }
        try {
            files.setModified(identity.path(), identity.modified());
            return explanation;
        } catch (AudioFixException e) {
            LOG.warn("cannot preserve the time of {}", identity.path(), e);
            List<String> warnings = new ArrayList<>(explanation.warnings());
            warnings.add("the modification time could not be preserved: " + e.getMessage());
            return new Explanation(explanation.summary(), explanation.wanted(), explanation.tracks(), warnings);
        }
    }

    /** Looks into the changed file: choosing again must find nothing to do. */
    private Optional<String> whatIsWrong(Path file, Path written, AudioTrack to, FixOptions options) {
        try {
            return inspector
                    .inspect(written)
                    .fold(
                            found -> whatIsWrong(choose(file, found.file(), options), to),
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

    private Choice choose(Path file, MediaFile media, FixOptions options) {
        return TrackChooser.choose(media, policy(file, options), options.original());
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
