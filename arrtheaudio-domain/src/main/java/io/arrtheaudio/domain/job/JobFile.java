package io.arrtheaudio.domain.job;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.library.MappedPath;
import io.arrtheaudio.domain.library.Spelling;
import io.arrtheaudio.domain.media.Container;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Which file a job is about.
 *
 * @param received its path as the caller wrote it
 * @param local its path here; empty if no mapping fits
 * @param tried how the one became the other, or what was tried, for people; empty if nothing had to be
 * @param key the same for every request that means the same file; names are divided by {@code /}
 */
public record JobFile(String received, String local, String tried, String key) {

    /** Checks the values. */
    public JobFile {
        Objects.requireNonNull(received, "received");
        Objects.requireNonNull(local, "local");
        Objects.requireNonNull(tried, "tried");
        if (key.isEmpty()) {
            throw new IllegalArgumentException("the file '" + received + "' has no key");
        }
    }

    /**
     * A file that the caller named by its path here.
     *
     * @param path absolute
     * @throws AudioFixException {@code FIX_FILE} if its name cannot be written down
     */
    public static JobFile at(Path path) {
        if (!path.isAbsolute()) {
            throw new IllegalArgumentException("'" + path + "' must be absolute");
        }
        Spelling.expectSound(path, "queue");
        return new JobFile(path.toString(), path.toString(), "", keyOf(path));
    }

    /** A file that was named by a path elsewhere. */
    public static JobFile of(MappedPath mapped) {
        return mapped.fold(
                here -> new JobFile(here.received(), here.path().toString(), here.tried(), keyOf(here.path())),
                nowhere -> new JobFile(nowhere.received(), "", nowhere.tried(), "?" + nowhere.comparable()));
    }

    /** The key of a file or folder here. */
    public static String keyOf(Path path) {
        Path root = path.getRoot();
        StringBuilder key =
                new StringBuilder(root == null ? "" : root.toString().replaceAll("[/\\\\]+$", ""));
        path.normalize().forEach(name -> key.append('/').append(name));
        return key.isEmpty() ? "/" : key.toString();
    }

    /** Whether it is known where the file is. */
    public boolean isMapped() {
        return !local.isEmpty();
    }

    /**
     * Where the file is.
     *
     * @throws IllegalStateException if that is not known
     */
    public Path path() {
        if (!isMapped()) {
            throw new IllegalStateException("it is not known where " + received + " is: " + tried);
        }
        return Path.of(local);
    }

    /** Its path for people: the one here, if that is known. */
    public String shown() {
        return isMapped() ? local : received;
    }

    /** The container that its name promises. */
    public Optional<Container> container() {
        return Container.promisedBy(shown());
    }

    /** Whether it is the file or folder of this key, or lies below it. */
    public boolean isAtOrBelow(String other) {
        return key.equals(other) || key.startsWith(other.endsWith("/") ? other : other + "/");
    }
}
