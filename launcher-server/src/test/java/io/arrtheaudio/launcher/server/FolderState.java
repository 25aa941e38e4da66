package io.arrtheaudio.launcher.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every file of a folder, its content and when it changed last, to be compared with another moment. */
record FolderState(Map<String, String> files) {

    static FolderState of(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.forEach(file -> files.put(folder.relativize(file).toString(), describe(file)));
        }
        return new FolderState(files);
    }

    private static String describe(Path file) {
        try {
            String content = Files.isDirectory(file) ? "folder" : "" + Arrays.hashCode(Files.readAllBytes(file));
            return content + " of " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
