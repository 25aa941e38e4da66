package io.arrtheaudio.adapter.files.mp4;

/**
 * What the header of one box says about it (ISO/IEC 14496-12 clause 4.2; QuickTime calls it an atom).
 *
 * @param type its four characters, one for each byte (ISO 8859-1)
 * @param offset of its header, in bytes from the file's start
 * @param body offset of the first byte behind its header
 * @param end offset of the first byte behind it, as claimed
 */
record Box(String type, long offset, long body, long end) {

    boolean is(String other) {
        return type.equals(other);
    }

    /** Whether the claimed end is possible: not inside its own header and not behind {@code limit}. */
    boolean fitsBefore(long limit) {
        return end >= body && end <= limit;
    }

    /** How many bytes its content has. */
    long length() {
        return end - body;
    }

    /** The type for people. */
    String name() {
        return BoxText.legible(type).strip();
    }

    /** For messages: {@code mdia box at byte 1234}. */
    @Override
    public String toString() {
        return BoxText.legible(type) + " box at byte " + offset;
    }
}
