package io.arrtheaudio.launcher.server.settings;

import io.arrtheaudio.domain.library.Glob;
import io.arrtheaudio.domain.library.PathMappings;
import io.arrtheaudio.domain.library.PathPolicies;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the media lie, as far as the settings tell. */
final class Libraries {

    private Libraries() {}

    /** The folders that are named, else those that paths are mapped to and those in which the overrides begin. */
    static List<Path> of(List<Path> named, PathMappings mappings, PathPolicies policies) {
        Stream<Path> mapped = mappings.locals().stream();
        Stream<Path> ruled = policies.rules().stream().flatMap(rule -> fixedFolder(rule.where()).stream());
        return named.isEmpty() ? Stream.concat(mapped, ruled).distinct().toList() : named;
    }

    /** {@code /media} of {@code /media/anime*}{@code /**}; empty if no folder but the root is the same for all files. */
    private static Optional<Path> fixedFolder(Glob where) {
        String fixed = where.toString().replaceFirst("(?s)[*?\\[].*", "");
        int end = fixed.lastIndexOf('/');
        try {
            return end > 0 && fixed.startsWith("/")
                    ? Optional.of(Path.of(fixed.substring(0, end)).normalize())
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty(); // this process's encoding cannot spell it
        }
    }
}
