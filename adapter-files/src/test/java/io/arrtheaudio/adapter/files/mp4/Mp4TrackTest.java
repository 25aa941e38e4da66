package io.arrtheaudio.adapter.files.mp4;

import static io.arrtheaudio.adapter.files.mp4.BoxBuilder.box;
import static io.arrtheaudio.adapter.files.mp4.BoxBuilder.bytes;
import static io.arrtheaudio.adapter.files.mp4.BoxBuilder.joined;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.ENG;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.JPN;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.MDAT;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.audio;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.elng;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.entry;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.esds;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.ftyp;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.hdlr;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.kind;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.mdhd;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.moov;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.tkhd;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.tkhdVersion1;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.trak;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.video;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.TrackFlag;
import io.arrtheaudio.domain.media.TrackRole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read about one track. */
class Mp4TrackTest {

    private static final String DASH = "urn:mpeg:dash:role:2011";

    @TempDir
    private Path folder;

    @Test
    void the_lowest_bit_of_the_flags_is_the_default() {
        assertThat(read(audio(7, ENG)).flags()).containsExactly(TrackFlag.DEFAULT);
        assertThat(read(audio(6, ENG)).flags()).isEmpty();
        assertThat(read(audio(tkhdVersion1(3, 5), mdhd(ENG))).flags()).containsExactly(TrackFlag.DEFAULT);
    }

    @Test
    void alternate_group_0_is_ungrouped_in_both_versions() {
        assertThat(read(audio(tkhd(2, 0), mdhd(ENG))).flags()).containsExactly(TrackFlag.UNGROUPED);
        assertThat(read(audio(tkhdVersion1(2, 0), mdhd(ENG))).flags()).containsExactly(TrackFlag.UNGROUPED);
        assertThat(read(audio(tkhd(2, 1), mdhd(ENG))).flags()).isEmpty();
        assertThat(read(audio(tkhdVersion1(2, 256), mdhd(ENG))).flags()).isEmpty();
    }

    @Test
    void only_handlers_of_sound_are_audio_tracks() {
        byte[] text = trak(tkhd(3, 0), mdhd(ENG), hdlr("sbtl", new byte[1]), box("tx3g"));
        byte[] noMedia = box("trak", tkhd(3, 0));

        assertThat(Mp4File.holding(folder, Mp4Sample.file(video(), text, audio(3, JPN), noMedia))
                        .tracks())
                .singleElement()
                .satisfies(track -> assertThat(track.language().code()).isEqualTo("jpn"));
    }

    @ParameterizedTest
    @CsvSource({"eng, eng", "jpn, jpn", "ger, deu", "und, und", "yue, yue"})
    void the_packed_language_is_read(String packed, String code) {
        assertThat(read(audio(3, Mp4Sample.packed(packed))).language().code()).isEqualTo(code);
    }

