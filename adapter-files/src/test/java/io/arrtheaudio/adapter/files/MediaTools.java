package io.arrtheaudio.adapter.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs ffmpeg, mkvtoolnix and mediainfo for tests: they make files, and judge what became of them. */
public final class MediaTools {

    private static final Pattern MKVMERGE_TRACK =
            Pattern.compile("\"default_track\": (\\w+).*?\"type\": \"(\\w+)\"", Pattern.DOTALL);

    private MediaTools() {}

    /** Runs a tool to its end and returns what it printed; anything but success fails the test. */
    public static String run(String... command) {
        return run(List.of(command));
    }

    /** Runs a tool to its end and returns what it printed; anything but success fails the test. */
    public static String run(List<String> command) {
        try {
            Path output = Files.createTempFile("tool", ".txt");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            int exit = process.waitFor();
            String printed = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            if (exit != 0) {
                throw new AssertionError(String.join(" ", command) + " ended with " + exit + ":\n" + printed);
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command.get(0) + "; ./check installs it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Which audio tracks ffprobe calls default, counted from 1. */
    public static List<Integer> defaultsByFfprobe(Path file) {
        return positions(
                List.of(run(
                                "ffprobe",
                                "-v",
                                "error",
                                "-select_streams",
                                "a",
                                "-show_entries",
                                "stream_disposition=default",
                                "-of",
                                "csv=p=0",
                                file.toString())
                        .split("\n")),
                "1");
    }

    /** Which audio tracks mediainfo calls default, counted from 1. */
    public static List<Integer> defaultsByMediainfo(Path file) {
        return positions(
                List.of(run("mediainfo", "--Inform=Audio;%Default%\\n", file.toString())
                        .strip()
                        .split("\n")),
                "Yes");
    }

    /** Which audio tracks mkvmerge calls default, counted from 1; Matroska only. */
    public static List<Integer> defaultsByMkvmerge(Path file) {
        Matcher track = MKVMERGE_TRACK.matcher(run("mkvmerge", "-J", file.toString()));
        List<String> audio = new ArrayList<>();
        while (track.find()) {
            if (track.group(2).equals("audio")) {
                audio.add(track.group(1));
            }
        }
        return positions(audio, "true");
    }

    /** A hash of every stream's packets, as they would be copied. */
    public static String streamHash(Path file) {
        return run(
                "ffmpeg",
                "-v",
                "error",
                "-i",
                file.toString(),
                "-map",
                "0",
                "-c",
                "copy",
                "-f",
                "streamhash",
                "-hash",
                "md5",
                "-");
    }

    private static List<Integer> positions(List<String> flags, String set) {
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < flags.size(); i++) {
            if (flags.get(i).strip().equals(set)) {
                positions.add(i + 1);
            }
        }
        return positions;
    }
}
