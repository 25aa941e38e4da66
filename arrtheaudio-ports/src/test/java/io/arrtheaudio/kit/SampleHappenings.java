package io.arrtheaudio.kit;

import io.arrtheaudio.domain.choice.Explanation;
import io.arrtheaudio.domain.edit.EditCost;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.SkipReason;
import io.arrtheaudio.domain.edit.UndoOutcome;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.port.out.Happening;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Everything that can happen, in each of its forms. */
public final class SampleHappenings {

    private static final Path FILM = Path.of("/tv/a.mkv");
    private static final AudioTrack TRACK = Tracks.track(1, "jpn", "", "aac", 2);
    private static final EditCost COST = new EditCost("flip", 2, 0);

    /** One of each outcome. */
    public static final List<Outcome> OUTCOMES = List.of(
            new Outcome.Changed(FILM, TRACK, COST, "e1", Explanation.NONE),
            new Outcome.AlreadyCorrect(FILM, TRACK, Explanation.NONE),
            new Outcome.NoMatch(FILM, Explanation.NONE),
            new Outcome.Skipped(FILM, SkipReason.HARDLINKED, "it has 2 names", Explanation.NONE),
            new Outcome.WouldChange(FILM, TRACK, COST, Explanation.NONE),
            new Outcome.Failed(FILM, Remedy.FIX_FILE, "it is damaged", Explanation.NONE));

    /** One of each outcome of an undo. */
    public static final List<UndoOutcome> UNDO_OUTCOMES = List.of(
            new UndoOutcome.Undone(FILM, "e1", "e2", ""),
            new UndoOutcome.WouldUndo(FILM, "e1", ""),
            new UndoOutcome.Refused(FILM, "e1", "it has changed since"),
            new UndoOutcome.Failed(FILM, "e1", Remedy.RETRY_LATER, "the disk is full"));

    private SampleHappenings() {}

    /** All of them. */
    public static List<Happening> all() {
        List<Happening> all = new ArrayList<>();
        for (Happening.FileKind kind : Happening.FileKind.values()) {
            OUTCOMES.forEach(outcome -> all.add(new Happening.FileProcessed(outcome, kind, Duration.ofMillis(3))));
        }
        Stream.of(JobState.values())
                .filter(JobState::isEnd)
                .forEach(state -> all.add(new Happening.JobsEnded(state, 1)));
        for (Happening.Component component : Happening.Component.values()) {
            all.add(new Happening.TriedAgain(component));
            Stream.of(Remedy.values()).forEach(remedy -> all.add(new Happening.Troubled(remedy, component)));
        }
        all.add(new Happening.LinkBroken(0));
        all.add(new Happening.LinkBroken(4096));
        UNDO_OUTCOMES.forEach(outcome -> all.add(new Happening.UndoTried(outcome)));
        all.add(new Happening.MemoryAsked(true));
        all.add(new Happening.MemoryAsked(false));
        Stream.of(Happening.Answer.values()).forEach(answer -> all.add(new Happening.SourceAsked(answer)));
        Stream.of(Happening.Restraint.values()).forEach(why -> all.add(new Happening.SourceSpared(why)));
        Stream.of(Happening.Circuit.values()).forEach(state -> all.add(new Happening.CircuitMoved(state)));
        return all;
    }
}
