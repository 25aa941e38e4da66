package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.Progress;
import io.arrtheaudio.domain.edit.SkipReason;
import io.arrtheaudio.port.in.ScanObserver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Shows what a scan does while it does it, and ends it, and the copies it makes, when the user, or the reader of a pipe, has
 * gone.
 */
final class ScanWatcher implements ScanObserver, Progress {

    private final Report report;
    private final ProgressLine progress;
    private final StopSignal signal;
    private final Screen screen;
    private final List<Path> roots;
    private final boolean verbose;
    private volatile boolean readerGone;
    private int worst = ExitCode.DONE;
    private long unanswered;
    private String firstWarning = "";

    /** @param verbose whether to show files that needed nothing */
    ScanWatcher(
            Report report, ProgressLine progress, StopSignal signal, Screen screen, List<Path> roots, boolean verbose) {
        this.report = report;
        this.progress = progress;
        this.signal = signal;
        this.screen = screen;
        this.roots = roots;
        this.verbose = verbose;
    }

    @Override
    public void found(long files, boolean all) {
        progress.found(files, all);
    }

    @Override
    public void done(Outcome outcome, Duration took) {
        progress.step();
        if (outcome instanceof Outcome.Failed failed) {
            worst = Math.max(worst, ExitCode.of(failed.remedy()));
        }
        if (outcome.explanation().original().equals(OriginalLanguage.UNANSWERED)) {
            unanswered++;
            firstWarning = firstWarning.isEmpty() ? warning(outcome) : firstWarning;
        }
        if (verbose || matters(outcome)) {
            report.outcome(outcome, took);
            if (!readerGone && screen.isClosed()) {
                readerGone = true;
                screen.complain("stopped early: nobody reads the output any more");
            }
        }
    }

    @Override
    public void passedOver(Path path, String why) {
        report.passedOver(path, why);
        if (roots.contains(path)) {
            worst = Math.max(worst, ExitCode.FAILED); // the user named it
        }
    }

    @Override
    public boolean isCancelled() {
        return readerGone || signal.isStopping();
    }

    /** For how many films the original language was asked in vain. */
    long unanswered() {
        return unanswered;
    }

    /** Tells of how many films the original language was asked for in vain; a line for each would hide all others. */
    void tellUnanswered() {
        if (unanswered > 0) {
            String films = unanswered == 1 ? "1 film was" : String.format(Locale.ROOT, "%,d films were", unanswered);
            screen.remark(
                    films + " left to your list, since nobody told the original language; a later scan asks again. The"
                            + " first: " + firstWarning);
        }
    }

    private static String warning(Outcome outcome) {
        return outcome.explanation().warnings().stream().findFirst().orElse("no reason was given");
    }

    /** What to tell the shell when the scan has returned. */
    int exitCode() {
        if (signal.isStopping()) {
            return ExitCode.STOPPED;
        }
        return readerGone ? ExitCode.FAILED : worst;
    }

    private static boolean matters(Outcome outcome) {
        boolean isOff = outcome instanceof Outcome.Skipped skipped && skipped.reason() == SkipReason.CONTAINER_OFF;
        return !isOff && !(outcome instanceof Outcome.AlreadyCorrect) && !(outcome instanceof Outcome.NoMatch);
    }
}
