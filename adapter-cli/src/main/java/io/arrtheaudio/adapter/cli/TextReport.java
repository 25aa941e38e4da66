package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.backup.BackupFile;
import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.UndoOutcome;
import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.Recovered;
import io.arrtheaudio.domain.title.KnownLanguage;
import io.arrtheaudio.domain.title.ToldTitle;
import io.arrtheaudio.port.in.BackupDesk.Restored;
import io.arrtheaudio.port.in.Inspection;
import io.arrtheaudio.port.in.ScanSummary;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lines for people: results on standard output, failures on standard error. */
final class TextReport implements Report {

    /** How much to show of a file below its line. */
    enum Detail {
        /** Nothing. */
        NONE,
        /** Warnings about it. */
        WARNINGS,
        /** Its original language where that mattered, warnings, and how to take its change back. */
        ALL
    }

    private final Screen screen;
    private final Detail detail;

    TextReport(Screen screen, Detail detail) {
        this.screen = screen;
        this.detail = detail;
    }

    @Override
    public void outcome(Outcome outcome, Duration took) {
        String line = outcome.fold(new OutcomeText(screen, took));
        if (outcome instanceof Outcome.Failed) {
            screen.complain(line);
        } else {
            screen.print(line);
        }
        OriginalLanguage original = outcome.explanation().original();
        if (detail == Detail.ALL && OriginalText.isNews(original)) {
            screen.print("  original language: " + OriginalText.line(original));
        }
        if (detail != Detail.NONE) {
            outcome.explanation().warnings().forEach(warning -> screen.print("  warning: " + Shown.text(warning)));
        }
        if (detail == Detail.ALL
                && outcome instanceof Outcome.Changed changed
                && !changed.entry().isEmpty()) {
            screen.print("  to take it back: " + RootCommand.NAME + " undo --entry " + Shown.text(changed.entry()));
        }
    }

    @Override
    public void inspection(Path file, Inspection inspection) {
        new InspectionText(screen).lines(file, inspection).forEach(screen::print);
    }

    @Override
    public void passedOver(Path path, String why) {
        screen.remark("passed over " + Shown.path(path) + ": " + why);
    }

    @Override
    public void recovered(Recovered change) {
        String which =
                "a change of " + Shown.path(change.entry().change().file().path())
                        + " that an earlier run did not end (entry "
                        + Shown.text(change.entry().id()) + "): "
                        + Shown.text(change.detail());
        if (change.isUnsettled()) {
            screen.complain("cannot settle " + which + "; the file is left as it is: check that it plays, put"
                    + " it back from elsewhere if it does not, and then say " + RootCommand.NAME + " admin forget "
                    + Shown.text(change.entry().id()));
        } else {
            String how = change.how() == EntryState.DONE ? "finished " : "took back ";
            screen.remark(how + which);
        }
    }

    @Override
    public void undo(UndoOutcome outcome) {
        String line = outcome.fold(new UndoText(screen));
        if (outcome instanceof UndoOutcome.Refused || outcome instanceof UndoOutcome.Failed) {
            screen.complain(line);
        } else {
            screen.print(line);
        }
    }

    @Override
    public void undoSummary(UndoSummary summary) {
        if (summary.changes() < 2 && !summary.cancelled()) {
            return; // its line has said all
        }
        String headline = (summary.cancelled() ? "stopped early: " : "")
                + grouped(summary.changes())
                + (summary.changes() == 1 ? " change" : " changes")
                + (summary.dryRun() ? " (dry run, nothing was written)" : "");
        screen.print(screen.painted(Paint.BOLD, headline));
        counted(summary.outcomes()).lines().forEach(screen::print);
    }

    @Override
    public void findings(List<Finding> findings) {
        new FindingsText(screen).lines(findings).forEach(screen::print);
    }

    @Override
    public void answers(List<KnownLanguage> answers, List<ToldTitle> told) {
        OriginalText.table(answers, told, ZoneId.systemDefault()).forEach(screen::print);
    }

    @Override
    public void forgotten(int answers) {
        screen.print(grouped(answers) + (answers == 1 ? " answer" : " answers") + " forgotten");
    }

    @Override
    public void backup(BackupFile made) {
        BackupText.lines(made).forEach(screen::print);
    }

    @Override
    public void restored(Restored restored) {
        BackupText.lines(restored, ZoneId.systemDefault()).forEach(screen::print);
    }

    /** The films that were left to the list are told of apart from it. */
    @Override
    public void summary(ScanSummary summary, boolean dryRun, long unanswered) {
        if (summary.files() == 0 && !summary.cancelled()) {
            screen.print("no media files found");
        } else {
            screen.print(screen.painted(Paint.BOLD, headline(summary, dryRun)));
        }
        Columns columns = counted(summary.outcomes());
        if (summary.passedOver() > 0) {
            columns.add("", "passed over", grouped(summary.passedOver()));
        }
        columns.lines().forEach(screen::print);
        if (summary.copiedBytes() > 0) {
            screen.print((dryRun ? "would copy up to " : "copied ") + ByteCount.said(summary.copiedBytes()));
        }
    }

    private static Columns counted(Map<String, Long> outcomes) {
        Columns columns = new Columns();
        outcomes.forEach((word, times) -> columns.add("", word.replace('_', ' '), grouped(times)));
        return columns;
    }

    private static String headline(ScanSummary summary, boolean dryRun) {
        double seconds = Math.max(summary.took().toNanos() / 1e9, 1e-3);
        String headline = grouped(summary.files()) + (summary.files() == 1 ? " file in " : " files in ")
                + Stopwatch.said(summary.took()) + ", " + grouped(Math.round(summary.files() / seconds))
                + " files a second" + (dryRun ? " (dry run, nothing was written)" : "");
        return summary.cancelled() ? "stopped early: " + headline : headline;
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
