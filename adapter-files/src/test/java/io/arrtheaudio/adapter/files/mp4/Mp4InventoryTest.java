package io.arrtheaudio.adapter.files.mp4;

import static io.arrtheaudio.adapter.files.mp4.BoxBuilder.box;
import static io.arrtheaudio.adapter.files.mp4.BoxBuilder.bytes;
import static io.arrtheaudio.adapter.files.mp4.BoxBuilder.claiming;
import static io.arrtheaudio.adapter.files.mp4.BoxBuilder.joined;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.FTYP;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.JPN;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.MDAT;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.elng;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.entry;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.esds;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.ftyp;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.kind;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.moov;
import static io.arrtheaudio.adapter.files.mp4.TrackBuilder.mdhd;
import static io.arrtheaudio.adapter.files.mp4.TrackBuilder.mdhdVersion1;
import static io.arrtheaudio.adapter.files.mp4.TrackBuilder.runs;
import static io.arrtheaudio.adapter.files.mp4.TrackBuilder.stsz;
import static io.arrtheaudio.adapter.files.mp4.TrackBuilder.tkhd;
import static io.arrtheaudio.adapter.files.mp4.TrackBuilder.tkhdVersion1;
import static io.arrtheaudio.adapter.files.mp4.TrackBuilder.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrtheaudio.domain.failure.AudioFixException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What movies built in code are said to hold, track by track. */
class Mp4InventoryTest {

    private static final int ONE = 0x10000;

    @TempDir
    private Path folder;

    @Test
    void tracks_are_named_by_their_kind_and_their_place_among_it() {
        assertThat(listed(
                        track(1, "vide").done(),
                        track(2, "soun").done(),
                        track(3, "soun").done(),
                        track(4, "text").done(),
                        track(5, "sbtl").done(),
                        track(6, "subt").done(),
                        track(7, "tm\u0001d").done(),
                        box("trak", tkhd(8, 3, ONE, 0, 0, ONE))))
                .containsExactly(
                        "video 1: samples 0",
                        "audio 1: samples 0",
                        "audio 2: samples 0",
                        "subtitle 1: samples 0",
                        "subtitle 2: samples 0",
                        "subtitle 3: samples 0",
                        "tm?d 1: samples 0",
                        "none 1: samples 0");
    }

    @Test
    void a_codec_is_told_with_the_boxes_beside_it() {
        byte[] video = box("avc1", new byte[78], box("colr"), box("avcC"), box("btrt"), box("free"));
        byte[] audio = entry("mp4a", 2, esds(0x40), box("chan"));
        assertThat(listed(
                        track(1, "vide").coded(video).coded(box("hev1")).done(),
                        track(2, "soun").coded(audio).done(),
                        track(3, "sbtl").coded(box("tx3g", box("ftab"))).done()))
                .containsExactly(
                        "video 1: avc1 with avcC, colr",
                        "video 1: hev1",
                        "video 1: samples 0",
                        "audio 1: mp4a with chan, esds",
                        "audio 1: samples 0",
                        "subtitle 1: tx3g",
                        "subtitle 1: samples 0");
    }

    @Test
    void an_entry_that_is_too_short_is_told_by_its_name_alone() {
        assertThat(listed(track(1, "soun").coded(box("mp4a", new byte[3])).done()))
                .containsExactly("audio 1: mp4a", "audio 1: samples 0");
    }

    @Test
    void samples_are_counted_in_both_kinds_of_table() {
        byte[] compact = box("stz2", bytes().zeros(7).u8(8).u32(70_000).done());
        assertThat(listed(
                        track(1, "vide").inTable(stsz(12)).done(),
                        track(2, "soun").inTable(compact).done(),
                        track(3, "soun").inTable(stsz(0xFFFF_FFFFL)).done()))
                .containsExactly("video 1: samples 12", "audio 1: samples 70000", "audio 2: samples 4294967295");
    }

    @Test
    void the_time_between_the_first_and_the_last_sample_is_told_in_whole_seconds() {
        byte[] timed = track(1, "soun")
                .timed(mdhd(100, 0))
                .inTable(stsz(6), runs("stts", 3, 200, 0, 7, 2, 1_000, 1, 9_999))
                .done();
        // shown at 0, 2, 4, 6, 16 and 26 seconds
        assertThat(listed(timed))
                .containsExactly("audio 1: samples 6", "audio 1: 26 s from the first sample to the last");
    }

