package io.arrtheaudio.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Copies of one small film that is wrong, and what Radarr would tell of them.
 *
 * @param film the content of each
 */
record Library(Path folder, byte[] film) {

    private static final int A_FOLDER = 1_000;

    /** @return the folder of this part, relative to the library */
    String make(String part, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Path file = folder.resolve(path(part, i));
            if (i % A_FOLDER == 0) {
                Files.createDirectories(file.getParent());
            }
            Files.write(file, film);
        }
        return part;
    }

    /** The body of a webhook about one film of a part. */
    String imported(String part, int number) {
        return "{\"eventType\": \"Download\", \"instanceName\": \"Radarr\", \"movie\": {\"title\": \"A Film\", \"year\": 2020,"
                + " \"tmdbId\": 603, \"folderPath\": \"" + folder + "\"}, \"movieFile\": {\"relativePath\": \""
                + path(part, number) + "\"}, \"isUpgrade\": false}";
    }

    private static String path(String part, int number) {
        return part + "/" + number / A_FOLDER + "/" + number + ".mkv";
    }
}
