package io.arrtheaudio.domain.arr;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A file as an Arr app sees it: its paths are those of the app's own machine or container.
 *
 * @param paths where it may be, in the order to try; one at least
 * @param size in bytes as it was before the import, 0 if not told
 * @param releaseGroup who made the release, empty if not told
 * @param sceneName what the release was called, empty if not told
 */
public record ArrFile(List<String> paths, long size, String releaseGroup, String sceneName) {

    /**
     * Checks the values; the list is copied.
     *
     * @throws IllegalArgumentException if there is no path, or one holds a NUL, which no path on any system can
     */
    public ArrFile {
        paths = List.copyOf(paths);
        Objects.requireNonNull(releaseGroup, "releaseGroup");
        Objects.requireNonNull(sceneName, "sceneName");
        if (paths.isEmpty() || paths.contains("")) {
            throw new IllegalArgumentException("a file was told without its path");
        }
        if (paths.stream().anyMatch(path -> path.indexOf('\0') >= 0)) {
            throw new IllegalArgumentException("a path holds a NUL character, which no path can");
        }
        if (size < 0) {
            throw new IllegalArgumentException("size of a file was " + size + " but must not be negative");
        }
    }

    /** A file of which only its place is known. */
    public ArrFile(List<String> paths) {
        this(paths, 0, "", "");
    }

    /**
     * Where a file may be: first in the title's folder by its relative path, which holds for every version; then by its
     * absolute path, which early versions got wrong while importing. What is empty was not told.
     *
     * @return empty if nothing of use was told
     */
    public static List<String> places(String folder, String relativePath, String path) {
        String inFolder = folder.isBlank() || relativePath.isBlank() ? "" : join(folder, relativePath);
        return Stream.of(inFolder, path)
                .filter(place -> !place.isBlank())
                .distinct()
                .toList();
    }

    /** With the separator of the system that the folder is of. */
    private static String join(String folder, String relativePath) {
        String separator = isOfWindows(folder) ? "\\" : "/";
        return folder.endsWith("/") || folder.endsWith(separator)
                ? folder + relativePath
                : folder + separator + relativePath;
    }

    /** {@code C:\tv}, {@code \\nas\tv}. */
    private static boolean isOfWindows(String folder) {
        return folder.matches("(?s)[A-Za-z]:.*") || folder.startsWith("\\\\");
    }
}