    @Test
    void samples_that_are_shown_later_than_decoded_count_from_when_they_are_shown() {
        byte[] delayed = track(1, "vide")
                .timed(mdhdVersion1(1, 0))
                .inTable(stsz(4), runs("stts", 4, 10), runs("ctts", 1, 5, 1, 40, 2, 0))
                .done();
        // shown at 5, 50, 20 and 30
        byte[] early = track(2, "vide")
                .timed(mdhd(1, 0))
                .inTable(stsz(3), runs("stts", 3, 10), runs("ctts", 1, 0, 1, -30))
                .done();
        // shown at 0, -20 and 20
        assertThat(listed(delayed, early))
                .containsExactly(
                        "video 1: samples 4",
                        "video 1: 45 s from the first sample to the last",
                        "video 2: samples 3",
                        "video 2: 40 s from the first sample to the last");
    }

    @Test
    void runs_of_a_table_that_is_read_in_pieces_are_all_counted() {
        long[] single = new long[2 * 5_000];
        for (int i = 0; i < single.length; i += 2) {
            single[i] = 1;
            single[i + 1] = i < 4_999 ? 1 : 3;
        }
        byte[] long1 = track(1, "soun")
                .timed(mdhd(1, 0))
                .inTable(stsz(5_001), runs("stts", single))
                .done();
        assertThat(listed(long1)).contains("audio 1: 10000 s from the first sample to the last");
    }

    @Test
    void a_table_of_times_that_claims_more_runs_than_it_has_counts_for_what_is_there() {
        byte[] stts = box(
                "stts",
                bytes().zeros(4).u32(0xFFFF_FFFFL).u32(2).u32(7).zeros(7).done());
        byte[] cut = track(1, "soun").timed(mdhd(1, 0)).inTable(stsz(4), stts).done();
        assertThat(listed(cut)).contains("audio 1: 14 s from the first sample to the last");
    }

    @Test
    void no_time_is_told_where_it_would_mean_nothing() {
        byte[] stts = runs("stts", 9, 10);
        assertThat(listed(
                        track(1, "soun")
                                .timed(mdhd(1, 0))
                                .inTable(stsz(1), stts)
                                .done(),
                        track(2, "soun")
                                .timed(mdhd(0, 0))
                                .inTable(stsz(9), stts)
                                .done(),
                        track(3, "soun").timed(mdhd(1, 0)).inTable(stsz(9)).done(),
                        track(4, "soun")
                                .timed(mdhd(1, 0))
                                .inTable(stsz(2), stts)
                                .done()))
                .containsExactly(
                        "audio 1: samples 1",
                        "audio 2: samples 9",
                        "audio 3: samples 9",
                        "audio 4: samples 2",
                        "audio 4: 10 s from the first sample to the last");
    }

    @Test
    void samples_in_fragments_are_added_to_those_in_the_table() {
        byte[] traf = box(
                "traf",
                box("tfhd", bytes().u32(0).u32(2).done()),
                box("trun", bytes().u32(0).u32(30).done()),
                box("trun", bytes().u32(0).u32(4).done()));
        byte[] nameless = box("traf", box("trun", bytes().u32(0).u32(8).done()));
        byte[] video = track(1, "vide")
                .timed(mdhd(1, 0))
                .inTable(stsz(3), runs("stts", 3, 5))
                .done();
        byte[] audio = track(2, "soun").inTable(stsz(1)).done();
        assertThat(inventory(
                        FTYP, moov(video, audio), box("moof", box("mfhd"), traf, nameless), MDAT, box("moof", traf)))
                .containsExactly("video 1: samples 3", "audio 1: samples 69", "movie: is in fragments");
        assertThat(inventory(FTYP, moov(box("mvex"), audio), MDAT))
                .containsExactly("audio 1: samples 1", "movie: is in fragments");
    }

    @Test
    void languages_are_told_as_both_boxes_have_them() {
        assertThat(listed(
                        track(1, "soun").timed(mdhd(1, JPN)).done(),
                        track(2, "soun")
                                .timed(mdhdVersion1(1, JPN))
                                .inMedia(elng("yue-HK"))
                                .done(),
                        track(3, "soun").inMedia(box("elng", new byte[2])).done()))
                .containsExactly(
                        "audio 1: samples 0",
                        "audio 1: language jpn",
                        "audio 2: samples 0",
                        "audio 2: language jpn",
                        "audio 2: elng yue-HK",
                        "audio 3: samples 0",
                        "audio 3: elng ");
    }

