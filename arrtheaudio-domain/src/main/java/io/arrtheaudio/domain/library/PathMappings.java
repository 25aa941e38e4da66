package io.arrtheaudio.domain.library;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds files here by the paths that Sonarr and Radarr know them by. The mapping with the longest remote folder wins; a
 * folder fits whole names only, so {@code /tv} is not the beginning of {@code /tv-4k/a.mkv}. Letter case counts, except that
 * of a drive letter. Nothing here looks at a disk.
 *
 * @param mappings in any order; if there are none, paths are taken as they are
 */
public record PathMappings(List<PathMapping> mappings) {

    /** Both see the same paths. */
    public static final PathMappings NONE = new PathMappings(List.of());

    /** Checks that no folder is mapped twice; the list is copied. */
    public PathMappings {
        mappings = List.copyOf(mappings);
        Set<RemotePath> seen = new HashSet<>();
        for (PathMapping mapping : mappings) {
            if (!seen.add(mapping.from())) {
                throw new IllegalArgumentException("there are two mappings of '" + mapping.remote() + "'");
            }
        }
    }

    /** The folders here. */
    public List<Path> locals() {
        return mappings.stream().map(PathMapping::local).toList();
    }

    /** Whether a path can mean a file, whatever is mapped: it is absolute, does not climb up by {@code ..}, holds no NUL. */
    public static boolean isPath(String received) {
        return RemotePath.read(received).isPresent();
    }

    /**
     * Where a file is here.
     *
     * @param received a path as the app wrote it, whatever it holds
     */
    public MappedPath map(String received) {
        String shown = received.replace('\0', '\uFFFD');
        Optional<RemotePath> path = RemotePath.read(received);
        if (path.isEmpty()) {
            return new MappedPath.Nowhere(shown, shown, "it is no absolute path without '..'");
        }
        return mappings.isEmpty() ? same(shown, path.get()) : mapped(shown, path.get());
    }

    /**
     * The topmost folder above a file of which nothing is here: neither it nor anything below it is mapped.
     *
     * @param received a path as the app wrote it
     * @return the folder with {@code /} between the names; empty if a mapping fits, or it is no path of a file
     */
    public Optional<String> folderNowhere(String received) {
        return RemotePath.read(received)
                .filter(path -> path.depth() > 0)
                .filter(path -> mappings.stream().noneMatch(mapping -> path.isAtOrBelow(mapping.from())))
                .map(path -> path.ancestors()
                        .filter(folder -> mappings.stream()
                                .noneMatch(mapping -> mapping.from().isAtOrBelow(folder)))
                        .findFirst()
                        .orElse(path)
                        .toString());
    }

    private MappedPath mapped(String received, RemotePath path) {
        Optional<PathMapping> best = mappings.stream()
                .filter(mapping -> path.isAtOrBelow(mapping.from()))
                .max(Comparator.comparingInt(mapping -> mapping.from().depth()));
        if (best.isEmpty()) {
            return nowhere(
                    received,
                    path,
                    "none of the path mappings fits: "
                            + mappings.stream().map(PathMapping::toString).collect(Collectors.joining(", ")));
        }
        Optional<Path> local = below(best.get().local(), path.below(best.get().from()));
        return local.isEmpty()
                ? nowhere(received, path, "by the path mapping " + best.get() + " it is no file name here")
                : new MappedPath.Here(received, local.get(), "by the path mapping " + best.get());
    }

    private static MappedPath same(String received, RemotePath path) {
        Optional<Path> local = path.root().equals("/") ? below(Path.of("/"), path.names()) : asItIs(received);
        return local.isEmpty()
                ? nowhere(received, path, "there are no path mappings, and it is no absolute path here")
                : new MappedPath.Here(received, local.get(), "there are no path mappings, so as it is");
    }

    private static Optional<Path> asItIs(String received) {
        try {
            return Optional.of(Path.of(received).normalize()).filter(Path::isAbsolute);
        } catch (IllegalArgumentException e) { // no file name here
            return Optional.empty();
        }
    }

    private static MappedPath nowhere(String received, RemotePath path, String tried) {
        return new MappedPath.Nowhere(received, path.toString(), tried);
    }

    /** Each name is one name here too, and none leads elsewhere. */
    private static Optional<Path> below(Path folder, List<String> names) {
        Path path = folder;
        for (String name : names) {
            Path next;
            try {
                next = path.resolve(name);
            } catch (IllegalArgumentException e) { // a letter that names cannot have here
                return Optional.empty();
            }
            if (!path.equals(next.getParent()) || next.getFileName().toString().equals("..")) {
                return Optional.empty();
            }
            path = next;
        }
        return Optional.of(path);
    }
}
