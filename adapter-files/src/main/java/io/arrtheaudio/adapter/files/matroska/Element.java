package io.arrtheaudio.adapter.files.matroska;

/**
 * Where an element is and how its header is written (RFC 8794 section 4 to 6).
 *
 * @param id with its marker bits
 * @param offset of its first byte, from the start of whatever it was read from
 * @param idWidth bytes that the ID takes
 * @param sizeWidth bytes that the size takes
 * @param size of its content in bytes; {@link #UNKNOWN} if it does not tell
 */
record Element(long id, long offset, int idWidth, int sizeWidth, long size) {

    static final long UNKNOWN = -1;

    boolean isUnknownSize() {
        return size == UNKNOWN;
    }

    long contentOffset() {
        return offset + idWidth + sizeWidth;
    }

    /** Whether its content has as many bytes as an integer that is written out (RFC 8794 section 7.2). */
    boolean isInteger() {
        return size >= 1 && size <= Long.BYTES;
    }

    /** The offset behind its last byte; its size is known. */
    long end() {
        return contentOffset() + size;
    }

    /** Header and content together; the size is known. */
    long length() {
        return end() - offset;
    }

    /** The same element seen from a start that lies so many bytes earlier. */
    Element shifted(long bytes) {
        return new Element(id, offset + bytes, idWidth, sizeWidth, size);
    }
}
