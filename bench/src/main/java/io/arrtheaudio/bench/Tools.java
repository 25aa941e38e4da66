package io.arrtheaudio.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** What somebody would type to look at a file, and to make its second audio track the default one. Nothing is forced to disk. */
final class Tools {

    private static final int PROBES = 3;

    private Tools() {}

    static Path probe(Path file) throws IOException, InterruptedException {
        return run("ffprobe -v error -show_streams -of json", file);
    }

    static Path identify(Path file) throws IOException, InterruptedException {
        return run("mkvmerge -J", file);
    }

    /** Into a new file beside it; what was there is overwritten. */
    static Path remux(Path file) throws IOException, InterruptedException {
        List<String> command = words("mkvmerge -q -o");
        command.add(copyOf(file).toString());
        command.addAll(words("--default-track-flag 1:0 --default-track-flag 2:1"));
        command.add(file.toString());
        Tool.run(command);
        return file;
    }

    /** Into a new file beside it, as {@link #remux}. */
    static Path copy(Path file) throws IOException, InterruptedException {
        String faststart = file.toString().endsWith(".mp4") ? " -movflags +faststart" : "";
        List<String> command = words("ffmpeg -v error -y -i");
        command.add(file.toString());
        command.addAll(words("-map 0 -c copy -disposition:a:0 0 -disposition:a:1 default" + faststart));
        command.add(copyOf(file).toString());
        Tool.run(command);
        return file;
    }

    static Path copyOf(Path file) {
        return file.resolveSibling("copy-of-" + file.getFileName());
    }

    private static Path run(String line, Path file) throws IOException, InterruptedException {
        List<String> command = words(line);
        command.add(file.toString());
        Tool.run(command);
        return file;
    }

    private static List<String> words(String line) {
        return new ArrayList<>(List.of(line.split(" ")));
    }

    /** Three looks and a change in place, as the Python program did it; to and fro. */
    static final class Propedit implements Callable<Path> {

        private final Path file;
        private boolean isJapanese;

        Propedit(Path file) {
            this.file = file;
        }

        @Override
        public Path call() throws IOException, InterruptedException {
            isJapanese = !isJapanese;
            for (int i = 0; i < PROBES; i++) {
                probe(file);
            }
            List<String> command = words("mkvpropedit -q");
            command.add(file.toString());
            command.addAll(words("--edit track:a1 --set flag-default=" + (isJapanese ? 0 : 1)));
            command.addAll(words("--edit track:a2 --set flag-default=" + (isJapanese ? 1 : 0)));
            Tool.run(command);
            return file;
        }
    }
}
