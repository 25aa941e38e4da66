package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Defect 2: what a remux of MP4 files lost without a word must be there, byte for byte. */
class Mp4BytesTest {

    @TempDir
    Path folder;

    private Films films;

    @BeforeEach
    void films() {
        films = new Films(folder);
    }

    @Test
    void dolby_vision_survives() throws IOException {
        Path film = films.ffmpeg("film.mp4", Films.englishFirst());
        Files.write(film, withDolbyVision(Files.readAllBytes(film)));
        String before = Films.probe(film, "-select_streams", "v", "-show_entries", "stream_side_data");
        assertThat(before).contains("DOVI configuration record");
        assertOnlyFlagsChange(film);
        assertThat(Films.probe(film, "-select_streams", "v", "-show_entries", "stream_side_data"))
                .isEqualTo(before);
    }

    @Test
    void kinds_custom_keys_and_times_survive() throws IOException {
        Path film = films.ffmpeg(
                "film.mp4",
                List.of(
                        "-movflags",
                        "use_metadata_tags",
                        "-metadata",
                        "my_key=mine",
                        "-metadata",
                        "creation_time=2001-02-03"),
                Sound.in("eng").isDefault(),
                Sound.in("jpn"),
                Sound.in("eng").with("commentary"));
        assertThat(Files.readString(film, StandardCharsets.ISO_8859_1))
                .contains("kind", "urn:mpeg:dash:role:2011", "commentary", "my_key");
        assertOnlyFlagsChange(film);
    }

    @Test
    void fragments_stay_fragments() throws IOException {
        Path film = films.ffmpeg("film.mp4", List.of("-movflags", "frag_keyframe+empty_moov"), Films.englishFirst());
        assertThat(Files.readString(film, StandardCharsets.ISO_8859_1)).contains("mvex", "moof");
        assertOnlyFlagsChange(film);
    }

    @Test
    void chapters_stay_as_they_are() throws IOException {
        Path chapters = Files.writeString(
                folder.resolve("chapters.txt"),
                ";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/10\nSTART=0\nEND=5\ntitle=One\n"
                        + "[CHAPTER]\nTIMEBASE=1/10\nSTART=5\nEND=10\ntitle=Two\n");
        Path plain = films.ffmpeg("plain.mp4", Films.englishFirst());
        Path film = folder.resolve("film.mp4");
        Films.run(List.of(
                "ffmpeg",
                "-v",
                "error",
                "-i",
                plain.toString(),
                "-i",
                chapters.toString(),
                "-map",
                "0",
                "-map_metadata",
                "1",
                "-c",
                "copy",
                film.toString()));
        String before = Films.probe(film, "-show_chapters", "-show_entries", "stream=codec_tag_string");
        assertThat(before).contains("One", "Two");
        assertOnlyFlagsChange(film);
        assertThat(Films.probe(film, "-show_chapters", "-show_entries", "stream=codec_tag_string"))
                .isEqualTo(before);
    }

    /** The lowest byte of the flags is the twelfth of a tkhd box, the eighth behind the start of its type. */
    private static void assertOnlyFlagsChange(Path film) throws IOException {
        byte[] before = Files.readAllBytes(film);
        Command.process(film, "jpn").exitsWith(0).saysOf(film, "changed");
        byte[] after = Files.readAllBytes(film);
        assertThat(after).hasSameSizeAs(before);
        List<String> boxes = new ArrayList<>();
        for (int i = 0; i < before.length; i++) {
            if (before[i] != after[i]) {
                boxes.add(new String(before, i - 7, 4, StandardCharsets.ISO_8859_1));
                assertThat(before[i] ^ after[i]).isEqualTo(1);
            }
        }
        assertThat(boxes).containsExactly("tkhd", "tkhd");
        assertThat(Films.defaults(film)).containsExactly(2);
    }

    /** Adds a {@code dvcC} box to the picture's sample entry; the media data lies in front and does not move. */
    private static byte[] withDolbyVision(byte[] film) {
        ByteBuffer record = ByteBuffer.allocate(32).putInt(32).put("dvcC".getBytes(StandardCharsets.US_ASCII));
        record.put(new byte[] {1, 0, 0x10, 0x1d, 0x10}); // version 1.0, profile 8, level 3, RPU and base layer, HDR10
        ByteBuffer bytes = ByteBuffer.wrap(film);
        int at = 0;
        for (String type : List.of("moov", "trak", "mdia", "minf", "stbl", "stsd", "avc1")) {
            at = indexOfBox(bytes, at, type);
            bytes.putInt(at, bytes.getInt(at) + 32);
            at += type.equals("stsd") ? 16 : 8;
        }
        int end = at - 8 + bytes.getInt(at - 8) - 32;
        return ByteBuffer.allocate(film.length + 32)
                .put(film, 0, end)
                .put(record.array())
                .put(film, end, film.length - end)
                .array();
    }

    private static int indexOfBox(ByteBuffer bytes, int from, String type) {
        int at = from;
        while (bytes.getInt(at + 4)
                != ByteBuffer.wrap(type.getBytes(StandardCharsets.US_ASCII)).getInt()) {
            at += bytes.getInt(at);
        }
        return at;
    }
}
