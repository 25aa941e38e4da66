package io.arrtheaudio.bench.page;

import java.nio.file.Path;

/**
 * What a part of the measurement is given.
 *
 * @param folder an empty one, its own
 * @param project the folder of the project, which is built
 */
public record Work(Path folder, Path project, Effort effort, Report report) {

    /** The script that starts the program. */
    public String command() {
        return project.resolve("arrtheaudio").toString();
    }

    /** A film of 16 kB that is wrong while Japanese is wanted. */
    public Path smallFilm() {
        return project.resolve("launcher-cli/src/main/resources/io/arrtheaudio/launcher/cli/samples/ffmpeg.mkv");
    }
}
