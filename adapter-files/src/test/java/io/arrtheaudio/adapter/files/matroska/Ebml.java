package io.arrtheaudio.adapter.files.matroska;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Writes EBML elements for tests, every width as the test wants it. */
final class Ebml {

    private Ebml() {}

    /** An element with the shortest size field. */
    static byte[] element(long id, byte[]... content) {
        byte[] all = join(content);
        return element(Vint.minimalWidth(all.length), id, all);
    }

    /** An element whose size is written in so many bytes. */
    static byte[] element(int sizeWidth, long id, byte[]... content) {
        byte[] all = join(content);
        ByteBuffer buffer = ByteBuffer.allocate(idWidth(id) + sizeWidth + all.length);
        putId(buffer, id);
        Vint.put(buffer, all.length, sizeWidth);
        return buffer.put(all).array();
    }

    /** An element that does not tell its size. */
    static byte[] unknownSize(long id, byte[]... content) {
        byte[] all = join(content);
        ByteBuffer buffer = ByteBuffer.allocate(idWidth(id) + 8 + all.length);
        putId(buffer, id);
        buffer.putLong(0x01FF_FFFF_FFFF_FFFFL);
        return buffer.put(all).array();
    }

    static byte[] uint(long id, long value) {
        byte[] bytes = new byte[Math.max(1, (71 - Long.numberOfLeadingZeros(value)) / 8)];
        return uint(id, value, bytes.length);
    }

    static byte[] uint(long id, long value, int bytes) {
        byte[] content = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            content[bytes - 1 - i] = (byte) (value >>> 8 * i);
        }
        return element(id, content);
    }

    static byte[] text(long id, String text) {
        return element(id, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A Void element of so many bytes in all. */
    static byte[] gap(int length) {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        Part.Gap.put(buffer, length);
        return buffer.array();
    }

    /** The content with a right CRC-32 element in front. */
    static byte[] withCrc(byte[]... content) {
        byte[] all = join(content);
        CRC32 crc = new CRC32();
        crc.update(all);
        byte[] sum = ByteBuffer.allocate(4)
                .putInt(Integer.reverseBytes((int) crc.getValue()))
                .array();
        return join(element(Ids.CRC_32, sum), all);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static int idWidth(long id) {
        return (71 - Long.numberOfLeadingZeros(id)) / 8;
    }

    private static void putId(ByteBuffer buffer, long id) {
        for (int i = idWidth(id) - 1; i >= 0; i--) {
            buffer.put((byte) (id >>> 8 * i));
        }
    }
}
