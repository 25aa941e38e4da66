package io.arrtheaudio.domain.journal;

import java.nio.file.Path;
import java.util.Objects;

/**
 * How a change comes into a file.
 *
 * @param kind in the file itself, or by another that takes its place
 * @param engine who worked it out: {@code builtin}, {@code mkvpropedit v74.0.0} ...
 * @param replacement the file that takes the place; the empty path if there is none
 */
public record Route(Kind kind, String engine, Path replacement) {

    /** The ways there are. */
    public enum Kind {
        /** Bytes of the file itself are overwritten. */
        IN_PLACE,
        /** A copy is patched, and takes the file's place: its other names keep the old bytes. */
        COPY,
        /** A tool writes a new file, which takes its place. */
        REWRITE
    }

    /** Checks that there is a replacement where one is needed. */
    public Route {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(engine, "engine");
        if ((kind == Kind.IN_PLACE) != replacement.toString().isEmpty()) {
            throw new IllegalArgumentException(kind + " with replacement '" + replacement + "'");
        }
    }

    /** In the file itself. */
    public static Route inPlace(String engine) {
        return new Route(Kind.IN_PLACE, engine, Path.of(""));
    }
}
