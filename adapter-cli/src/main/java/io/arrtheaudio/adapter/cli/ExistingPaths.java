package io.arrtheaudio.adapter.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Which of the paths that were named are there.
 *
 * @param found those
 * @param areAll whether no other was named
 */
record ExistingPaths(List<Path> found, boolean areAll) {

    /** Looks at the paths and complains about every one that is not there. */
    static ExistingPaths of(List<Path> named, Screen screen) {
        List<Path> found = named.stream()
                .filter(path -> !Files.notExists(path)) // one that cannot be told about is left to the scan
                .distinct()
                .toList();
        named.stream()
                .filter(path -> !found.contains(path))
                .forEach(path ->
                        screen.complain("cannot scan " + Shown.path(path) + ": there is no such file or folder"));
        return new ExistingPaths(found, found.containsAll(named));
    }
}
