package io.arrtheaudio.domain.edit;

/**
 * Overwrites {@code was} by {@code becomes}. A file that does not hold {@code was} there is not the file that was
 * planned for.
 *
 * @param offset bytes from the file's start
 * @param was what must be there before
 * @param becomes what is there afterwards, just as long
 */
public record Patch(long offset, Bytes was, Bytes becomes) {

    /** Checks that the file's length stays as it is. */
    public Patch {
        if (offset < 0) {
            throw new IllegalArgumentException("offset was " + offset + " but must not be negative");
        }
        if (was.size() != becomes.size()) {
            throw new IllegalArgumentException("patch at byte " + offset + " replaces " + was.size() + " bytes by "
                    + becomes.size() + " but must not change the file's length");
        }
        if (was.size() == 0) {
            throw new IllegalArgumentException("patch at byte " + offset + " is empty");
        }
        if (offset > Long.MAX_VALUE - was.size()) {
            throw new IllegalArgumentException("patch at byte " + offset + " ends behind the end of any file");
        }
    }

    /** The offset of the first byte behind the patch. */
    public long end() {
        return offset + was.size();
    }

    /** The patch that takes this one back. */
    public Patch inverse() {
        return new Patch(offset, becomes, was);
    }
}
