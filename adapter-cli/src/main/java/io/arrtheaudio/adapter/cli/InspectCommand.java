package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.adapter.cli.CommandLineOverrides.Use;
import io.arrtheaudio.domain.choice.Explanation;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.port.in.FixDefaultAudio;
import io.arrtheaudio.port.in.FixOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows audio tracks and what would be chosen among them. */
@Command(
        name = "inspect",
        description = "Shows the audio tracks of files, which one would be chosen, and why. Never writes.")
final class InspectCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Parameters(paramLabel = "FILE", arity = "1..*", converter = FileName.class, description = "MKV and MP4 files")
    private List<Path> files;

    @Mixin
    private WishOptions wishes;

    @Option(names = "--json", description = "print one JSON object a line")
    private boolean json;

    InspectCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        try (Wiring.Desk desk = invocation.open(Optional.empty(), wishes, Use.LOOK)) {
            Report report = invocation.report(json, TextReport.Detail.WARNINGS);
            int exit = ExitCode.DONE;
            for (Path file : files) {
                exit = Math.max(exit, inspect(desk.fix(), file, report));
            }
            return exit;
        }
    }

    private int inspect(FixDefaultAudio fix, Path file, Report report) {
        Stopwatch watch = invocation.startWatch();
        try {
            report.inspection(file, fix.inspect(file, wishes.applyTo(FixOptions.within(file))));
            return ExitCode.DONE;
        } catch (AudioFixException e) {
            report.outcome(new Outcome.Failed(file, e.remedy(), e.getMessage(), Explanation.NONE), watch.elapsed());
            return ExitCode.of(e.remedy());
        }
    }
}
