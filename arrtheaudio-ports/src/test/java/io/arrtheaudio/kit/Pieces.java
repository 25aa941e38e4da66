package io.arrtheaudio.kit;

import java.io.ByteArrayOutputStream;

/** Bytes that the tiny media files are made of. */
final class Pieces {

    private Pieces() {}

    /** The lowest bytes of a number, big-endian. */
    static byte[] lowest(int length, long value) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (value >> 8 * (length - 1 - i));
        }
        return bytes;
    }

    /** One piece behind the other. */
    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
