package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.port.in.UndoRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Gives files back what they were before they were changed. */
@Command(
        name = "undo",
        description = {
            "Gives files back the bytes they had before they were changed, by the journal of changes.",
            "A file that was changed by something else since is left alone. A file that was given back is not changed again"
                    + " by process or scan, unless --force says so.",
            "Asks once before it takes back the changes of a time, a job, a batch, or all of them."
        })
final class UndoCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Spec
    private CommandSpec spec;

    @Mixin
    private UndoChoice choice;

    @Option(names = "--dry-run", description = "tell what would be taken back, write nothing")
    private boolean dryRun;

    @Option(names = "--yes", description = "do not ask before writing")
    private boolean yes;

    @Option(names = "--json", description = "print one JSON object a line")
    private boolean json;

    UndoCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Optional<String> objection = choice.objection();
        if (objection.isPresent()) {
            throw new ParameterException(spec.commandLine(), objection.get());
        }
        try (StopSignal signal = StopSignal.later();
                Wiring.Desk desk = invocation.open()) {
            boolean isDry = dryRun || desk.dryRun();
            Consent consent = isDry || yes ? Consent.GIVEN : ask();
            if (consent != Consent.GIVEN) {
                return consent.exitCode();
            }
            signal.begin();
            return undo(desk, isDry, signal);
        }
    }

    private Consent ask() {
        return choice.question()
                .map(question -> Consent.ask(invocation.screen(), "undo", question))
                .orElse(Consent.GIVEN);
    }

    private int undo(Wiring.Desk desk, boolean isDry, StopSignal signal) {
        Screen screen = invocation.screen();
        Report report = invocation.report(json, TextReport.Detail.NONE);
        if (!isDry) {
            desk.recovery().recover().forEach(report::recovered);
        }
        UndoRequest request = choice.request(invocation.clock().instant());
        UndoWatcher watcher = new UndoWatcher(report, new CopyProgress(screen, signal), screen);
        UndoSummary summary = new UndoSummary(
                desk.undo().undo(isDry ? request.asDryRun() : request, watcher), isDry, watcher.isCancelled());
        int missed = summary.cancelled() ? ExitCode.DONE : tellMissed(summary, watcher.without(choice.files()));
        report.undoSummary(summary);
        return Math.max(watcher.exitCode(), missed);
    }

    /** What was named and is not there is a failure; that there is nothing to do else is none. */
    private int tellMissed(UndoSummary summary, List<Path> files) {
        Screen screen = invocation.screen();
        for (Path file : files) {
            screen.complain("found nothing to undo of " + Shown.path(file)
                    + ": the journal has no change of it that is still in the file");
        }
        if (summary.changes() > 0 || !files.isEmpty()) {
            return files.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
        }
        if (!choice.entry().isEmpty()) {
            screen.complain("found nothing to undo of entry " + Shown.text(choice.entry())
                    + ": the journal has no such entry, or what it tells of is not in the file any more");
            return ExitCode.FAILED;
        }
        if (!json) {
            screen.print("found nothing to undo");
        }
        return ExitCode.DONE;
    }
}
