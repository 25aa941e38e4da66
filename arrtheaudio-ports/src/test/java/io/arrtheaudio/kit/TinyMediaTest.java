package io.arrtheaudio.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.TrackFlag;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class TinyMediaTest {

    @Test
    void matroska_elements_fill_the_file_to_its_last_byte() {
        for (int voidBytes : new int[] {0, 2, 128, 129, 300}) {
            byte[] file = TinyMatroska.with(Tracks.three(1)).withVoid(voidBytes).toBytes();

            List<String> ids = elements(ByteBuffer.wrap(file));

            assertThat(ids).containsExactly("1a45dfa3", "18538067");
            assertThat(elements(segment(file)))
                    .startsWith("1549a966", "1654ae6b")
                    .endsWith("1f43b675")
                    .hasSize(voidBytes == 0 ? 3 : 4);
        }
    }

    @Test
    void a_void_has_the_length_that_was_asked_for() {
        int without = TinyMatroska.with(Tracks.three(1)).toBytes().length;

        assertThat(TinyMatroska.with(Tracks.three(1)).withVoid(2).toBytes()).hasSize(without + 2);
        assertThat(TinyMatroska.with(Tracks.three(1)).withVoid(100).toBytes()).hasSize(without + 100);
    }

    @Test
    void implicit_defaults_save_three_bytes_each() {
        int explicit = TinyMatroska.with(Tracks.threeWith(3)).toBytes().length;

        assertThat(TinyMatroska.with(Tracks.threeWith(3)).withImplicitDefaults().toBytes())
                .hasSize(explicit - 6);
    }

    @Test
    void checksums_add_six_bytes_to_info_and_to_tracks() {
        int without = TinyMatroska.with(Tracks.three(1)).toBytes().length;

        assertThat(TinyMatroska.with(Tracks.three(1)).withChecksums().toBytes()).hasSize(without + 12);
    }

    @Test
    void mp4_boxes_fill_the_file_to_its_last_byte() {
        assertThat(boxes(TinyMp4.with(Tracks.three(1)).toBytes())).containsExactly("ftyp", "moov", "mdat");
        assertThat(boxes(TinyMp4.with(Tracks.three(1)).withMoovLast().toBytes()))
                .containsExactly("ftyp", "mdat", "moov");
    }

    @Test
    void the_default_of_an_mp4_track_is_one_bit() {
        byte[] first = TinyMp4.with(Tracks.three(1)).toBytes();
        byte[] second = TinyMp4.with(Tracks.three(2)).toBytes();

        assertThat(second).hasSameSizeAs(first);
        int differing = 0;
        for (int i = 0; i < first.length; i++) {
            differing += first[i] == second[i] ? 0 : 1;
        }
        assertThat(differing).isEqualTo(2);
    }

    @Test
    void flags_and_titles_are_written_where_the_formats_have_them() {
        AudioTrack track = Tracks.track(1, "por-BR", "Director", "aac", 2, TrackFlag.COMMENTARY);

        assertThat(text(TinyMp4.with(List.of(track)).toBytes())).contains("Director", "commentary", "por-BR");
        assertThat(text(TinyMatroska.with(List.of(track)).toBytes())).contains("Director", "por-BR");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static List<String> boxes(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        List<String> types = new ArrayList<>();
        while (in.hasRemaining()) {
            int size = in.getInt();
            byte[] type = new byte[4];
            in.get(type);
            types.add(text(type));
            in.position(in.position() + size - 8);
        }
        return types;
    }

    /** The IDs in hexadecimal; fails if the last element does not end with the buffer. */
    private static List<String> elements(ByteBuffer in) {
        List<String> ids = new ArrayList<>();
        while (in.hasRemaining()) {
            byte[] id = new byte[vintLength(in)];
            in.get(id);
            ids.add(HexFormat.of().formatHex(id));
            int size = size(in);
            in.position(in.position() + size);
        }
        return ids;
    }

    private static ByteBuffer segment(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        in.position(4);
        int headerSize = size(in);
        in.position(in.position() + headerSize + 4);
        size(in);
        return in.slice();
    }

    private static int size(ByteBuffer in) {
        int length = vintLength(in);
        long size = in.get() & (0xff >> length);
        for (int i = 1; i < length; i++) {
            size = size << 8 | Byte.toUnsignedInt(in.get());
        }
        return Math.toIntExact(size);
    }

    private static int vintLength(ByteBuffer in) {
        return 1 + Integer.numberOfLeadingZeros(Byte.toUnsignedInt(in.get(in.position()))) - 24;
    }
}
