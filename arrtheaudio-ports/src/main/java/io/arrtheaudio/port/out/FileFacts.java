package io.arrtheaudio.port.out;

import io.arrtheaudio.domain.edit.FileIdentity;
import java.util.Objects;

/**
 * What a disk says about a file.
 *
 * @param identity which file, in which state
 * @param isRegular whether it is a file at all, not a folder or a device
 * @param isWritable whether this program may write to it
 * @param links how many names it has; 0 if the file system does not tell
 */
public record FileFacts(FileIdentity identity, boolean isRegular, boolean isWritable, int links) {

    /** Checks the values. */
    public FileFacts {
        Objects.requireNonNull(identity, "identity");
        if (links < 0) {
            throw new IllegalArgumentException("links was " + links + " but must not be negative");
        }
    }

    /** Whether the file may have other names; one whose names cannot be counted may. */
    public boolean mayBeLinked() {
        return links != 1;
    }
}
