package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.fail;

import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.PlanState;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.domain.media.TrackFlag;
import io.arrtheaudio.kit.InMemoryEditJournal;
import io.arrtheaudio.kit.InMemoryEditWriter;
import io.arrtheaudio.kit.InMemoryEngine;
import io.arrtheaudio.kit.InMemoryMediaFiles;
import io.arrtheaudio.kit.InMemoryOwnerLocks;
import io.arrtheaudio.kit.InMemoryReplacements;
import io.arrtheaudio.kit.RecordingTelemetry;
import io.arrtheaudio.kit.StoppedClock;
import io.arrtheaudio.kit.Tracks;
import io.arrtheaudio.port.in.FixOptions;
import io.arrtheaudio.port.out.ContainerInventory;
import io.arrtheaudio.port.out.DefaultTrackPlanner;
import io.arrtheaudio.port.out.EditWriter;
import io.arrtheaudio.port.out.InspectedFile;
import io.arrtheaudio.port.out.MediaFiles;
import io.arrtheaudio.port.out.MediaInspector;
import io.arrtheaudio.port.out.PlannedEdit;
import io.arrtheaudio.port.out.Rewriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** A library in memory and a service on it; a test puts other parts in the place of those it wants to fail. */
final class Library {

    static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    final StoppedClock clock = new StoppedClock(NOW);
    final InMemoryMediaFiles disk = new InMemoryMediaFiles(clock);
    final InMemoryEngine engine = new InMemoryEngine(disk);
    final InMemoryEditWriter writer = new InMemoryEditWriter(disk);

    final RecordingTelemetry telemetry = new RecordingTelemetry();
    final InMemoryReplacements replacements = new InMemoryReplacements(disk);

    InMemoryOwnerLocks locks = new InMemoryOwnerLocks();
    InMemoryEditJournal journal = new InMemoryEditJournal(locks);
    Rewriter rewriter = (file, defaults, into, progress) -> fail("nothing is to be written anew");
    ContainerInventory inventory = file -> List.of();
    MediaInspector inspector = engine;
    DefaultTrackPlanner planner = engine;
    EditWriter writing = writer;
    FixRules rules = FixRules.DEFAULT;
    OwnChanges own = new OwnChanges();
    TitleLanguages titles = TitleLanguages.AS_TOLD;

    FixService service() {
        return serviceOn(disk);
    }

    /** A service to which the disk shows itself otherwise. */
    FixService serviceOn(MediaFiles files) {
        return new FixService(disk(files), engine(), journal, titles, rules, clock, own, telemetry);
    }

    UndoService undo() {
        return new UndoService(disk(disk), engine(), journal, rules, clock, own, telemetry);
    }

    /** What a run of the program does that starts after the one before was killed. */
    RecoveryService recovery() {
        locks.kill();
        locks = locks.anotherRun();
        journal = journal.sharedWith(locks);
        own = new OwnChanges();
        return settling();
    }

    /** What this run does to what it could not end. */
    RecoveryService settling() {
        return new RecoveryService(disk(disk), inspector, journal, rules.mtime(), own);
    }

    private Disk disk(MediaFiles files) {
        return new Disk(files, writing, replacements);
    }

    private Engine engine() {
        return new Engine(inspector, planner, rewriter, inventory);
    }

    FixOptions options() {
        return FixOptions.within(disk.root());
    }

    Outcome fix(Path file) {
        return service().fix(file, options());
    }

    /** An old file with an English, a Japanese and a German track, the one at a position default. */
    Path film(String name, int isDefault) {
        return put(name, Container.MATROSKA, Tracks.three(isDefault));
    }

    /** An old file whose wanted track is not the default one. */
    Path wrong() {
        return film("film.mkv", 2);
    }

    Path put(String name, Container container, List<AudioTrack> tracks) {
        return old(disk.put(name, InMemoryEngine.paper(container, tracks)));
    }

    Path old(Path file) {
        disk.touch(file, LONG_AGO);
        return file;
    }

    /** The position of the only default track as the file says now. */
    int defaultOf(Path file) {
        List<Integer> defaults = engine.inspect(file)
                .fold(
                        media -> media.file().audio().stream()
                                .filter(track -> track.is(TrackFlag.DEFAULT))
                                .map(AudioTrack::position)
                                .toList(),
                        other -> fail("it is " + other.what()));
        return defaults.size() == 1 ? defaults.get(0) : fail("defaults are " + defaults);
    }

    /** From now on inspecting answers so, once the file was changed. */
    void afterChange(UnaryOperator<InspectedFile> answer) {
        inspector = file -> {
            InspectedFile found = engine.inspect(file);
            return writer.written().isEmpty() ? found : answer.apply(found);
        };
    }

    /** From now on plans are written so. */
    void writeBy(BiConsumer<FileIdentity, EditPlan> write) {
        writing = new EditWriter() {
            @Override
            public void write(FileIdentity file, EditPlan plan) {
                write.accept(file, plan);
            }

            @Override
            public PlanState stateOf(FileIdentity file, EditPlan plan) {
                return writer.stateOf(file, plan);
            }

            @Override
            public void settle(FileIdentity file, EditPlan plan) {
                writer.settle(file, plan);
            }
        };
    }

    static AudioFixException failure(Remedy remedy, String message) {
        return new AudioFixException(remedy, message);
    }

    static PlannedEdit unsupported() {
        return new PlannedEdit.Unsupported("no room; mkvpropedit could do it");
    }

    /** A writer that must not be asked. */
    static void neverWrites(FileIdentity file, EditPlan plan) {
        throw new AssertionError(file.path() + " is written: " + plan.patches());
    }

    static Duration minute() {
        return Duration.ofSeconds(60);
    }
}
