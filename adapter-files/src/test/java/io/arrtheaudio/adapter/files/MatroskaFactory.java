package io.arrtheaudio.adapter.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes Matroska files by ffmpeg and mkvmerge in every layout that users have; one second of test picture and tones. */
final class MatroskaFactory {

    private static final List<String> LANGUAGES = List.of("eng", "jpn", "ita", "fre", "ger", "spa");

    private final Path folder;

    MatroskaFactory(Path folder) {
        this.folder = folder;
    }

    /** ffmpeg with so many audio tracks, and options before the output file's name. */
    Path ffmpeg(String name, int audio, String... options) {
        return ffmpeg(name, audio, "libx264", "aac", options);
    }

    /** WebM with so many audio tracks. */
    Path webm(String name, int audio, String... options) {
        return ffmpeg(name, audio, "libvpx", "libopus", options);
    }

    private Path ffmpeg(String name, int audio, String video, String codec, String... options) {
        Path file = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of(
                "ffmpeg",
                "-v",
                "error",
                "-y",
                "-f",
                "lavfi",
                "-i",
                "testsrc=size=64x48:rate=5:duration=1",
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=440:duration=1"));
        command.addAll(List.of("-map", "0:v"));
        for (int i = 0; i < audio; i++) {
            command.addAll(List.of("-map", "1:a", "-metadata:s:a:" + i, "language=" + language(i)));
        }
        command.addAll(List.of("-c:v", video, "-c:a", codec, "-b:a", "32k", "-ac", "1", "-ar", "48000"));
        command.addAll(List.of(options));
        command.add(file.toString());
        MediaTools.run(command);
        return file;
    }

    /** mkvmerge over a file that is there, with options before the input's name. */
    Path mkvmerge(String name, Path source, String... options) {
        Path file = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of("mkvmerge", "-q", "-o", file.toString()));
        command.addAll(List.of(options));
        command.add(source.toString());
        MediaTools.run(command);
        return file;
    }

    /** A file that mkvpropedit changed in place. */
    Path mkvpropedit(Path file, String... options) {
        List<String> command = new ArrayList<>(List.of("mkvpropedit", "-q", file.toString()));
        command.addAll(List.of(options));
        MediaTools.run(command);
        return file;
    }

    private static String language(int i) {
        return LANGUAGES.get(i % LANGUAGES.size());
    }
}
