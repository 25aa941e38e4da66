package io.arrtheaudio.service;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.port.out.MediaFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets callers from outside into the libraries and nowhere else. A path counts as what it really is, symbolic links and
 * {@code ..} resolved; of one that is not there the folders above it count. Whoever is not let in learns nothing, not even
 * whether there is something.
 *
 * <p>Thread-safe.
 */
public final class LibraryGate {

    private final MediaFiles files;
    private final Supplier<List<Path>> libraries;
    private final Supplier<List<Path>> mapped;

    /**
     * Both are asked each time, so that they can change while the program runs.
     *
     * @param libraries folders or single files
     * @param mapped folders by which others name files; they let nobody in
     */
    public LibraryGate(MediaFiles files, Supplier<List<Path>> libraries, Supplier<List<Path>> mapped) {
        this.files = files;
        this.libraries = libraries;
        this.mapped = mapped;
    }

    /**
     * Lets a path in.
     *
     * @return what it really is; empty if that lies in no library
     */
    Optional<Path> enter(Path path) {
        return path.isAbsolute() ? real(path).filter(real -> isInside(roots(), real)) : Optional.empty();
    }

    /** The same for a path as somebody wrote it. */
    Optional<Path> enter(String path) {
        return written(path).flatMap(this::enter);
    }

    /**
     * Tells why a path was not let in that would be if its library were there. That says no more than the settings do.
     *
     * @throws AudioFixException {@code RETRY_LATER} if it lies in a library at which there is nothing
     */
    void expectThere(Path path) {
        libraries.get().stream()
                .filter(library -> path.startsWith(library) && path.equals(path.normalize()))
                .filter(library -> seen(library).isEmpty())
                .findFirst()
                .ifPresent(library -> {
                    throw new AudioFixException(
                            Remedy.RETRY_LATER,
                            "cannot look into " + path + ": the library " + library
                                    + " of the settings is not there; see whether its disk is mounted");
                });
    }

    /** The same for a path as somebody wrote it. */
    void expectThere(String path) {
        written(path).ifPresent(this::expectThere);
    }

    /** What the libraries really are at this moment; one that cannot be looked at lets nothing in. */
    List<Path> roots() {
        return libraries.get().stream()
                .flatMap(library -> seen(library).stream())
                .toList();
    }

    /**
     * By which names files are known at this moment: what Arr apps tell of lies in mapped folders, so these come first, and
     * then the libraries as they are written.
     */
    Nicknames nicknames() {
        return new Nicknames(Stream.concat(mapped.get().stream(), libraries.get().stream())
                .flatMap(folder -> seen(folder).map(real -> new Nickname(folder, real)).stream())
                .toList());
    }

    /** A folder as it is written, and what it really is. */
    record Nickname(Path written, Path real) {}

    /** Folders that may be symbolic links. */
    record Nicknames(List<Nickname> folders) {

        Nicknames {
            folders = List.copyOf(folders);
        }

        /** The one name of a file below a real folder, by the innermost folder that it lies in. */
        Path of(Path file) {
            Optional<Nickname> best = Optional.empty();
            for (Nickname folder : folders) {
                boolean isDeeper = best.isEmpty()
                        || folder.real().getNameCount() > best.get().real().getNameCount();
                if (isDeeper && file.startsWith(folder.real())) {
                    best = Optional.of(folder);
                }
            }
            return best.map(folder -> folder.written().resolve(folder.real().relativize(file)))
                    .orElse(file);
        }
    }

    /** Whether a real path lies in one of them. */
    static boolean isInside(List<Path> roots, Path real) {
        return roots.stream().anyMatch(real::startsWith);
    }

    private static Optional<Path> written(String path) {
        try {
            return Optional.of(Path.of(path));
        } catch (IllegalArgumentException e) { // no path on this system
            return Optional.empty();
        }
    }

    private Optional<Path> real(Path path) {
        Path missing = path.getFileSystem().getPath("");
        for (Path at = path; at != null; at = at.getParent()) {
            Optional<Path> seen = seen(at);
            if (seen.isPresent()) {
                return Optional.of(
                        missing.toString().isEmpty() ? seen.get() : seen.get().resolve(missing));
            }
            if (at.getFileName() == null || at.getFileName().toString().matches("\\.\\.?")) {
                return Optional.empty();
            }
            missing = at.getFileName().resolve(missing);
        }
        return Optional.empty();
    }

    private Optional<Path> seen(Path path) {
        try {
            return Optional.of(files.stat(path).identity().path());
        } catch (AudioFixException e) {
            return Optional.empty();
        }
    }
}