    @Test
    void the_language_of_an_mdhd_version_1_lies_further_behind() {
        byte[] mdhd = box("mdhd", bytes().u8(1).zeros(31).u16(JPN).zeros(2).done());

        assertThat(read(audio(tkhd(3, 1), mdhd)).language().code()).isEqualTo("jpn");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x7FFF, 0, 11, 0x3FF, 0x400, 0x7C00})
    void codes_that_are_no_letters_are_undetermined_in_mp4(int code) {
        assertThat(read(audio(3, code)).language()).isEqualTo(Language.UNDETERMINED);
    }

    @ParameterizedTest
    @CsvSource({
        "0, eng",
        "2, deu",
        "11, jpn",
        "19, zho-Hant",
        "33, zho-Hans",
        "34, nld",
        "58, mon",
        "94, epo",
        "95, und",
        "127, und",
        "128, cym",
        "130, cat",
        "138, jav",
        "139, und",
        "32767, und",
        "5575, eng"
    })
    void quicktime_files_may_hold_macintosh_numbers(int code, String language) {
        byte[] trak = audio(3, code);

        assertThat(Mp4File.holding(folder, ftyp("qt  "), moov(trak), MDAT)
                        .track()
                        .language())
                .hasToString(language);
        assertThat(Mp4File.holding(folder, box("wide"), MDAT, moov(trak))
                        .track()
                        .language())
                .hasToString(language);
    }

    @Test
    void elng_comes_before_mdhd() {
        assertThat(read(audio(tkhd(3, 1), joined(mdhd(ENG), elng("pt-BR")))).language())
                .hasToString("por-BR");
        assertThat(read(audio(tkhd(3, 1), joined(elng("zh-Hant"), mdhd(ENG)))).language())
                .hasToString("zho-Hant");
    }

    @Test
    void an_elng_that_is_no_tag_leaves_the_word_to_mdhd() {
        assertThat(read(audio(tkhd(3, 1), joined(mdhd(JPN), elng("?")))).language())
                .hasToString("jpn");
        assertThat(read(audio(tkhd(3, 1), joined(mdhd(JPN), box("elng")))).language())
                .hasToString("jpn");
    }

    @Test
    void a_track_without_mdhd_has_no_language() {
        assertThat(read(audio(tkhd(3, 1), new byte[0])).language()).isEqualTo(Language.UNDETERMINED);
    }

    @Test
    void the_name_in_udta_is_the_title_with_or_without_a_nul() {
        assertThat(titled(box("name", utf8("Kommentar – Regie")))).isEqualTo("Kommentar – Regie");
        assertThat(titled(box("name", utf8("Director\0rest")))).isEqualTo("Director");
        assertThat(titled(box("name", bytes().text("Fran\u00e7ais").done()))).isEqualTo("Fran\u00e7ais");
        assertThat(titled(box("name", utf8(" two\nlines\u001b ")))).isEqualTo("two lines");
    }

    @Test
    void other_places_for_a_title_are_read_when_there_is_no_name() {
        byte[] quickTime =
                box("\u00a9nam", bytes().u16(5).u16(ENG).text("Apple").done());
        byte[] trackName =
                box("tnam", bytes().zeros(4).u16(ENG).text("Track").u8(0).done());
        byte[] mobile =
                box("titl", bytes().zeros(4).u16(ENG).text("Mobile").u8(0).done());
        byte[] utf16 = box(
                "titl",
                bytes().zeros(4)
                        .u16(ENG)
                        .u16(0xFEFF)
                        .raw("日本\0x".getBytes(StandardCharsets.UTF_16BE))
                        .done());

        assertThat(titled(mobile, trackName, quickTime)).isEqualTo("Apple");
        assertThat(titled(mobile, trackName)).isEqualTo("Track");
        assertThat(titled(mobile)).isEqualTo("Mobile");
        assertThat(titled(utf16)).isEqualTo("日本");
        assertThat(titled(quickTime, box("name", utf8("Best")))).isEqualTo("Best");
        assertThat(titled(quickTime, box("name"))).isEqualTo("Apple");
    }

    @Test
    void a_long_title_is_cut_but_never_inside_a_letter() {
        String title = titled(box("name", utf8("xx" + "日".repeat(2_000))));

        assertThat(title).matches("xx日{332}");
    }

    @Test
    void the_handlers_name_is_the_title_of_last_resort() {
        assertThat(read(named(bytes().text("Commentary").u8(0).done())).title()).isEqualTo("Commentary");
        assertThat(read(named(bytes().text("Stereo").u8(0).done())).title()).isEqualTo("Stereo");
        assertThat(read(named(new byte[0])).title()).isEmpty();
        assertThat(read(named(bytes().u8(10).text("Commentary").done())).title())
                .as("a Pascal string in an MP4 file")
                .isEqualTo("Commentary");
        String unlucky = "C" + "o".repeat(66); // its first letter is also the count of what follows
        assertThat(read(named(bytes().text(unlucky).u8(0).done())).title()).isEqualTo(unlucky);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SoundHandler",
                "SoundHandle",
                "Core Media Audio",
                "GPAC ISO Audio Handler",
                "Apple Sound Media Handler",
                "\u001fMainconcept MP4 Sound Media Handler",
                "Bento4 Sound Handler",
                "L-SMASH Audio Handler",
                "ISO Media file produced by Google Inc. Created on: 01/02/2020."
            })
    void what_programs_call_their_handlers_is_no_title(String name) {
        assertThat(read(named(bytes().text(name).u8(0).done())).title()).isEmpty();
    }

    @Test
    void quicktime_names_are_pascal_strings_unless_they_cannot_be() {
        assertThat(quickTimeTitle(bytes().u8(8).text("Director, cut here").done()))
                .isEqualTo("Director");
        assertThat(quickTimeTitle(bytes().u8(12).text("SoundHandler").done())).isEmpty();
        assertThat(quickTimeTitle(bytes().text("Commentary").u8(0).done())).isEqualTo("Commentary");
        assertThat(quickTimeTitle(bytes().u8(0).done())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "commentary, COMMENTARY",
        "description, VISUAL_IMPAIRED",
        "dub, DUB",
        "enhanced-audio-intelligibility, HEARING_IMPAIRED"
    })
    void kinds_are_roles(String value, TrackFlag flag) {
        assertThat(tagged(kind(DASH, value)).flags()).containsExactlyInAnyOrder(flag, TrackFlag.DEFAULT);
    }

    @Test
    void kinds_that_are_no_roles_say_nothing() {
        assertThat(tagged(kind(DASH, "main"), kind("other", "commentary"), box("kind"), kind(DASH, ""))
                        .flags())
                .containsExactly(TrackFlag.DEFAULT);
    }

    @Test
    void several_kinds_and_a_name_are_all_read() {
        AudioTrack track = tagged(kind(DASH, "dub"), box("name", utf8("A")), kind(DASH, "commentary"));

        assertThat(track.flags()).contains(TrackFlag.DUB, TrackFlag.COMMENTARY);
        assertThat(track.role()).isEqualTo(TrackRole.COMMENTARY);
        assertThat(track.title()).isEqualTo("A");
    }

    @Test
    void apples_tag_for_audio_description_is_read() {
        assertThat(tagged(box("tagc", utf8("public.accessibility.describes-video")))
                        .role())
                .isEqualTo(TrackRole.DESCRIPTIVE);
    }

    @Test
    void nonsense_in_udta_is_passed_over() {
        byte[] nonsense = BoxBuilder.claiming("free", 5_000, new byte[3]);

        assertThat(titled(box("name", utf8("Before")), nonsense, box("\u00a9nam")))
                .isEqualTo("Before");
    }

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
        assertThat(channels(entry("ec-3", 2, box("dec3", new byte[2])))).isEqualTo(2);
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
        assertThat(coded(entry("mp4a", 60_000)).channels()).isZero();
    }

    private AudioTrack read(byte[] trak) {
        return Mp4File.holding(folder, Mp4Sample.file(trak)).track();
    }

    private AudioTrack tagged(byte[]... udta) {
        return read(audio(tkhd(3, 1), mdhd(ENG), udta));
    }

    private String titled(byte[]... udta) {
        return tagged(udta).title();
    }

    private AudioTrack coded(byte[] entry) {
        return read(trak(tkhd(3, 1), mdhd(ENG), hdlr("soun", new byte[1]), entry));
    }

    private int channels(byte[] entry) {
        return coded(entry).channels();
    }

    private String quickTimeTitle(byte[] name) {
        return Mp4File.holding(folder, ftyp("qt  "), moov(named(name)), MDAT)
                .track()
                .title();
    }

    private static byte[] named(byte[] name) {
        return trak(tkhd(3, 1), mdhd(ENG), hdlr("soun", name), entry("mp4a", 2));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
