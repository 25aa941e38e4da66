package io.arrtheaudio.adapter.files.mp4;

import static io.arrtheaudio.adapter.files.mp4.BoxBuilder.box;
import static io.arrtheaudio.adapter.files.mp4.BoxBuilder.bytes;
import static io.arrtheaudio.adapter.files.mp4.BoxBuilder.joined;

import java.util.Arrays;

/** Small movies built in code; no player could play them, but every header is right. */
final class Mp4Sample {

    static final byte[] FTYP = ftyp("isom");
    static final byte[] MDAT = box("mdat", new byte[32]);
    static final int ENG = packed("eng");
    static final int JPN = packed("jpn");

    private Mp4Sample() {}

    static byte[] ftyp(String brand) {
        return box("ftyp", bytes().text(brand).u32(512).text("isommp42").done());
    }

    static byte[] moov(byte[]... children) {
        return box("moov", joined(box("mvhd", new byte[100]), joined(children)));
    }

    /** A whole file, {@code moov} in front. */
    static byte[] file(byte[]... traks) {
        return joined(FTYP, moov(traks), MDAT);
    }

    static int packed(String code) {
        return code.charAt(0) - 0x60 << 10 | code.charAt(1) - 0x60 << 5 | code.charAt(2) - 0x60;
    }

    static byte[] tkhd(int flags, int alternateGroup) {
        return box(
                "tkhd",
                bytes().u32(flags).zeros(30).u16(alternateGroup).zeros(48).done());
    }

    static byte[] tkhdVersion1(int flags, int alternateGroup) {
        byte[] body = bytes().u8(1, 0, 0, flags)
                .zeros(42)
                .u16(alternateGroup)
                .zeros(48)
                .done();
        return box("tkhd", body);
    }

    static byte[] mdhd(int language) {
        return box("mdhd", bytes().zeros(20).u16(language).zeros(2).done());
    }

    static byte[] hdlr(String type, byte[] name) {
        return box("hdlr", bytes().zeros(8).text(type).zeros(12).raw(name).done());
    }

    static byte[] elng(String tag) {
        return box("elng", bytes().zeros(4).text(tag).u8(0).done());
    }

    static byte[] kind(String scheme, String value) {
        return box("kind", bytes().zeros(4).text(scheme).u8(0).text(value).u8(0).done());
    }

    /** A sample entry as in ISO files, version 0. */
    static byte[] entry(String type, int channels, byte[]... codecBoxes) {
        byte[] fields = bytes().zeros(6)
                .u16(1)
                .zeros(8)
                .u16(channels)
                .u16(16)
                .zeros(4)
                .u32(48_000L << 16)
                .done();
        return box(type, fields, joined(codecBoxes));
    }

    static byte[] minf(byte[] entry) {
        byte[] stsd = box("stsd", bytes().zeros(4).u32(1).raw(entry).done());
        return box("minf", box("smhd", new byte[8]), box("stbl", stsd, box("stts", new byte[8])));
    }

    static byte[] esds(int objectType, int... audioSpecificConfig) {
        byte[] specific = bytes().u8(5, audioSpecificConfig.length)
                .u8(audioSpecificConfig)
                .done();
        byte[] config = bytes().u8(4, 13 + specific.length, objectType)
                .zeros(12)
                .raw(specific)
                .done();
        // The length of the outermost descriptor in four bytes, as many programs write it.
        byte[] stream = bytes().u8(3, 0x80, 0x80, 0x80, 3 + config.length)
                .zeros(3)
                .raw(config)
                .done();
        return box("esds", new byte[4], stream);
    }

    /** An audio track as ffmpeg writes it. */
    static byte[] audio(int flags, int language) {
        return audio(tkhd(flags, 1), mdhd(language));
    }

    static byte[] audio(byte[] tkhd, byte[] mdhd, byte[]... udta) {
        byte[] name = bytes().text("SoundHandler").u8(0).done();
        return trak(tkhd, mdhd, hdlr("soun", name), entry("mp4a", 2, esds(0x40, 0x11, 0x90)), udta);
    }

    static byte[] trak(byte[] tkhd, byte[] mdhd, byte[] hdlr, byte[] entry, byte[]... udta) {
        byte[] mdia = box("mdia", mdhd, hdlr, minf(entry));
        return box("trak", tkhd, mdia, udta.length == 0 ? new byte[0] : box("udta", udta));
    }

    static byte[] video() {
        return trak(tkhd(3, 0), mdhd(ENG), hdlr("vide", new byte[1]), box("avc1", new byte[70]));
    }

    /** Where a run of bytes begins for the n-th time, counted from 1; fails if it is not there. */
    static int indexOf(byte[] file, String text, int nth) {
        byte[] wanted = bytes().text(text).done();
        int found = 0;
        for (int i = 0; i <= file.length - wanted.length; i++) {
            if (Arrays.equals(file, i, i + wanted.length, wanted, 0, wanted.length) && ++found == nth) {
                return i;
            }
        }
        throw new AssertionError("there is no " + text + " number " + nth);
    }
}
