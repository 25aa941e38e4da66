package io.arrtheaudio.adapter.files.mp4;

import static io.arrtheaudio.adapter.files.mp4.BoxBuilder.box;
import static io.arrtheaudio.adapter.files.mp4.BoxBuilder.bytes;
import static io.arrtheaudio.adapter.files.mp4.BoxBuilder.joined;

/** Builds one track of any kind; what a test does not name is as plain as can be. */
final class TrackBuilder {

    private static final int ONE = 0x10000;

    private final String handler;
    private byte[] tkhd;
    private byte[] mdhd = mdhd(0, 0);
    private byte[] entries = {};
    private int entryCount;
    private byte[] table = {};
    private byte[] media = {};
    private byte[] parts = {};

    private TrackBuilder(int id, String handler) {
        this.handler = handler;
        this.tkhd = tkhd(id, 3, ONE, 0, 0, ONE);
    }

    static TrackBuilder track(int id, String handler) {
        return new TrackBuilder(id, handler);
    }

    /** A track header with four of the nine numbers that turn the picture. */
    static byte[] tkhd(int id, int flags, int a, int b, int c, int d) {
        return box(
                "tkhd",
                bytes().u32(flags)
                        .zeros(8)
                        .u32(id)
                        .zeros(24)
                        .raw(matrix(a, b, c, d))
                        .zeros(8)
                        .done());
    }

    /** The same with times of 64 bits. */
    static byte[] tkhdVersion1(int id, int flags, int a, int b, int c, int d) {
        return box(
                "tkhd",
                bytes().u8(1, 0, 0, flags)
                        .zeros(16)
                        .u32(id)
                        .zeros(28)
                        .raw(matrix(a, b, c, d))
                        .zeros(8)
                        .done());
    }

    private static byte[] matrix(int a, int b, int c, int d) {
        return bytes().u32(a)
                .u32(b)
                .u32(0)
                .u32(c)
                .u32(d)
                .u32(0)
                .u32(0)
                .u32(0)
                .u32(0x40000000)
                .done();
    }

    static byte[] mdhd(long scale, int language) {
        return box(
                "mdhd",
                bytes().zeros(12).u32(scale).zeros(4).u16(language).zeros(2).done());
    }

    static byte[] mdhdVersion1(long scale, int language) {
        return box(
                "mdhd",
                bytes().u8(1)
                        .zeros(19)
                        .u32(scale)
                        .zeros(8)
                        .u16(language)
                        .zeros(2)
                        .done());
    }

    /** A table of so many samples, each with a size of its own that nobody needs to know. */
    static byte[] stsz(long samples) {
        return box("stsz", bytes().zeros(8).u32(samples).done());
    }

    /** A table of runs: how many samples, and the value of each of them, in turn. */
    static byte[] runs(String type, long... countsAndValues) {
        BoxBuilder body = bytes().zeros(4).u32(countsAndValues.length / 2);
        for (long number : countsAndValues) {
            body.u32(number);
        }
        return box(type, body.done());
    }

    TrackBuilder headed(byte[] header) {
        tkhd = header;
        return this;
    }

    TrackBuilder timed(byte[] header) {
        mdhd = header;
        return this;
    }

    TrackBuilder coded(byte[] entry) {
        entries = joined(entries, entry);
        entryCount++;
        return this;
    }

    TrackBuilder inTable(byte[]... boxes) {
        table = joined(table, joined(boxes));
        return this;
    }

    TrackBuilder inMedia(byte[]... boxes) {
        media = joined(media, joined(boxes));
        return this;
    }

    TrackBuilder with(byte[]... boxes) {
        parts = joined(parts, joined(boxes));
        return this;
    }

    byte[] done() {
        byte[] stsd = box("stsd", bytes().zeros(4).u32(entryCount).raw(entries).done());
        byte[] minf = box("minf", box("stbl", stsd, table));
        byte[] mdia = box("mdia", mdhd, Mp4Sample.hdlr(handler, new byte[1]), minf, media);
        return box("trak", tkhd, mdia, parts);
    }
}
