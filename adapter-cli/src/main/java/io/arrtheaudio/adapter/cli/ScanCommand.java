package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.library.Glob;
import io.arrtheaudio.port.in.FixOptions;
import io.arrtheaudio.port.in.ScanRequest;
import io.arrtheaudio.port.in.ScanSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fixes whole folders. */
@Command(
        name = "scan",
        description = {
            "Makes the right audio track the default one in every MKV and MP4 file of folders.",
            "Asks once before it writes. Ctrl-C finishes the files in hand and still tells what was done."
        })
final class ScanCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PATH", arity = "1..*", converter = FileName.class, description = "folders, or files")
    private List<Path> paths;

    @Mixin
    private WishOptions wishes;

    @Option(names = "--dry-run", description = "tell what would be changed, write nothing")
    private boolean dryRun;

    @Option(names = "--no-recursive", description = "leave sub-folders alone")
    private boolean flat;

    @Option(
            names = "--pattern",
            paramLabel = "GLOB",
            converter = FilePattern.class,
            description = "only files that fit, such as '*.{mkv,mp4}' or 'Anime/**'; may be repeated")
    private List<Glob> patterns = new ArrayList<>();

    @Option(
            names = "--exclude",
            paramLabel = "GLOB",
            converter = FilePattern.class,
            description = "no file or folder that fits; may be repeated")
    private List<Glob> excluded = new ArrayList<>();

    @Option(names = "--workers", paramLabel = "N", description = "how many files are worked on at a time")
    private Integer workers;

    @Option(names = "--yes", description = "do not ask before writing")
    private boolean yes;

    @Option(names = "--verbose", description = "show every file, not only those that matter")
    private boolean verbose;

    @Option(names = "--json", description = "print one JSON object a line")
    private boolean json;

    ScanCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        if (workers != null && (workers < 1 || workers > 256)) {
            throw new ParameterException(spec.commandLine(), "--workers was " + workers + " but must be 1 to 256");
        }
        Wiring.Desk desk = invocation.open(Optional.empty(), wishes);
        boolean isDry = dryRun || desk.dryRun();
        ExistingPaths existing = ExistingPaths.of(paths, invocation.screen());
        if (existing.found().isEmpty()) {
            return ExitCode.FAILED;
        }
        if (!isDry && !yes) {
            Consent consent = Consent.ask(invocation.screen(), existing.found());
            if (consent != Consent.GIVEN) {
                return consent.exitCode();
            }
        }
        int exit = scan(desk, existing.found(), isDry);
        return existing.areAll() ? exit : Math.max(exit, ExitCode.FAILED);
    }

    private int scan(Wiring.Desk desk, List<Path> roots, boolean isDry) {
        Report report = invocation.report(json, false);
        try (StopSignal signal = StopSignal.watch();
                ProgressLine progress = ProgressLine.on(invocation.screen())) {
            ScanWatcher watcher = new ScanWatcher(report, progress, signal, invocation.screen(), roots, verbose);
            ScanSummary summary = desk.library().scan(request(desk, roots, isDry), watcher);
            progress.finish();
            report.summary(summary, isDry);
            return watcher.exitCode();
        }
    }

    private ScanRequest request(Wiring.Desk desk, List<Path> roots, boolean isDry) {
        FixOptions options =
                wishes.applyTo(FixOptions.within(roots.toArray(Path[]::new))).withMinAge(desk.minAge());
        return new ScanRequest(
                !flat,
                patterns,
                excluded,
                workers == null ? desk.workers() : workers,
                isDry ? options.asDryRun() : options);
    }
}
