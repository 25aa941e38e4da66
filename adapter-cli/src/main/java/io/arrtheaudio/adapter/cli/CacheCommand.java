package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.port.in.LanguageMemory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows or forgets what was answered about titles. */
@Command(
        name = "cache",
        description = {
            "Shows what TMDB answered about titles and what Sonarr and Radarr told of them, the newest first.",
            "With --clear the answers are forgotten, so that TMDB is asked again; no media file is touched.",
            "What Sonarr and Radarr told is forgotten only where a title is named, with all that it is known by."
        })
final class CacheCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Spec
    private CommandSpec spec;

    @Option(names = "--clear", description = "forget all answers, or those about the titles that are named")
    private boolean clear;

    @Parameters(
            paramLabel = "TITLE",
            arity = "0..*",
            description =
                    "titles to forget, as the list shows them: 'tvdb 81189', 'folder /tv/Show'; 'tmdb 3' for the film and the"
                            + " series")
    private List<String> titles = new ArrayList<>();

    @Option(names = "--json", description = "print one JSON object a line")
    private boolean json;

    CacheCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        if (!clear && !titles.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "titles are named only to forget them: add --clear");
        }
        try (Wiring.Desk desk = invocation.open()) {
            Report report = invocation.report(json, TextReport.Detail.NONE);
            if (!clear) {
                report.answers(desk.languages().all(), desk.languages().told());
                return ExitCode.DONE;
            }
            return forget(desk.languages(), report);
        }
    }

    private int forget(LanguageMemory answers, Report report) {
        if (titles.isEmpty()) {
            report.forgotten(answers.forget(List.of()));
            return ExitCode.DONE;
        }
        int forgotten = 0;
        int exit = ExitCode.DONE;
        for (String title : new LinkedHashSet<>(titles)) {
            int found = answers.forget(List.of(title));
            if (found == 0) {
                invocation
                        .screen()
                        .complain("no answer about '" + Shown.text(title) + "' is kept; see '" + RootCommand.NAME
                                + " admin cache'");
                exit = ExitCode.FAILED;
            }
            forgotten += found;
        }
        report.forgotten(forgotten);
        return exit;
    }
}
