package io.arrtheaudio.adapter.files.mp4;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes boxes byte by byte, right ones and wrong ones. */
final class BoxBuilder {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private BoxBuilder() {}

    static BoxBuilder bytes() {
        return new BoxBuilder();
    }

    /** A box with a header of eight bytes. */
    static byte[] box(String type, byte[]... contents) {
        byte[] content = joined(contents);
        return claiming(type, 8L + content.length, content);
    }

    /** A box whose size stands in 64 bits. */
    static byte[] largeBox(String type, byte[]... contents) {
        byte[] content = joined(contents);
        return largeClaiming(type, 16L + content.length, content);
    }

    /** A box that claims 32 bits of size, whatever its content has. */
    static byte[] claiming(String type, long size, byte[] content) {
        return bytes().u32(size).text(type).raw(content).done();
    }

    /** A box that claims 64 bits of size, whatever its content has. */
    static byte[] largeClaiming(String type, long size, byte[] content) {
        return bytes().u32(1).text(type).u64(size).raw(content).done();
    }

    static byte[] joined(byte[]... parts) {
        BoxBuilder all = bytes();
        for (byte[] part : parts) {
            all.raw(part);
        }
        return all.done();
    }

    BoxBuilder u8(int... values) {
        for (int value : values) {
            bytes.write(value);
        }
        return this;
    }

    BoxBuilder u16(int value) {
        return u8(value >> 8, value);
    }

    BoxBuilder u32(long value) {
        return raw(ByteBuffer.allocate(4).putInt((int) value).array());
    }

    BoxBuilder u64(long value) {
        return raw(ByteBuffer.allocate(8).putLong(value).array());
    }

    BoxBuilder zeros(int count) {
        return raw(new byte[count]);
    }

    /** One byte for each character. */
    BoxBuilder text(String text) {
        return raw(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    BoxBuilder utf8(String text) {
        return raw(text.getBytes(StandardCharsets.UTF_8));
    }

    BoxBuilder raw(byte... more) {
        bytes.writeBytes(more);
        return this;
    }

    byte[] done() {
        return bytes.toByteArray();
    }
}