    @Test
    void macintosh_languages_are_told_of_quicktime_files() {
        assertThat(inventory(
                        ftyp("qt  "), moov(track(1, "soun").timed(mdhd(1, 11)).done()), MDAT))
                .containsExactly("audio 1: samples 0", "audio 1: language jpn");
    }

    @Test
    void references_are_told_by_what_they_lead_to() {
        byte[] tref = box(
                "tref",
                box("fall", bytes().u32(2).u32(77).done()),
                box("chap", bytes().u32(2).done()));
        assertThat(listed(track(1, "soun").with(tref).done(), track(2, "soun").done()))
                .containsExactly(
                        "audio 1: samples 0",
                        "audio 1: refers by fall to audio 2",
                        "audio 1: refers by fall to no track",
                        "audio 2: samples 0");
    }

    @Test
    void ids_are_found_in_headers_of_version_1_too() {
        byte[] tref = box("tref", box("sync", bytes().u32(2).done()));
        assertThat(listed(
                        track(1, "soun")
                                .headed(tkhdVersion1(1, 3, ONE, 0, 0, ONE))
                                .with(tref)
                                .done(),
                        track(2, "vide")
                                .headed(tkhdVersion1(2, 3, ONE, 0, 0, ONE))
                                .done()))
                .containsExactly("audio 1: samples 0", "audio 1: refers by sync to video 1", "video 1: samples 0");
    }

