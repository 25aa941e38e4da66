package io.arrtheaudio.adapter.files.mp4;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The real tools, to make media and to ask for a second opinion. Fails, and does not skip, if they are missing. */
final class Ffmpeg {

    private Ffmpeg() {}

    /** Makes a file. */
    static Path make(Path target, Stream<String> arguments) {
        run(Stream.concat(
                Stream.of("ffmpeg", "-v", "error", "-y"), Stream.concat(arguments, Stream.of(target.toString()))));
        return target;
    }

    /** One checksum for each stream, of all its packets. */
    static String streamHashes(Path file) {
        return run(Stream.of(
                "ffmpeg", "-v", "error", "-i", file.toString(), "-map", "0", "-c", "copy", "-f", "streamhash", "-"));
    }

    /** One line for each audio stream: the asked entries, parted by commas, in ffprobe's own order. */
    static List<String> audio(Path file, String entries) {
        return run(Stream.of(
                        "ffprobe",
                        "-v",
                        "error",
                        "-select_streams",
                        "a",
                        "-show_entries",
                        entries,
                        "-of",
                        "csv=p=0",
                        file.toString()))
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.replaceAll(",$", "")) // it ends a line so where a stream has side data
                .toList();
    }

    private static String run(Stream<String> command) {
        List<String> words = new ArrayList<>(command.toList());
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", words) + " failed: " + output);
            }
            return output;
        } catch (IOException e) {
            throw new AssertionError("this test needs ffmpeg and ffprobe on the PATH; install ffmpeg", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
