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
        assertThat(titled(box("name", bytes().u16(0xFEFF).done()))).isEmpty();
        assertThat(titled(box("name", bytes().u16(0xFEFF).u16(0).u16('x').done())))
                .isEmpty();
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
        assertThat(titled(mobile, box("tnam", new byte[5]))).isEqualTo("Mobile");
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
        assertThat(read(named(bytes().u8(40).text("C".repeat(40)).done())).title())
                .as("a Pascal string whose length could be a letter")
                .isEqualTo("C".repeat(40));
        assertThat(read(named(bytes().u8(41).text("C".repeat(40)).done())).title())
                .as("text that begins like one")
                .isEqualTo(")" + "C".repeat(40));
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
        assertThat(quickTimeTitle(bytes().u8(40).text("C".repeat(40)).done())).isEqualTo("C".repeat(40));
        assertThat(quickTimeTitle(bytes().u8(41).text("C".repeat(40)).done())).isEqualTo(")" + "C".repeat(40));
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

    private AudioTrack read(byte[] trak) {
        return Mp4File.holding(folder, Mp4Sample.file(trak)).track();
    }

    private AudioTrack tagged(byte[]... udta) {
        return read(audio(tkhd(3, 1), mdhd(ENG), udta));
    }

    private String titled(byte[]... udta) {
        return tagged(udta).title();
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
