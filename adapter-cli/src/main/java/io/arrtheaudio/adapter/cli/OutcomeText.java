package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.choice.Explanation;
import io.arrtheaudio.domain.choice.TrackNote;
import io.arrtheaudio.domain.edit.EditCost;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.TrackFlag;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of a file, in one line.
 *
 * @param screen knows whether there are colours
 * @param took how long it took
 */
record OutcomeText(Screen screen, Duration took) implements Outcome.Cases<String> {

    @Override
    public String changed(Outcome.Changed outcome) {
        String change = change(outcome.to(), outcome.explanation(), cost(outcome.cost(), "copied "));
        return line(Paint.GREEN, "changed", outcome.file(), change);
    }

    @Override
    public String wouldChange(Outcome.WouldChange outcome) {
        String change = change(outcome.to(), outcome.explanation(), cost(outcome.cost(), "would copy up to "));
        return line(Paint.YELLOW, "would change", outcome.file(), change);
    }

    @Override
    public String alreadyCorrect(Outcome.AlreadyCorrect outcome) {
        return line(Paint.DIM, "correct", outcome.file(), outcome.explanation().summary());
    }

    @Override
    public String noMatch(Outcome.NoMatch outcome) {
        return line(Paint.DIM, "no match", outcome.file(), outcome.explanation().summary());
    }

    @Override
    public String skipped(Outcome.Skipped outcome) {
        String why = outcome.reason().word().replace('_', ' ') + ": " + outcome.detail();
        return line(Paint.YELLOW, "skipped", outcome.file(), why);
    }

    @Override
    public String failed(Outcome.Failed outcome) {
        String problem = outcome.problem();
        boolean isNamed = problem.contains(outcome.file().toString());
        return Shown.text(isNamed ? problem : outcome.file() + ": " + problem);
    }

    private String line(Paint paint, String word, Path file, String text) {
        String start = screen.painted(paint, String.format("%-12s", word));
        return start + "  " + Shown.path(file) + ": " + Shown.text(text);
    }

    private String change(AudioTrack to, Explanation explanation, String cost) {
        return before(explanation) + " -> " + TrackText.brief(to) + " (" + cost + ", " + Stopwatch.said(took) + ")";
    }

    /** @param copying goes before the number of bytes that are copied, if there are any */
    private static String cost(EditCost cost, String copying) {
        String bytes = cost.headerBytes() + (cost.headerBytes() == 1 ? " byte" : " bytes");
        return cost.method() + ", " + bytes
                + (cost.copiedBytes() > 0 ? ", " + copying + ByteCount.said(cost.copiedBytes()) : "");
    }

    private static String before(Explanation explanation) {
        List<AudioTrack> defaults = explanation.tracks().stream()
                .map(TrackNote::track)
                .filter(track -> track.is(TrackFlag.DEFAULT))
                .toList();
        return defaults.isEmpty()
                ? "no default"
                : defaults.stream().map(TrackText::brief).collect(Collectors.joining(" + "));
    }
}
