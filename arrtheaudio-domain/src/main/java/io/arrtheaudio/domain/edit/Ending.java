package io.arrtheaudio.domain.edit;

import java.util.Objects;

/**
 * What becomes of the end of a file whose length changes. All before it keeps its place.
 *
 * @param offset where the end that changes begins, in bytes from the file's start
 * @param was the bytes from there to the end of the file before; empty if something is appended
 * @param becomes the bytes that are there afterwards; empty if something is cut off
 */
public record Ending(long offset, Bytes was, Bytes becomes) {

    /** The file keeps its length. */
    public static final Ending SAME = new Ending(0, Bytes.of(), Bytes.of());

    /** Checks that at most one side holds bytes; other changes are patches. */
    public Ending {
        Objects.requireNonNull(was, "was");
        Objects.requireNonNull(becomes, "becomes");
        if (offset < 0) {
            throw new IllegalArgumentException("offset was " + offset + " but must not be negative");
        }
        if (was.size() > 0 && becomes.size() > 0) {
            throw new IllegalArgumentException("the end at byte " + offset + " is both cut off and appended to");
        }
    }

    /** Appends bytes to a file of this length. */
    public static Ending appended(long length, Bytes bytes) {
        return new Ending(length, Bytes.of(), bytes);
    }

    /** Whether the file keeps its length. */
    public boolean isSame() {
        return was.size() == 0 && becomes.size() == 0;
    }

    /** By how many bytes the file grows; negative if it shrinks. */
    public long growth() {
        return (long) becomes.size() - was.size();
    }

    /** The ending that takes this one back. */
    public Ending inverse() {
        return new Ending(offset, becomes, was);
    }
}
