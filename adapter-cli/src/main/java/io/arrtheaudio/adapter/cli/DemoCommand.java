package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.TrackFlag;
import io.arrtheaudio.port.in.FixDefaultAudio;
import io.arrtheaudio.port.in.FixOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows on files of its own what the program does. */
@Command(
        name = "demo",
        description = {
            "Copies small sample files to a temporary folder, makes Japanese, else English, their default audio"
                    + " track, and shows them before and after.",
            "Touches nothing else and needs no settings."
        })
final class DemoCommand implements Callable<Integer> {

    private static final List<Language> WANTED = List.of(new Language("jpn", "", ""), new Language("eng", "", ""));

    private final Invocation invocation;

    @Option(names = "--keep", description = "leave the folder where it is in the end")
    private boolean keep;

    DemoCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        try (StopSignal signal = StopSignal.watch();
                DemoFolder folder = DemoFolder.fill(invocation.wiring().samples(), keep, invocation.screen())) {
            return signal.isStopping() ? ExitCode.STOPPED : show(folder);
        }
    }

    private int show(DemoFolder folder) {
        try (Wiring.Desk desk = invocation.openWithoutSettings(folder.data())) {
            return show(desk.fix(), folder);
        }
    }

    private int show(FixDefaultAudio fix, DemoFolder folder) {
        Screen screen = invocation.screen();
        screen.print("Copied " + folder.files().size() + " small files to " + Shown.path(folder.path()));
        heading("Before: the audio tracks of each file, the default in brackets");
        list(fix, folder);
        heading("Fixing: Japanese is wanted, else English (the first file pays for the start)");
        int exit = fixAll(fix, folder);
        heading("After");
        list(fix, folder);
        screen.print("");
        screen.print(
                keep ? "The files stay in " + Shown.path(folder.path()) : "The folder is removed; --keep leaves it.");
        return exit;
    }

    private int fixAll(FixDefaultAudio fix, DemoFolder folder) {
        int exit = ExitCode.DONE;
        for (Path file : folder.files()) {
            Stopwatch watch = invocation.startWatch();
            Outcome outcome = fix.fix(file, options(file));
            String line = outcome.fold(new OutcomeText(invocation.screen(), watch.elapsed()));
            invocation.screen().print("  " + line.replace(Shown.path(file), Shown.path(file.getFileName())));
            exit = outcome instanceof Outcome.Failed failed ? ExitCode.of(failed.remedy()) : exit;
        }
        return exit;
    }

    private void list(FixDefaultAudio fix, DemoFolder folder) {
        Columns columns = new Columns();
        for (Path file : folder.files()) {
            String tracks = fix.inspect(file, options(file)).media().audio().stream()
                    .map(DemoCommand::track)
                    .collect(Collectors.joining("  "));
            columns.add("", Shown.path(file.getFileName()), Shown.text(tracks));
        }
        columns.lines().forEach(invocation.screen()::print);
    }

    private static String track(AudioTrack track) {
        String text = TrackText.language(track.language());
        return track.is(TrackFlag.DEFAULT) ? "[" + text + "]" : text;
    }

    private void heading(String text) {
        invocation.screen().print("");
        invocation.screen().print(invocation.screen().painted(Paint.BOLD, text));
    }

    private static FixOptions options(Path file) {
        return FixOptions.within(file).withLanguages(WANTED).because("demo");
    }
}
