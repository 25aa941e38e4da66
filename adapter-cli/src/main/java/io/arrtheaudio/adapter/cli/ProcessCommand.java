package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.adapter.cli.CommandLineOverrides.Use;
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
            description = "auto, builtin or tools, in place of the settings'")
    private String engine;

    @Option(names = "--force", description = "change files too whose last change was taken back by undo")
    private boolean force;

    @Option(
            names = "--verbose",
            description = "show the original language, and by which entry of the journal each change is taken back")
    private boolean verbose;

    @Option(names = "--json", description = "print one JSON object a line")
    private boolean json;

    ProcessCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        try (StopSignal signal = StopSignal.watch();
                Wiring.Desk desk = invocation.open(Optional.ofNullable(engine), wishes, dryRun ? Use.LOOK : Use.FIX)) {
            signal.whenAsked(desk.whenStopping());
            boolean isDry = dryRun || desk.dryRun();
            Report report = invocation.report(json, verbose ? TextReport.Detail.ALL : TextReport.Detail.WARNINGS);
            if (!isDry) {
                desk.recovery().recover().forEach(report::recovered);
            }
            CopyProgress progress = new CopyProgress(invocation.screen(), signal);
            int exit = ExitCode.DONE;
            for (Path file : files) {
                if (signal.isStopping()) {
                    return ExitCode.STOPPED;
                }
                exit = Math.max(exit, fix(desk, file, isDry, report, progress));
            }
            return exit;
        }
    }

    private int fix(Wiring.Desk desk, Path file, boolean isDry, Report report, CopyProgress progress) {
        Stopwatch watch = invocation.startWatch();
        Outcome outcome = desk.fix().fix(file, options(file, isDry).watchedBy(progress));
        progress.clear();
        report.outcome(outcome, watch.elapsed());
        return outcome instanceof Outcome.Failed failed ? ExitCode.of(failed.remedy()) : ExitCode.DONE;
    }

    private FixOptions options(Path file, boolean isDry) {
        FixOptions options = wishes.applyTo(FixOptions.within(file)).because("process");
        FixOptions forced = force ? options.evenIfUndone() : options;
        return isDry ? forced.asDryRun() : forced;
    }
}
