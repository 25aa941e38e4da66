package io.arrtheaudio.adapter.files.mp4;

import static io.arrtheaudio.adapter.files.mp4.BoxBuilder.box;
import static io.arrtheaudio.adapter.files.mp4.BoxBuilder.bytes;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.FTYP;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.hdlr;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.kind;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.moov;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrtheaudio.domain.failure.AudioFixException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What metadata built in code is said to be. */
class MetadataTest {

    private static final byte[] HANDLER = hdlr("mdir", new byte[1]);

    @TempDir
    private Path folder;

    /** How a value is told: its length and its checksum. */
    static String told(byte... value) {
        CRC32 sum = new CRC32();
        sum.update(value);
        return String.format("(%d B, %08x)", value.length, sum.getValue());
    }

    static String told(String value) {
        return told(value.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void items_are_told_by_their_type_and_their_value() {
        assertThat(listed(meta(item("\u00a9nam", text("Film")), item("desc", text("A film about nothing")))))
                .containsExactly("movie: \u00a9nam " + told("Film"), "movie: desc " + told("A film about nothing"));
    }

    @Test
    void an_item_of_several_values_is_told_value_by_value() {
        byte[] cover = box("covr", data(text("one picture")), box("free"), data(text("another picture")));
        assertThat(listed(meta(cover)))
                .containsExactly("movie: covr " + told("one picture"), "movie: covr " + told("another picture"));
    }

    @Test
    void what_programs_say_about_themselves_is_left_out() {
        byte[] keys = keys("com.apple.quicktime.software", "encoder", "mood");
        byte[] items = box(
                "ilst",
                item("\u00a9too", text("Lavf")),
                item("\0\0\0\u0001", text("11.0")),
                item("\0\0\0\u0002", text("x264")),
                item("\0\0\0\u0003", text("quiet")));
        byte[] user = box("udta", box("\u00a9swr", text("Editor")), box("\u00a9enc", text("Coder")));
        assertThat(listed(box("meta", HANDLER, keys, items), user)).containsExactly("movie: mood " + told("quiet"));
    }

    @Test
    void an_item_is_told_by_its_key_where_it_is_numbered() {
        byte[] items = box(
                "ilst",
                item("\0\0\0\0", text("zero")),
                item("\0\0\0\u0001", text("first")),
                item("\0\0\0\u0002", text("last")),
                item("\0\0\0\u0003", text("beyond")));
        assertThat(listed(box("meta", HANDLER, keys("director", "year"), items)))
                .containsExactly(
                        "movie: ???? " + told("zero"),
                        "movie: director " + told("first"),
                        "movie: year " + told("last"),
                        "movie: ???? " + told("beyond"));
    }

    @Test
    void an_item_of_ones_own_is_told_by_both_its_names() {
        byte[] named = box(
                "----", box("mean", text("\0\0\0\0com.apple")), box("name", text("\0\0\0\0ISRC")), data(text("XY")));
        byte[] short1 = box("----", box("mean", new byte[4]), box("name", new byte[2]), data(text("Z")));
        assertThat(listed(meta(named, short1)))
                .containsExactly("movie: com.apple:ISRC " + told("XY"), "movie: : " + told("Z"));
    }

    @Test
    void a_genre_is_a_genre_as_a_number_and_in_words() {
        assertThat(listed(meta(item("gnre", bytes().u16(9).done()), item("\u00a9gen", text("Drama")))))
                .containsExactly("movie: genre", "movie: genre");
    }

    @Test
    void a_number_is_the_same_however_wide_it_is() {
        String three = "movie: trkn " + told((byte) 3);
        assertThat(listed(meta(
                        item("trkn", bytes().u8(3).done()),
                        item("trkn", bytes().u16(3).done()),
                        item("trkn", bytes().u16(0).u16(3).u32(0).done()),
                        item("trkn", new byte[8]),
                        item("trkn", bytes().u16(0).u16(3).u8(0, 0, 0, 0, 0).done()))))
                .containsExactly(
                        three,
                        three,
                        three,
                        "movie: trkn " + told(),
                        "movie: trkn "
                                + told(
                                        (byte) 0, (byte) 0, (byte) 0, (byte) 3, (byte) 0, (byte) 0, (byte) 0, (byte) 0,
                                        (byte) 0));
    }

    @Test
    void a_value_without_type_and_locale_is_empty() {
        assertThat(listed(meta(box("desc", box("data", new byte[5]))))).containsExactly("movie: desc " + told());
    }

    @Test
    void metadata_has_a_version_in_mp4_and_none_in_quicktime() {
        byte[] items = box("ilst", item("desc", text("long text")));
        assertThat(listed(box("meta", new byte[4], HANDLER, items)))
                .containsExactly("movie: desc " + told("long text"));
        assertThat(listed(box("meta", HANDLER, items))).containsExactly("movie: desc " + told("long text"));
        assertThat(listed(box("meta", new byte[4]))).isEmpty();
        assertThat(listed(box("meta"))).isEmpty();
    }

    @Test
    void other_parts_of_metadata_are_told_and_its_housekeeping_is_not() {
        byte[] parts =
                box("meta", new byte[4], HANDLER, box("free", new byte[9]), keys("a"), box("iloc", text("here")));
        assertThat(listed(parts)).containsExactly("movie: meta iloc " + told("here"));
    }

    @Test
    void kinds_are_told_as_scheme_and_value() {
        assertThat(listed(box("udta", kind("urn:mpeg:dash:role:2011", "dub"), box("kind"))))
                .containsExactly("movie: kind urn:mpeg:dash:role:2011 = dub", "movie: kind  = ");
    }

    @Test
    void metadata_in_user_data_is_listed_with_it() {
        byte[] user =
                box("udta", box("\u00a9xyz", text("+52-004/")), meta(item("desc", text("long text"))), new byte[4]);
        assertThat(listed(user))
                .containsExactly("movie: \u00a9xyz " + told("+52-004/"), "movie: desc " + told("long text"));
    }

    @Test
    void of_a_very_long_box_the_beginning_is_summed_up_and_all_of_it_measured() {
        byte[] long1 = new byte[(1 << 20) + 7];
        byte[] beginning = new byte[1 << 20];
        String sum = told(beginning).replace("(1048576 B", "(1048583 B");
        assertThat(listed(box("udta", box("xtra", long1)))).containsExactly("movie: xtra " + sum);
    }

    @Test
    void ten_thousand_keys_are_read_but_no_more() {
        String[] many = Collections.nCopies(10_000, "k").toArray(String[]::new);
        String[] more = Collections.nCopies(10_001, "k").toArray(String[]::new);

        assertThat(listed(box("meta", HANDLER, keys(many)))).isEmpty();
        assertThatThrownBy(() -> listed(box("meta", HANDLER, keys(more))))
                .isInstanceOf(AudioFixException.class)
                .hasMessageContaining("more than 10000 keys");
    }

    private static byte[] meta(byte[]... items) {
        return box("meta", new byte[4], HANDLER, box("ilst", items));
    }

    private static byte[] item(String type, byte[] value) {
        return box(type, data(value));
    }

    private static byte[] data(byte[] value) {
        return box("data", bytes().u32(1).u32(0).raw(value).done());
    }

    private static byte[] keys(String... names) {
        BoxBuilder all = bytes().u32(0).u32(names.length);
        for (String name : names) {
            all.raw(box("mdta", text(name)));
        }
        return box("keys", all.done());
    }

    private static byte[] text(String text) {
        return bytes().text(text).done();
    }

    private List<String> listed(byte[]... inMovie) {
        return Mp4File.holding(folder, FTYP, moov(inMovie), new byte[0]).inventory();
    }
}
