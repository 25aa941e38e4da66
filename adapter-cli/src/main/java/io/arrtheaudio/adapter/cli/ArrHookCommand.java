package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.arr.ArrEvent;
import io.arrtheaudio.domain.arr.ArrFile;
import io.arrtheaudio.domain.arr.ScriptVariables;
import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.library.MappedPath;
import io.arrtheaudio.domain.library.PathMappings;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.port.in.AboutTitle;
import io.arrtheaudio.port.in.FixOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * Is called by Sonarr and Radarr as a custom script: without arguments, with what happened in the environment, and with a
 * standard input that never ends and is therefore never read.
 */
@Command(
        name = "arr-hook",
        description = {
            "Is for Sonarr and Radarr to call, as a custom script.",
            "Hands what they tell to the daemon; if that does not answer, the files are fixed at once."
        },
        footer = {
            "",
            "ARRTHEAUDIO_URL      where the daemon is; else as the settings say, on this machine",
            "ARRTHEAUDIO_API_KEY  the key that it wants; else as the settings say"
        })
final class ArrHookCommand implements Callable<Integer> {

    private final Invocation invocation;

    ArrHookCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    /**
     * Files to be looked at.
     *
     * @param event what has happened
     * @param files which
     * @param told what the app says about their title
     */
    private record Work(ArrEvent event, List<ArrFile> files, AboutTitle told) {
        static Work nothing(ArrEvent event) {
            return new Work(event, List.of(), AboutTitle.NOTHING);
        }

        static Work of(ArrEvent event, List<ArrFile> files, TitleHint title, OriginalLanguage original) {
            return new Work(event, files, new AboutTitle(OriginalLanguage.UNKNOWN, original, title));
        }
    }

    @Override
    public Integer call() {
        Map<String, String> variables = ofArr(invocation.screen().terminal().environment());
        ArrEvent event;
        try {
            event = ScriptVariables.read(variables);
        } catch (IllegalArgumentException e) {
            invocation.screen().complain(e.getMessage());
            return ExitCode.USAGE;
        }
        return event.fold(new ArrEvent.Cases<>(
                imported ->
                        handOver(variables, Work.of(imported, imported.files(), imported.title(), imported.original())),
                renamed -> handOver(
                        variables,
                        Work.of(
                                renamed,
                                renamed.moves().stream().map(ArrEvent.Move::to).toList(),
                                renamed.title(),
                                renamed.original())),
                deleted -> handOver(variables, Work.nothing(deleted)),
                folderDeleted -> handOver(variables, Work.nothing(folderDeleted)),
                tested -> say("the test of " + tested.app().label() + " is well"),
                ignored -> say("nothing to do for " + Shown.text(ignored.event()))));
    }

    private static Map<String, String> ofArr(Map<String, String> environment) {
        Map<String, String> variables = new TreeMap<>(environment);
        variables.keySet().removeIf(name -> !name.toLowerCase(Locale.ROOT).matches("(sonarr|radarr)_.*"));
        return variables;
    }

    private int say(String text) {
        invocation.screen().print(text);
        return ExitCode.DONE;
    }

    private int handOver(Map<String, String> variables, Work work) {
        DaemonClient.Answer answer = new DaemonClient(invocation.daemon()).post(variables);
        if (answer.isTaken()) {
            return say(answer.told());
        }
        if (work.files().isEmpty()) {
            return say(answer.told() + ", and there is nothing to do without it");
        }
        invocation.screen().remark(answer.told() + ", so the work is done at once");
        return fixAll(work);
    }

    private int fixAll(Work work) {
        try (StopSignal signal = StopSignal.watch();
                Wiring.Desk desk = invocation.open(CommandLineOverrides.Use.FIX)) {
            Report report = invocation.report(false, TextReport.Detail.WARNINGS);
            FileRun run = new FileRun(invocation, desk, signal, report, desk.dryRun());
            desk.languages().hear(work.event());
            return run.each(work.files(), file -> fix(run, desk.mappings(), file, work.told()));
        }
    }

    private int fix(FileRun run, PathMappings mappings, ArrFile file, AboutTitle told) {
        Optional<Path> here = find(mappings, file);
        if (here.isEmpty()) {
            invocation.screen().complain(nowhere(mappings, file));
            return ExitCode.FAILED;
        }
        return run.fix(here.get(), FixOptions.within(here.get()).withTitle(told).because("arr-hook"));
    }

    private static Optional<Path> find(PathMappings mappings, ArrFile file) {
        return file.paths().stream()
                .map(mappings::map)
                .flatMap(mapped ->
                        mapped.fold(here -> Optional.of(here.path()), nowhere -> Optional.<Path>empty()).stream())
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static String nowhere(PathMappings mappings, ArrFile file) {
        MappedPath first = mappings.map(file.paths().get(0));
        String looked = first.fold(here -> "; looked for " + here.path(), nowhere -> "");
        return "cannot find " + first.received() + ": " + first.tried() + looked
                + (PathMappings.isPath(first.received())
                        ? "; set path_mappings in the settings"
                        : "; such a path is never taken");
    }
}
