package io.arrtheaudio.adapter.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovieHeaderTest {

    private static final byte[] MOVIE = box(
            "moov",
            box("mvex", new byte[3]),
            box("udta", box("name", text("the film's"))),
            box("trak", box("tkhd", id(0, 12, 7)), box("udta", box("name", text("Kommentar é")))),
            box("trak", box("tkhd", id(1, 20, 8)), box("udta", box("kind", new byte[9]))),
            box("trak", box("tkhd", id(1, 20, 9)), box("udta", box("name", text("Zweite Spur")))));

    @TempDir
    private Path folder;

    @Test
    void names_are_told_by_track_wherever_the_header_is() throws IOException {
        byte[] media = box("mdat", new byte[20_000]);
        byte[] longMedia = ByteBuffer.allocate(116)
                .putInt(1)
                .put(text("mdat"))
                .putLong(116)
                .array();
        for (byte[] file : new byte[][] {joined(MOVIE, media), joined(media, MOVIE), joined(longMedia, MOVIE)}) {
            MovieHeader header = MovieHeader.of(Files.write(folder.resolve("film.mp4"), file));

            assertThat(header.names()).isEqualTo(Map.of(7, "Kommentar é", 9, "Zweite Spur"));
            assertThat(header.isFragmented()).isTrue();
        }
    }

    @Test
    void a_file_that_is_cut_off_or_lies_about_sizes_tells_what_comes_before() throws IOException {
        for (int length = 0; length < MOVIE.length; length++) {
            Path cut = Files.write(folder.resolve("cut.mp4"), Arrays.copyOf(MOVIE, length));
            assertThat(MovieHeader.of(cut).names()).as("of %d bytes", length).isEmpty();
        }
        for (int at = 0; at < MOVIE.length; at++) {
            byte[] changed = MOVIE.clone();
            changed[at] = (byte) 0xFF;
            assertThat(MovieHeader.of(Files.write(folder.resolve("changed.mp4"), changed))
                            .names())
                    .as("byte %d changed", at)
                    .hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void names_that_no_argument_can_hold_are_left_out() throws IOException {
        byte[] trak = box("trak", box("tkhd", id(0, 12, 1)), box("udta", box("name", text("a\0b"))));
        byte[] endless = box("trak", box("tkhd", id(0, 12, 2)), box("udta", box("name", new byte[5_000])));

        assertThat(MovieHeader.of(Files.write(folder.resolve("film.mp4"), box("moov", trak, endless))))
                .isEqualTo(new MovieHeader(Map.of(), false));
    }

    /** A track header, which has more behind its ID. */
    private static byte[] id(int version, int at, int id) {
        return ByteBuffer.allocate(at + 60).put((byte) version).putInt(at, id).array();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] box(String type, byte[]... parts) {
        byte[] content = joined(parts);
        return joined(ByteBuffer.allocate(4).putInt(8 + content.length).array(), text(type), content);
    }

    private static byte[] joined(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteBuffer all = ByteBuffer.allocate(length);
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }
}
