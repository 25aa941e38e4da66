package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.port.in.FixOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.ToIntFunction;

/** Fixes single files one after the other and reports each, until a signal asks to stop. One thread. */
final class FileRun {

    private final Invocation invocation;
    private final Wiring.Desk desk;
    private final StopSignal signal;
    private final Report report;
    private final boolean isDry;
    private final CopyProgress progress;

    /** Settles first what an earlier run left, unless nothing is to be written. */
    FileRun(Invocation invocation, Wiring.Desk desk, StopSignal signal, Report report, boolean isDry) {
        this.invocation = invocation;
        this.desk = desk;
        this.signal = signal;
        this.report = report;
        this.isDry = isDry;
        this.progress = new CopyProgress(invocation.screen(), signal);
        signal.whenAsked(desk.whenStopping());
        if (!isDry) {
            desk.recovery().recover().forEach(report::recovered);
        }
    }

    /**
     * Does something about each.
     *
     * @return the highest exit code, or that of a command that was stopped
     */
    <T> int each(List<T> things, ToIntFunction<T> one) {
        int exit = ExitCode.DONE;
        for (T thing : things) {
            if (signal.isStopping()) {
                return ExitCode.STOPPED;
            }
            exit = Math.max(exit, one.applyAsInt(thing));
        }
        return exit;
    }

    /** Fixes one, and gives its exit code. */
    int fix(Path file, FixOptions options) {
        Stopwatch watch = invocation.startWatch();
        FixOptions watched = options.watchedBy(progress);
        Outcome outcome = desk.fix().fix(file, isDry ? watched.asDryRun() : watched);
        Duration took = watch.elapsed();
        progress.clear();
        report.outcome(outcome, took);
        return outcome instanceof Outcome.Failed failed ? ExitCode.of(failed.remedy()) : ExitCode.DONE;
    }
}
