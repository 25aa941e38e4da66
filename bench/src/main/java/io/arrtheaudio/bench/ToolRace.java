package io.arrtheaudio.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The switch by the tools and by ours, on real files of the same content, synced before. */
final class ToolRace {

    private static final int OUR_ROUNDS = 301;

    private final Path folder;
    private final Samples samples;
    private final Program program = new Program();
    private final PrintStream out;

    ToolRace(Path folder, PrintStream out) {
        this.folder = folder;
        this.samples = new Samples(folder);
        this.out = out;
    }

    void run() throws Exception {
        out.println("| file | what | tools, ms min / median / max | ours, ms min / median / max | ratio of medians |");
        out.println("|---|---|---|---|---|");
        for (int megabytes : new int[] {5, 300, 1000}) {
            matroska(megabytes);
        }
        for (int megabytes : new int[] {5, 300, 1000}) {
            mp4(megabytes);
        }
    }

    private void matroska(int megabytes) throws Exception {
        Path file = samples.real("mkv", megabytes);
        Race ours = ours(file);
        boolean[] isJapanese = {false};
        Race tools = Race.of(11, () -> {
            for (int i = 0; i < 3; i++) {
                Tool.run("ffprobe", "-v", "error", "-show_streams", "-of", "json", file.toString());
            }
            isJapanese[0] = !isJapanese[0];
            Tool.run(
                    "mkvpropedit",
                    "-q",
                    file.toString(),
                    "--edit",
                    "track:a1",
                    "--set",
                    "flag-default=" + (isJapanese[0] ? 0 : 1),
                    "--edit",
                    "track:a2",
                    "--set",
                    "flag-default=" + (isJapanese[0] ? 1 : 0));
            return file;
        });
        row("MKV " + megabytes + " MB", "ffprobe three times, then mkvpropedit (not forced)", tools, ours);
        Files.delete(file);
    }

    private void mp4(int megabytes) throws Exception {
        Path file = samples.real("mp4", megabytes);
        Race ours = ours(file);
        Path copy = folder.resolve("copy.mp4");
        Race tools = Race.of(megabytes > 100 ? 5 : 11, () -> {
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
            return Files.move(copy, folder.resolve("copied.mp4"), StandardCopyOption.REPLACE_EXISTING);
        });
        row("MP4 " + megabytes + " MB", "ffmpeg -c copy with faststart (not forced)", tools, ours);
        Files.delete(file);
        Files.delete(folder.resolve("copied.mp4"));
    }

    /** Warm: the first hundred switches are not counted. */
    private Race ours(Path file) throws Exception {
        Tool.run("sync"); // what else is on its way to the disk would be forced with ours
        for (int i = 0; i < 100; i++) {
            program.switchTo(i % 2 == 0 ? Program.JAPANESE : Program.ENGLISH, file);
        }
        boolean[] isJapanese = {false};
        return Race.of(OUR_ROUNDS, () -> {
            isJapanese[0] = !isJapanese[0];
            program.switchTo(isJapanese[0] ? Program.JAPANESE : Program.ENGLISH, file);
            return file;
        });
    }

    private void row(String file, String what, Race tools, Race ours) {
        out.printf("| %s | %s | %s | %s | %.0f |%n", file, what, tools, ours, tools.median() / ours.median());
    }
}