    @Test
    void subtitles_that_are_not_enabled_are_said_to_be_so() {
        assertThat(listed(
                        track(1, "sbtl").headed(tkhd(1, 2, ONE, 0, 0, ONE)).done(),
                        track(2, "sbtl").headed(tkhd(2, 1, ONE, 0, 0, ONE)).done(),
                        track(3, "soun").headed(tkhd(3, 2, ONE, 0, 0, ONE)).done()))
                .containsExactly(
                        "subtitle 1: samples 0",
                        "subtitle 1: is not shown unless asked for",
                        "subtitle 2: samples 0",
                        "audio 1: samples 0");
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 0, -1", "0, 1, -1, 0", "1, 0, 0, -1", "-1, 0, 0, 1", "1, 1, 0, 1", "1, 0, 1, 1"})
    void pictures_that_are_turned_or_mirrored_are_said_to_be_so(int a, int b, int c, int d) {
        assertThat(listed(
                        track(1, "vide")
                                .headed(tkhd(1, 3, a * ONE, b * ONE, c * ONE, d * ONE))
                                .done(),
                        track(2, "vide")
                                .headed(tkhdVersion1(2, 3, a * ONE, b * ONE, c * ONE, d * ONE))
                                .done(),
                        track(3, "soun")
                                .headed(tkhd(3, 3, a * ONE, b * ONE, c * ONE, d * ONE))
                                .done()))
                .containsExactly(
                        "video 1: samples 0",
                        "video 1: is turned or mirrored",
                        "video 2: samples 0",
                        "video 2: is turned or mirrored",
                        "audio 1: samples 0");
    }

    @Test
    void a_picture_that_is_upright_is_not_worth_a_word() {
        assertThat(listed(
                        track(1, "vide").done(),
                        track(2, "vide")
                                .headed(tkhdVersion1(2, 3, ONE, 0, 0, ONE))
                                .done()))
                .containsExactly("video 1: samples 0", "video 2: samples 0");
    }

    @Test
    void edits_are_counted_where_they_are_more_than_a_delay() {
        assertThat(listed(
                        track(1, "vide").with(edits(0, -1, 1_024)).done(),
                        track(2, "vide").with(edits(0, 0, 5_000, -1, 900)).done(),
                        track(3, "vide").with(edits(1, 0, 7_000)).done(),
                        track(4, "vide").with(edits(1, -1, 0)).done(),
                        track(5, "vide").with(edits(1, 5, -1)).done(),
                        track(6, "vide")
                                .with(box("edts", box("elst", new byte[3])))
                                .done()))
                .containsExactly(
                        "video 1: samples 0",
                        "video 2: samples 0",
                        "video 2: cut into 3 pieces by an edit list",
                        "video 3: samples 0",
                        "video 3: cut into 2 pieces by an edit list",
                        "video 4: samples 0",
                        "video 5: samples 0",
                        "video 6: samples 0");
    }

    private static byte[] edits(int version, long... starts) {
        BoxBuilder body = bytes().u8(version).zeros(3).u32(starts.length);
        for (long start : starts) {
            if (version == 1) {
                body.u64(10).u64(start).u32(ONE);
            } else {
                body.u32(10).u32(start).u32(ONE);
            }
        }
        return box("edts", box("elst", body.done()));
    }

    @Test
    void user_data_metadata_and_boxes_of_ones_own_are_told_of_a_track() {
        byte[] meta = box("meta", new byte[4], box("xml ", bytes().text("<a/>").done()));
        assertThat(listed(track(1, "soun")
                        .with(
                                box("udta", box("name", bytes().text("Talk").done())),
                                meta,
                                box("uuid", bytes().text("mine").done()),
                                box("load"))
                        .done()))
                .containsExactly(
                        "audio 1: samples 0",
                        "audio 1: name " + MetadataTest.told("Talk"),
                        "audio 1: meta xml " + MetadataTest.told("<a/>"),
                        "audio 1: uuid " + MetadataTest.told("mine"));
    }

    @Test
    void what_lies_in_the_movie_or_beside_it_is_told() {
        byte[] mvhd = box("mvhd", bytes().u32(0).u32(1).zeros(92).done());
        byte[] movie = box(
                "moov",
                mvhd,
                box("udta", box("xtra", bytes().text("x").done())),
                box("meta", new byte[4], box("bxml", bytes().text("b").done())),
                box("pssh", bytes().text("key").done()),
                box("iods", new byte[8]),
                box("free", new byte[8]));
        byte[] meta = box("meta", new byte[4], box("bxml", bytes().text("f").done()));
        assertThat(inventory(FTYP, box("uuid", bytes().text("own").done()), meta, movie, MDAT))
                .containsExactly(
                        "file: uuid " + MetadataTest.told("own"),
                        "file: meta bxml " + MetadataTest.told("f"),
                        "movie: tells when it was made",
                        "movie: xtra " + MetadataTest.told("x"),
                        "movie: meta bxml " + MetadataTest.told("b"),
                        "movie: pssh " + MetadataTest.told("key"));
    }

    @Test
    void a_thousand_tracks_are_listed_but_no_more() {
        byte[][] traks = Collections.nCopies(1_000, box("trak")).toArray(byte[][]::new);

        assertThat(listed(traks)).hasSize(1_000);
        assertThatThrownBy(() -> listed(joined(traks), box("trak")))
                .isInstanceOf(AudioFixException.class)
                .hasMessageContaining("cannot list what is in")
                .hasMessageContaining("1001 tracks");
    }

    @Test
    void what_a_compressed_movie_holds_cannot_be_told() {
        assertThatThrownBy(() -> listed(box("cmov")))
                .isInstanceOf(AudioFixException.class)
                .hasMessageContaining("compressed (cmov)");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void chapters_are_counted_in_the_box_that_nero_writes(int version) {
        byte[] chpl = box(
                "chpl",
                bytes().u8(version).zeros(version == 0 ? 3 : 7).u8(200).zeros(9).done());
        assertThat(listed(box("udta", chpl))).containsExactly("movie: chapters 200");
        assertThat(listed(box("udta", box("chpl", new byte[4])))).isEmpty();
        assertThat(listed(box("udta", box("chpl")))).isEmpty();
    }

    @Test
    void a_track_of_titles_is_counted_as_chapters_and_listed_as_nothing_else() {
        byte[] film = track(1, "vide")
                .with(box("tref", box("chap", bytes().u32(2).u32(3).done())))
                .done();
        byte[] titles = track(2, "text").inTable(stsz(7)).done();
        byte[] pictures = track(3, "vide").inTable(stsz(9)).done();
        byte[] subtitles = track(4, "text").inTable(stsz(8)).done();
        byte[] nero = box("udta", box("chpl", bytes().zeros(4).u8(5).done()));
        assertThat(listed(film, titles, pictures, subtitles, nero))
                .containsExactly(
                        "video 1: samples 0", "video 2: samples 9", "subtitle 2: samples 8", "movie: chapters 7");
    }

    @Test
    void a_box_whose_end_makes_no_sense_ends_the_list_where_writers_are_careless() {
        byte[] broken = claiming("name", 5_000, new byte[4]);
        assertThat(listed(box("udta", kind("urn:a", "b"), broken, kind("urn:a", "c"))))
                .containsExactly("movie: kind urn:a = b");
    }

    private List<String> listed(byte[]... inMovie) {
        return inventory(FTYP, moov(inMovie), MDAT);
    }

    private List<String> inventory(byte[]... parts) {
        return Mp4File.holding(folder, parts).inventory();
    }
}
