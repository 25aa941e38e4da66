package io.arrtheaudio.adapter.files.mp4;

import static io.arrtheaudio.adapter.files.mp4.BoxBuilder.box;
import static io.arrtheaudio.adapter.files.mp4.BoxBuilder.bytes;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.ENG;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.entry;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.esds;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.hdlr;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.mdhd;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.tkhd;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.trak;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.media.AudioTrack;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codec and channels of one track. */
class Mp4SoundTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "ac-3, ac3", "ec-3, eac3", "Opus, opus", "fLaC, flac", "alac, alac", "dtsc, dts", "dtsh, dts", "dtsl, dts",
        "dtse, dts", "mlpa, truehd", "lpcm, pcm", "sowt, pcm", "twos, pcm", "in24, pcm", ".mp3, mp3", "ac-4, ac-4",
        "mp4a, aac", "XYZ1, xyz1"
    })
    void codecs_have_short_names(String type, String codec) {
        assertThat(coded(entry(type, 2)).codec()).isEqualTo(codec);
    }

    @ParameterizedTest
    @CsvSource({
        "0x40, aac",
        "0x67, aac",
        "0x6B, mp3",
        "0x69, mp3",
        "0xA5, ac3",
        "0xA6, eac3",
        "0xA9, dts",
        "0xAD, opus",
        "0xDD, vorbis",
        "0x01, mp4a"
    })
    void mp4a_is_what_its_elementary_stream_says(String objectType, String codec) {
        assertThat(coded(entry("mp4a", 2, esds(Integer.decode(objectType)))).codec())
                .isEqualTo(codec);
    }

    @Test
    void channels_come_from_the_aac_configuration_before_the_entry() {
        assertThat(channels(entry("mp4a", 2, esds(0x40, 0x11, 0xB0)))).isEqualTo(6);
        assertThat(channels(entry("mp4a", 2, esds(0x40, 0x11, 0xB8)))).isEqualTo(8);
        assertThat(channels(entry("mp4a", 3, esds(0x40, 0x11, 0x80))))
                .as("configuration 0: told elsewhere")
                .isEqualTo(3);
        assertThat(channels(entry("mp4a", 1, esds(0x40, 0xEB, 0x09, 0x88))))
                .as("parametric stereo")
                .isEqualTo(2);
        // type 2, an explicit rate of 24 bits, configuration 6
        assertThat(channels(entry("mp4a", 2, esds(0x40, 0x17, 0x80, 0x5D, 0xC0, 0x30))))
                .isEqualTo(6);
        assertThat(channels(entry("mp4a", 2, esds(0x40)))).isEqualTo(2);
        assertThat(channels(entry("mp4a", 2, esds(0x40, 0xF8, 0x06, 0xC0))))
                .as("a type above 31, in six more bits")
                .isEqualTo(6);
    }

    @Test
    void what_is_told_before_an_elementary_stream_ends_early_holds() {
        byte[] early = bytes().u8(3, 9, 0, 0, 0, 4, 4, 0x6B).zeros(5).done();
        assertThat(coded(entry("mp4a", 2, box("esds", new byte[4], early))).codec())
                .isEqualTo("mp3");
    }

    @Test
    void descriptors_of_another_kind_tell_nothing() {
        byte[] config = bytes().u8(4, 17, 0x40).zeros(12).done();
        byte[] specific = bytes().u8(5, 2, 0x11, 0xB0).done();
        byte[] other = bytes().u8(6, 2, 0x11, 0xB0).done();
        assertThat(channels(entry("mp4a", 3, elementary(3, config, specific)))).isEqualTo(6);
        assertThat(channels(entry("mp4a", 3, elementary(9, config, specific)))).isEqualTo(3);
        assertThat(channels(entry("mp4a", 3, elementary(3, config, other)))).isEqualTo(3);
    }

    /** The length of a descriptor takes up to four bytes, and is not believed. */
    @Test
    void lengths_of_descriptors_are_stepped_over_whatever_they_are() {
        byte[] none = bytes().u8(5, 0, 0x11, 0xB0).done();
        byte[] four = bytes().u8(5, 0x80, 0x80, 0x80, 2, 0x11, 0xB0).done();
        byte[] endless = bytes().u8(5, 0xFF, 0xFF, 0xFF, 0xFF, 0x91, 0xB0).done();
        byte[] config = bytes().u8(4, 17, 0x40).zeros(12).done();
        assertThat(channels(entry("mp4a", 3, elementary(3, config, none)))).isEqualTo(6);
        assertThat(channels(entry("mp4a", 3, elementary(3, config, four)))).isEqualTo(6);
        assertThat(channels(entry("mp4a", 3, elementary(3, config, endless)))).isEqualTo(6);
    }

    private static byte[] elementary(int tag, byte[] config, byte[] specific) {
        byte[] stream = bytes().u8(tag, 3 + config.length + specific.length)
                .zeros(3)
                .raw(config)
                .raw(specific)
                .done();
        return box("esds", new byte[4], stream);
    }

    @Test
    void optional_fields_in_front_of_the_decoder_configuration_are_skipped() {
        byte[] config =
                bytes().u8(4, 13 + 4, 0x40).zeros(12).u8(5, 2, 0x11, 0xB0).done();
        byte[] stream = bytes().u8(3, 60, 0, 1, 0xE0)
                .u16(7)
                .u8(2)
                .text("ur")
                .u16(9)
                .raw(config)
                .done();

        assertThat(channels(entry("mp4a", 2, box("esds", new byte[4], stream)))).isEqualTo(6);
    }

    @Test
    void channels_come_from_the_dolby_boxes_before_the_entry() {
        // fscod 0, bsid 8, bsmod 0, acmod 7, lfeon 1
        assertThat(channels(entry(
                        "ac-3", 2, box("dac3", bytes().u8(0x10, 0x3D, 0xE0).done()))))
                .isEqualTo(6);
        assertThat(channels(entry(
                        "ac-3", 2, box("dac3", bytes().u8(0x10, 0x10, 0x40).done()))))
                .isEqualTo(2);
        assertThat(channels(entry(
                        "ec-3",
                        2,
                        box("dec3", bytes().u8(0, 0x20, 0x20, 0x0F, 0).done()))))
                .isEqualTo(6);
        // one dependent substream that adds Lrs and Rrs
        assertThat(channels(entry(
                        "ec-3",
                        2,
                        box("dec3", bytes().u8(0, 0x20, 0x20, 0x0F, 2, 2).done()))))
                .isEqualTo(8);
        // no dependent substream, so what follows says nothing of channels
        assertThat(channels(entry(
                        "ec-3",
                        2,
                        box("dec3", bytes().u8(0, 0x20, 0x20, 0x0F, 0x20, 2).done()))))
                .isEqualTo(6);
        // eight dependent substreams, and one whose locations are cut off
        assertThat(channels(entry(
                        "ec-3",
                        2,
                        box("dec3", bytes().u8(0, 0x20, 0x20, 0x0F, 0x10, 2).done()))))
                .isEqualTo(8);
        assertThat(channels(entry(
                        "ec-3",
                        2,
                        box("dec3", bytes().u8(0, 0x20, 0x20, 0x0E, 2).done()))))
                .isEqualTo(5);
        // acmod 2
        assertThat(channels(entry(
                        "ec-3",
                        6,
                        box("dec3", bytes().u8(0, 0x20, 0x20, 0x04, 0).done()))))
                .isEqualTo(2);
        assertThat(channels(entry("ec-3", 2, box("dec3", new byte[2])))).isEqualTo(2);
        assertThat(channels(entry("ac-3", 3, box("dac3", new byte[2])))).isEqualTo(3);
    }

    @Test
    void quicktime_sound_descriptions_of_version_1_keep_their_codec_in_wave() {
        byte[] wave = box("wave", box("frma", bytes().text("mp4a").done()), esds(0x40, 0x11, 0xB0), box("\0\0\0\0"));
        byte[] entry = box(
                "mp4a", bytes().zeros(6).u16(1).u16(1).zeros(6).u16(2).zeros(10).done(), new byte[16], wave);

        assertThat(coded(entry).channels()).isEqualTo(6);
    }

    @Test
    void iso_sample_entries_of_version_1_are_no_longer_than_those_of_version_0() {
        byte[] entry = entry("mp4a", 2, esds(0x40, 0x11, 0xB0));
        entry[17] = 1;
        byte[] stsd = box("stsd", bytes().u8(1).zeros(3).u32(1).raw(entry).done());
        byte[] mdia = box("mdia", mdhd(ENG), hdlr("soun", new byte[1]), box("minf", box("stbl", stsd)));

        assertThat(read(box("trak", tkhd(3, 1), mdia)).channels()).isEqualTo(6);
    }

    @Test
    void quicktime_sound_descriptions_of_version_2_count_their_channels_elsewhere() {
        byte[] entry = box(
                "lpcm",
                bytes().zeros(6)
                        .u16(1)
                        .u16(2)
                        .zeros(6)
                        .u16(3)
                        .u16(16)
                        .zeros(8)
                        .u32(72)
                        .zeros(8)
                        .u32(8)
                        .zeros(20)
                        .done());

        assertThat(coded(entry))
                .extracting(AudioTrack::codec, AudioTrack::channels)
                .containsExactly("pcm", 8);
    }

    @Test
    void a_sample_entry_that_makes_no_sense_does_not_hide_the_track() {
        assertThat(coded(new byte[0]))
                .extracting(AudioTrack::codec, AudioTrack::channels)
                .containsExactly("unknown", 0);
        assertThat(coded(box("mp4a", new byte[3])))
                .extracting(AudioTrack::codec)
                .isEqualTo("aac");
        assertThat(coded(BoxBuilder.claiming("mp4a", 9_999, new byte[40])).codec())
                .isEqualTo("unknown");
        assertThat(coded(entry("mp4a", 2, box("esds", new byte[5]))).codec()).isEqualTo("aac");
        assertThat(coded(entry("mp4a", 255)).channels()).isEqualTo(255);
        assertThat(coded(entry("mp4a", 256)).channels()).isZero();
        assertThat(coded(entry("mp4a", 60_000)).channels()).isZero();
    }

    @Test
    void a_track_without_a_sample_entry_is_told_without_a_codec() {
        byte[] zeroAtTheEnd = box("minf", box("smhd", new byte[8]), new byte[4]);
        byte[] shortTable = box("minf", box("stbl", box("stsd", new byte[3])));
        for (byte[] minf : new byte[][] {zeroAtTheEnd, shortTable}) {
            byte[] mdia = box("mdia", mdhd(ENG), hdlr("soun", new byte[1]), minf);

            assertThat(read(box("trak", tkhd(3, 1), mdia)))
                    .extracting(AudioTrack::codec, AudioTrack::channels)
                    .containsExactly("unknown", 0);
        }
    }

    private AudioTrack read(byte[] trak) {
        return Mp4File.holding(folder, Mp4Sample.file(trak)).track();
    }

    private AudioTrack coded(byte[] entry) {
        return read(trak(tkhd(3, 1), mdhd(ENG), hdlr("soun", new byte[1]), entry));
    }

    private int channels(byte[] entry) {
        return coded(entry).channels();
    }
}
