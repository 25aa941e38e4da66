package io.arrtheaudio.adapter.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Runs ffmpeg, mkvtoolnix and mediainfo for tests: they make files, and judge what became of them. */
public final class MediaTools {

    private MediaTools() {}

    /** Runs a tool to its end and returns what it printed; anything but success fails the test. */
    public static String run(String... command) {
        return run(List.of(command));
    }

    /** Runs a tool to its end and returns what it printed; anything but success fails the test. */
    public static String run(List<String> command) {
        try {
            Path output = Files.createTempFile("tool", ".txt");
            start(command, output, output);
            String printed = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a tool is there and does what it is told; for what not every machine has. */
    static boolean works(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Runs a tool to its end, with what it prints going to a file. */
    static void runInto(Path output, List<String> command) {
        try {
            Path errors = Files.createTempFile("tool", ".txt");
            start(command, output, errors);
            Files.delete(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(List<String> command, Path output, Path errors) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        if (errors.equals(output)) {
            builder.redirectErrorStream(true);
        } else {
            builder.redirectError(errors.toFile());
        }
        int exit = await(command, builder);
        if (exit != 0) {
            throw new AssertionError(
                    String.join(" ", command) + " ended with " + exit + ":\n" + Files.readString(errors));
        }
    }

    private static int await(List<String> command, ProcessBuilder builder) {
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command.get(0) + "; ./check installs it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** One line for each audio stream: the asked entries, parted by commas, in ffprobe's own order. */
    public static List<String> audio(Path file, String entries) {
        return run(
                        "ffprobe",
                        "-v",
                        "error",
                        "-select_streams",
                        "a",
                        "-show_entries",
                        entries,
                        "-of",
                        "csv=p=0",
                        file.toString())
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.replaceAll(",$", "")) // it ends a line so where a stream has side data
                .toList();
    }

    /** Which audio tracks ffprobe calls default, counted from 1. */
    public static List<Integer> defaultsByFfprobe(Path file) {
        return positions(audio(file, "stream_disposition=default"), "1");
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
        return positions(audioByMkvmerge(file, "default_track"), "true");
    }

    /** Which audio tracks mkvmerge calls enabled, counted from 1. */
    public static List<Integer> enabledByMkvmerge(Path file) {
        return positions(audioByMkvmerge(file, "enabled_track"), "true");
    }

    private static List<String> audioByMkvmerge(Path file, String property) {
        Pattern pattern = Pattern.compile("\"" + property + "\": (\\w+).*?\"type\": \"(\\w+)\"", Pattern.DOTALL);
        return pattern.matcher(run("mkvmerge", "-J", file.toString()))
                .results()
                .filter(track -> track.group(2).equals("audio"))
                .map(track -> track.group(1))
                .toList();
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
