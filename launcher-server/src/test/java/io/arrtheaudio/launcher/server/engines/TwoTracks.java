package io.arrtheaudio.launcher.server.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Films with an English default track and a Japanese one. */
public final class TwoTracks {

    private final RawMedia raw;
    private final Path folder;

    public TwoTracks(Path folder) {
        this.raw = new RawMedia(folder);
        this.folder = folder;
    }

    /** {@code film.mkv} by mkvmerge or {@code film.mp4} by ffmpeg. */
    public Path copy(String name, Path into) throws IOException {
        Path film = folder.resolve(name);
        if (!Files.exists(film)) {
            Command.run(name.endsWith(".mkv") ? mkvmerge(film) : ffmpeg(film, List.of()));
        }
        return Files.copy(film, into.resolve(name));
    }

    /** {@code tight.mkv}: both tracks are default for want of a flag, and no engine finds room in front of its media data. */
    Path tight(Path into) throws IOException {
        Path film = folder.resolve("loose.mkv");
        if (!Files.exists(film)) {
            Command.run(ffmpeg(film, List.of("-default_mode", "passthrough", "-disposition:a:1", "default")));
        }
        return Files.write(into.resolve("tight.mkv"), TightFilm.of(Files.readAllBytes(film)));
    }

    /** {@code film.mp4} with options of ffmpeg, and inputs that they name from 3 on. */
    Path mp4(Path into, List<Path> inputs, String... options) {
        Path film = into.resolve("film.mp4");
        List<String> more = new ArrayList<>(List.of(options));
        List<String> command = ffmpeg(film, more);
        int behindInputs = command.indexOf("-map");
        inputs.forEach(input -> command.addAll(behindInputs, List.of("-i", input.toString())));
        Command.run(command);
        return film;
    }

    RawMedia raw() {
        return raw;
    }

    private List<String> mkvmerge(Path film) {
        return List.of(
                "mkvmerge",
                "-q",
                "-o",
                film.toString(),
                raw.picture().toString(),
                "--language",
                "0:en",
                raw.sound("aac", 2).toString(),
                "--language",
                "0:ja",
                "--default-track-flag",
                "0:0",
                raw.sound("ac3", 2).toString());
    }

    private List<String> ffmpeg(Path film, List<String> options) {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y"));
        for (Path input : List.of(raw.avcPicture(), raw.sound("aac", 2), raw.sound("ac3", 2))) {
            command.addAll(List.of("-i", input.toString()));
        }
        command.addAll(List.of("-map", "0", "-map", "1", "-map", "2", "-c", "copy", "-disposition:a:0", "default"));
        command.addAll(List.of("-metadata:s:a:0", "language=eng", "-metadata:s:a:1", "language=jpn"));
        command.addAll(options);
        command.add(film.toString());
        return command;
    }
}
