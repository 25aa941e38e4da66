package io.arrtheaudio.domain.edit;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/**
 * Which file this is, and in which state: equal identities mean that nobody wrote to it or put another in its place.
 *
 * @param path the file itself, symbolic links resolved
 * @param key what the file system calls it whatever its name (device and inode), empty if it has no such thing
 * @param size its length in bytes
 * @param modified when its content changed last
 */
public record FileIdentity(Path path, String key, long size, Instant modified) {

    /** Checks the values. */
    public FileIdentity {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(modified, "modified");
        if (size < 0) {
            throw new IllegalArgumentException("size of " + path + " was " + size + " but must not be negative");
        }
    }
}
