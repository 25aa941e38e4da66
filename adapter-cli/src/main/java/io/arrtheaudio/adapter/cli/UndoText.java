package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.edit.UndoOutcome;
import java.nio.file.Path;

/**
 * What became of the wish to take a change back, in one line.
 *
 * @param screen knows whether there are colours
 */
record UndoText(Screen screen) implements UndoOutcome.Cases<String> {

    @Override
    public String undone(UndoOutcome.Undone outcome) {
        String text = "entry " + outcome.entry() + " is taken back, by entry " + outcome.by();
        return line(Paint.GREEN, "undone", outcome.file(), text, outcome.note());
    }

    @Override
    public String wouldUndo(UndoOutcome.WouldUndo outcome) {
        String text = "entry " + outcome.entry() + " can be taken back";
        return line(Paint.YELLOW, "would undo", outcome.file(), text, outcome.note());
    }

    @Override
    public String refused(UndoOutcome.Refused outcome) {
        return problem(outcome, outcome.reason());
    }

    @Override
    public String failed(UndoOutcome.Failed outcome) {
        return problem(outcome, outcome.problem());
    }

    private String line(Paint paint, String word, Path file, String text, String note) {
        String start = screen.painted(paint, String.format("%-12s", word));
        return start + "  " + Shown.path(file) + ": " + Shown.text(note.isEmpty() ? text : text + "; " + note);
    }

    private static String problem(UndoOutcome outcome, String why) {
        return Shown.text("did not undo entry " + outcome.entry() + " of " + outcome.file() + ": " + why);
    }
}
