package io.arrtheaudio.kit;

import java.io.ByteArrayOutputStream;

/** Puts bytes together, as every format needs it. */
final class RawBytes {

    private RawBytes() {}

    /** The lowest bytes of a number, the highest of them first. */
    static byte[] lowest(int length, long value) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (value >> 8 * (length - 1 - i));
        }
        return bytes;
    }

    /** One behind the other. */
    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
