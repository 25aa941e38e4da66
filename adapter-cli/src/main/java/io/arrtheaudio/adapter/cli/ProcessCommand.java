package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.port.in.FixOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fixes the files that are named. */
@Command(name = "process", description = "Makes the right audio track of each file the default one.")
final class ProcessCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Parameters(paramLabel = "FILE", arity = "1..*", converter = FileName.class, description = "MKV and MP4 files")
    private List<Path> files;

    @Mixin
    private WishOptions wishes;

    @Option(names = "--dry-run", description = "tell what would be changed, write nothing")
    private boolean dryRun;

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            converter = OneOf.Engine.class,
            completionCandidates = OneOf.Engine.class,
            description = "auto or builtin, in place of the settings'")
    private String engine;

    @Option(names = "--json", description = "print one JSON object a line")
    private boolean json;

    ProcessCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        try (StopSignal signal = StopSignal.watch()) {
            Wiring.Desk desk = invocation.open(Optional.ofNullable(engine), wishes);
            boolean isDry = dryRun || desk.dryRun();
            Report report = invocation.report(json, true);
            int exit = ExitCode.DONE;
            for (Path file : files) {
                if (signal.isStopping()) {
                    return ExitCode.STOPPED;
                }
                exit = Math.max(exit, fix(desk, file, isDry, report));
            }
            return exit;
        }
    }

    private int fix(Wiring.Desk desk, Path file, boolean isDry, Report report) {
        FixOptions options = wishes.applyTo(FixOptions.within(file));
        Stopwatch watch = invocation.startWatch();
        Outcome outcome = desk.fix().fix(file, isDry ? options.asDryRun() : options);
        report.outcome(outcome, watch.elapsed());
        return outcome instanceof Outcome.Failed failed ? ExitCode.of(failed.remedy()) : ExitCode.DONE;
    }
}
