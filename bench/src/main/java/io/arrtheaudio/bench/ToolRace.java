package io.arrtheaudio.bench;

import io.arrtheaudio.launcher.server.settings.EngineChoice;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;

/** The switch by the tools alone, by our tools engine and by the built-in one, on real files of the same content. */
final class ToolRace {

    private static final int WARM = 100;
    private static final int BUILT_IN_ROUNDS = 301;
    private static final int LARGE_MEGABYTES = 100;

    private final Path folder;
    private final Samples samples;
    private final PrintStream out;

    ToolRace(Path folder, PrintStream out) {
        this.folder = folder;
        this.samples = new Samples(folder);
        this.out = out;
    }

    void run() throws Exception {
        out.println("| file | what | tools alone, ms min / median / max | tools engine | built-in engine"
                + " | tools alone : built-in, medians |");
        out.println("|---|---|---|---|---|---|");
        for (int megabytes : new int[] {5, 300, 1000}) {
            matroska(megabytes);
        }
        for (int megabytes : new int[] {5, 300, 1000}) {
            mp4(megabytes);
        }
    }

    private void matroska(int megabytes) throws Exception {
        Path file = samples.real("mkv", megabytes);
        Race builtIn = builtIn(file);
        Race engine = toolsEngine(file, 11);
        boolean[] isJapanese = {false};
        Race alone = Race.of(11, () -> {
            isJapanese[0] = !isJapanese[0];
            return propedit(file, isJapanese[0]);
        });
        row("MKV " + megabytes + " MB", "ffprobe three times, then mkvpropedit (not forced)", alone, engine, builtIn);
        Files.delete(file);
    }

    private static Path propedit(Path file, boolean isJapanese) throws Exception {
        for (int i = 0; i < 3; i++) {
            Tool.run("ffprobe", "-v", "error", "-show_streams", "-of", "json", file.toString());
        }
        Tool.run(
                "mkvpropedit",
                "-q",
                file.toString(),
                "--edit",
                "track:a1",
                "--set",
                "flag-default=" + (isJapanese ? 0 : 1),
                "--edit",
                "track:a2",
                "--set",
                "flag-default=" + (isJapanese ? 1 : 0));
        return file;
    }

    private void mp4(int megabytes) throws Exception {
        Path file = samples.real("mp4", megabytes);
        int rounds = megabytes > LARGE_MEGABYTES ? 5 : 11;
        Race builtIn = builtIn(file);
        Race engine = toolsEngine(file, rounds);
        Path copied = folder.resolve("copied.mp4");
        Race alone = Race.of(rounds, copying(file, copied));
        row("MP4 " + megabytes + " MB", "ffmpeg -c copy with faststart (not forced)", alone, engine, builtIn);
        Files.delete(file);
        Files.delete(copied);
    }

    private Callable<Path> copying(Path file, Path copied) {
        Path copy = folder.resolve("copy.mp4");
        return () -> {
            Tool.run(
                    "ffmpeg",
                    "-v",
                    "error",
                    "-y",
                    "-i",
                    file.toString(),
                    "-map",
                    "0",
                    "-c",
                    "copy",
                    "-disposition:a:0",
                    "0",
                    "-disposition:a:1",
                    "default",
                    "-movflags",
                    "+faststart",
                    copy.toString());
            return Files.move(copy, copied, StandardCopyOption.REPLACE_EXISTING);
        };
    }

    /** Warm: the first hundred switches are not counted. */
    private Race builtIn(Path file) throws Exception {
        try (Program program = Program.in(folder.resolve("race-data"))) {
            Switching switching = new Switching(program, file);
            Tool.run("sync"); // what else is on its way to the disk would be forced with ours
            for (int i = 0; i < WARM; i++) {
                switching.call();
            }
            Race race = Race.of(BUILT_IN_ROUNDS, switching);
            switching.restore();
            return race;
        }
    }

    private Race toolsEngine(Path file, int rounds) throws Exception {
        try (Program program = Program.in(folder.resolve("race-data"), EngineChoice.TOOLS)) {
            Switching switching = new Switching(program, file);
            Tool.run("sync");
            Race race = Race.of(rounds, switching);
            switching.restore();
            return race;
        }
    }

    private void row(String file, String what, Race alone, Race engine, Race builtIn) {
        out.printf(
                "| %s | %s | %s | %s | %s | %.0f |%n",
                file, what, alone, engine, builtIn, alone.median() / builtIn.median());
    }
}
