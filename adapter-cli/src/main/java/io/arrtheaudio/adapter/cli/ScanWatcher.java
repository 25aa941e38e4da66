package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.Progress;
import io.arrtheaudio.domain.edit.SkipReason;
import io.arrtheaudio.port.in.ScanObserver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

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
