package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.port.in.Inspection;
import io.arrtheaudio.port.in.ScanSummary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Lines for people: results on standard output, failures on standard error. */
final class TextReport implements Report {

    private final Screen screen;
    private final boolean verbose;

    /** @param verbose whether to show the warnings about a file below its line */
    TextReport(Screen screen, boolean verbose) {
        this.screen = screen;
        this.verbose = verbose;
    }

    @Override
    public void outcome(Outcome outcome, Duration took) {
        String line = outcome.fold(new OutcomeText(screen, took));
        if (outcome instanceof Outcome.Failed) {
            screen.complain(line);
        } else {
            screen.print(line);
        }
        if (verbose) {
            outcome.explanation().warnings().forEach(warning -> screen.print("  warning: " + Shown.text(warning)));
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
    public void summary(ScanSummary summary, boolean dryRun) {
        if (summary.files() == 0 && !summary.cancelled()) {
            screen.print("no media files found");
        } else {
            screen.print(screen.painted(Paint.BOLD, headline(summary, dryRun)));
        }
        Columns columns = new Columns();
        summary.outcomes().forEach((word, files) -> columns.add("", word.replace('_', ' '), grouped(files)));
        if (summary.passedOver() > 0) {
            columns.add("", "passed over", grouped(summary.passedOver()));
        }
        columns.lines().forEach(screen::print);
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
