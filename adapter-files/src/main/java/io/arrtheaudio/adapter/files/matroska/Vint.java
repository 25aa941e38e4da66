package io.arrtheaudio.adapter.files.matroska;

import java.nio.ByteBuffer;

/** Variable-size integers (RFC 8794 section 4) as element sizes use them. */
final class Vint {

    static final int MAX_WIDTH = 8;

    private Vint() {}

    /** How many bytes the integer takes, told by its first byte: 1 to 8; 9 if that byte can begin none. */
    static int width(int firstByte) {
        return Integer.numberOfLeadingZeros(firstByte & 0xFF) - 23;
    }

    /** The value without its marker bit; the buffer stands at its first byte and is moved behind its last. */
    static long value(ByteBuffer buffer, int width) {
        return withMarker(buffer, width) & mask(width);
    }

    /** The value with its marker bit, as IDs are written. */
    static long withMarker(ByteBuffer buffer, int width) {
        long value = 0;
        for (int i = 0; i < width; i++) {
            value = value << 8 | buffer.get() & 0xFF;
        }
        return value;
    }

    /** Whether all data bits are set: a size of this value is unknown (RFC 8794 section 6.2). */
    static boolean isUnknown(long value, int width) {
        return value == mask(width);
    }

    /** The fewest bytes that hold a size; all data bits set is reserved (RFC 8794 section 6.3). */
    static int minimalWidth(long size) {
        int width = 1;
        while (size >= mask(width)) {
            width++;
        }
        return width;
    }

    /** Writes a size in so many bytes. */
    static void put(ByteBuffer to, long size, int width) {
        long marked = size | 1L << 7 * width;
        for (int i = width - 1; i >= 0; i--) {
            to.put((byte) (marked >>> 8 * i));
        }
    }

    private static long mask(int width) {
        return (1L << 7 * width) - 1;
    }
}
