package io.arrtheaudio.bench;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Films of one MB, half MKV and half MP4, on disk and in the page cache. Their default is English.
 *
 * @param files how many
 */
record Library(Path folder, int files) {

    private static final int A_FOLDER = 20;

    static Library in(Path folder, int files) throws Exception {
        Films samples = new Films(folder);
        Path library = Files.createDirectories(folder.resolve("library"));
        for (String extension : new String[] {"mkv", "mp4"}) {
            Path sample = samples.real(extension, 1);
            for (int i = 0; i < files / 2; i++) {
                Path season = Files.createDirectories(library.resolve("Show " + i / A_FOLDER));
                Files.copy(sample, season.resolve("Episode " + i % A_FOLDER + "." + extension));
            }
        }
        Tool.run("sync");
        return new Library(library, files / 2 * 2);
    }
}
