package io.arrtheaudio.service;

import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.edit.Progress;
import io.arrtheaudio.domain.journal.PlannedChange;
import io.arrtheaudio.domain.journal.Route;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.MediaFile;
import io.arrtheaudio.domain.media.TrackFlag;
import io.arrtheaudio.port.out.PlannedEdit;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A change that is decided on and permitted, with what must be known to carry it out.
 *
 * @param identity the file, in the state in which it was looked into
 * @param media its tracks in that state
 * @param defaults positions of the audio tracks that shall be default
 * @param step what is done
 * @param reason the words of the journal's entry: why, what asked for it, and which entry it takes back, if any
 * @param modified the modification time before, for those who preserve it
 * @param progress watches copies and rewrites
 * @param objection asked once more just before the file under the name changes
 * @param check looks into the changed file and says what is wrong with it
 */
record Intent(
        FileIdentity identity,
        MediaFile media,
        Set<Integer> defaults,
        Step step,
        Reason reason,
        Instant modified,
        Progress progress,
        Supplier<Optional<Objection>> objection,
        Function<Path, Optional<String>> check) {

    /**
     * What is done to the file.
     *
     * @param kind in the file itself, or by another that takes its place
     * @param plan which bytes; without patches if a tool writes the file anew
     * @param engine who worked it out
     */
    record Step(Route.Kind kind, EditPlan plan, String engine) {

        /** Bytes are overwritten, in the file or in a copy of it. */
        static Step patching(PlannedEdit.Possible planned, boolean inCopy) {
            return new Step(inCopy ? Route.Kind.COPY : Route.Kind.IN_PLACE, planned.plan(), planned.engine());
        }

        /** A tool writes the file anew. */
        static Step rewriting(PlannedEdit.Rewrite planned) {
            return new Step(Route.Kind.REWRITE, new EditPlan(List.of(), planned.method()), planned.engine());
        }
    }

    /**
     * The words of the journal's entry.
     *
     * @param explanation why, in one sentence
     * @param cause what asked for it
     * @param undoes the id of the entry that is taken back; empty if none is
     */
    record Reason(String explanation, String cause, String undoes) {}

    Route.Kind kind() {
        return step.kind();
    }

    EditPlan plan() {
        return step.plan();
    }

    Path path() {
        return identity.path();
    }

    /** What the journal records before the first byte is written. */
    PlannedChange recorded(Path replacement, Instant now) {
        return new PlannedChange(
                identity,
                new Route(step.kind(), step.engine(), replacement),
                step.plan(),
                defaultsOf(media),
                List.copyOf(new TreeSet<>(defaults)),
                reason.explanation(),
                reason.cause(),
                reason.undoes(),
                now);
    }

    /** Positions of the tracks that are default, in their order. */
    static List<Integer> defaultsOf(MediaFile media) {
        return media.audio().stream()
                .filter(track -> track.is(TrackFlag.DEFAULT))
                .map(AudioTrack::position)
                .toList();
    }
}
