package io.arrtheaudio.adapter.files.mp4;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** Tells contents apart in a few characters: {@code (12 B, 0a1b2c3d)}. */
final class Digest {

    /** Of longer contents the beginning is looked at. */
    private static final int LOOKED_AT = 1 << 20;

    private Digest() {}

    static String of(BoxReader boxes, Box box) {
        return of(boxes.body(box, LOOKED_AT), box.length());
    }

    /** All of some bytes that stand for themselves. */
    static String of(ByteBuffer bytes) {
        return of(bytes, bytes.remaining());
    }

    private static String of(ByteBuffer beginning, long length) {
        CRC32 sum = new CRC32();
        sum.update(beginning);
        return String.format("(%d B, %08x)", length, sum.getValue());
    }
}
