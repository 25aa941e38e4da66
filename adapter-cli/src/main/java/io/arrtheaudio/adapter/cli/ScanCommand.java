package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.adapter.cli.CommandLineOverrides.Use;
import io.arrtheaudio.domain.library.Glob;
import io.arrtheaudio.port.in.FixOptions;
import io.arrtheaudio.port.in.ScanRequest;
import io.arrtheaudio.port.in.ScanSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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

    @Option(names = "--force", description = "change files too whose last change was taken back by undo")
    private boolean force;

    @Option(
            names = "--verbose",
            description =
                    "show every file, not only those that matter, with its original language, warnings and how to take changes back")
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
        try (StopSignal signal = StopSignal.later();
                Wiring.Desk desk = invocation.open(Optional.empty(), wishes, dryRun ? Use.LOOK : Use.FIX)) {
            boolean isDry = dryRun || desk.dryRun();
            ExistingPaths existing = ExistingPaths.of(paths, invocation.screen());
            if (existing.found().isEmpty()) {
                return ExitCode.FAILED;
            }
            Consent consent = isDry || yes ? Consent.GIVEN : ask(existing.found());
            if (consent != Consent.GIVEN) {
                return consent.exitCode();
            }
            signal.begin();
            signal.whenAsked(desk.whenStopping());
            int exit = scan(desk, existing.found(), isDry, signal);
            return existing.areAll() ? exit : Math.max(exit, ExitCode.FAILED);
        }
    }

    private Consent ask(List<Path> folders) {
        String named = folders.stream().map(Shown::path).collect(Collectors.joining(", "));
        String question = "Change the default audio track in " + named + " where it is not the right one?";
        return Consent.ask(invocation.screen(), "scan", question);
    }

    private int scan(Wiring.Desk desk, List<Path> roots, boolean isDry, StopSignal signal) {
        Report report = invocation.report(json, verbose ? TextReport.Detail.ALL : TextReport.Detail.NONE);
        if (!isDry) {
            desk.recovery().recover().forEach(report::recovered);
        }
        try (ProgressLine progress = ProgressLine.on(invocation.screen())) {
            ScanWatcher watcher = new ScanWatcher(report, progress, signal, invocation.screen(), roots, verbose);
            FixOptions options = options(desk, roots, isDry).watchedBy(watcher);
            ScanSummary summary = desk.library().scan(request(desk, options), watcher);
            progress.finish();
            report.summary(summary, isDry, watcher.unanswered());
            watcher.tellUnanswered();
            return watcher.exitCode();
        }
    }

    private FixOptions options(Wiring.Desk desk, List<Path> roots, boolean isDry) {
        FixOptions options = wishes.applyTo(FixOptions.within(roots.toArray(Path[]::new)))
                .withMinAge(desk.minAge())
                .because("scan");
        FixOptions forced = force ? options.evenIfUndone() : options;
        return isDry ? forced.asDryRun() : forced;
    }

    private ScanRequest request(Wiring.Desk desk, FixOptions options) {
        return new ScanRequest(!flat, patterns, excluded, workers == null ? desk.workers() : workers, options);
    }
}
