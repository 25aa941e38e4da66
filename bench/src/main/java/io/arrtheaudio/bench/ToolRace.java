package io.arrtheaudio.bench;

import io.arrtheaudio.bench.page.Part;
import io.arrtheaudio.bench.page.Promise;
import io.arrtheaudio.bench.page.Report;
import io.arrtheaudio.bench.page.Work;
import io.arrtheaudio.launcher.server.settings.EngineChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looking and switching by the tools alone, by our tools engine and by the built-in one, on the same real files. */
final class ToolRace implements Part {

    private static final int WARM = 100;
    private static final int BUILT_IN_ROUNDS = 301;
    private static final int ROUNDS = 11;
    private static final int ROUNDS_OF_COPIES = 5;
    private static final int SMALL = 5;
    private static final List<Integer> MEGABYTES = List.of(SMALL, 300, 1000);

    @Override
    public void run(Work work) throws Exception {
        look(work);
        work.report().table("file", "switched by", "ms min / median / max", "times the built-in engine, medians");
        for (String extension : List.of("mkv", "mp4")) {
            for (int megabytes : MEGABYTES) {
                change(work, new Films(work.folder()).real(extension, megabytes), megabytes);
            }
        }
    }

    private static void look(Work work) throws Exception {
        int rounds = work.effort().rounds(ROUNDS);
        work.report().table("file", "looked at by", "ms min / median / max", "times the built-in engine, medians");
        for (String extension : List.of("mkv", "mp4")) {
            Path file = new Films(work.folder()).real(extension, SMALL);
            String name = name(extension, SMALL);
            Race builtIn = inspecting(work, file);
            work.report().row(name, "built-in engine, in process", builtIn, 1);
            row(work.report(), name, "`ffprobe`", Race.of(rounds, () -> Tools.probe(file)), builtIn);
            row(work.report(), name, "`mkvmerge -J`", Race.of(rounds, () -> Tools.identify(file)), builtIn);
        }
    }

    private static Race inspecting(Work work, Path file) throws Exception {
        try (Program program = Program.in(work.folder().resolve("data"))) {
            for (int i = 0; i < work.effort().count(WARM * WARM); i++) {
                program.inspect(file);
            }
            return Race.of(work.effort().rounds(BUILT_IN_ROUNDS), () -> program.inspect(file));
        }
    }

    /** The built-in engine first: what others copied is on its way to the disk for a while. */
    private static void change(Work work, Path file, int megabytes) throws Exception {
        boolean isMatroska = file.toString().endsWith(".mkv");
        Report report = work.report();
        String name = name(isMatroska ? "mkv" : "mp4", megabytes);
        int rounds = work.effort().rounds(ROUNDS);
        int copies = work.effort().rounds(megabytes == SMALL ? ROUNDS : ROUNDS_OF_COPIES);
        Race builtIn = builtIn(work, file);
        report.row(name, "built-in engine", builtIn, 1);
        row(report, name, "tools engine", toolsEngine(work, file, isMatroska ? rounds : copies), builtIn);
        if (isMatroska) {
            Race propedit = Race.of(rounds, new Tools.Propedit(file));
            row(report, name, "`ffprobe` three times, then `mkvpropedit`", propedit, builtIn);
            row(report, name, "`mkvmerge -o`", Race.of(copies, () -> Tools.remux(file)), builtIn);
            if (megabytes == SMALL) {
                report.measured(Promise.MATROSKA, propedit.median() / builtIn.median());
                report.measured(Promise.SWITCH, builtIn.median());
            }
        }
        String copy = "`ffmpeg -c copy`" + (isMatroska ? "" : " with `+faststart`");
        row(report, name, copy, Race.of(copies, () -> Tools.copy(file)), builtIn);
        Files.delete(file);
        Files.deleteIfExists(Tools.copyOf(file));
    }

    private static void row(Report report, String file, String by, Race race, Race builtIn) {
        report.row(file, by, race, race.times(builtIn));
    }

    private static String name(String extension, int megabytes) {
        return extension.toUpperCase() + " " + megabytes + " MB";
    }

    /** Warm: the first hundred switches are not counted. */
    private static Race builtIn(Work work, Path file) throws Exception {
        try (Program program = Program.in(work.folder().resolve("data"))) {
            Switching switching = new Switching(program, file);
            Tool.run("sync"); // what else is on its way to the disk would be forced with ours
            for (int i = 0; i < work.effort().count(WARM); i++) {
                switching.call();
            }
            Race race = Race.of(work.effort().rounds(BUILT_IN_ROUNDS), switching);
            switching.restore();
            return race;
        }
    }

    private static Race toolsEngine(Work work, Path file, int rounds) throws Exception {
        try (Program program = Program.in(work.folder().resolve("data"), EngineChoice.TOOLS)) {
            Switching switching = new Switching(program, file);
            Tool.run("sync");
            Race race = Race.of(rounds, switching);
            switching.restore();
            return race;
        }
    }
}
