package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.adapter.cli.CommandLineOverrides.Use;
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
            Report report = invocation.report(json, verbose ? TextReport.Detail.ALL : TextReport.Detail.WARNINGS);
            FileRun run = new FileRun(invocation, desk, signal, report, dryRun || desk.dryRun());
            return run.each(files, file -> run.fix(file, options(file)));
        }
    }

    private FixOptions options(Path file) {
        FixOptions options = wishes.applyTo(FixOptions.within(file)).because("process");
        return force ? options.evenIfUndone() : options;
    }
}
