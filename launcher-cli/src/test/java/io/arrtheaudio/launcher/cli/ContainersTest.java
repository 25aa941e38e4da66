package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are not what their names promise, or not all there. Rows of the facts about the program before this one. */
class ContainersTest {

    @TempDir
    Path folder;

    private Films films;

    @BeforeEach
    void films() {
        films = new Films(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "film.ts, mpegts, an MPEG transport stream",
        "ts.mkv, mpegts, an MPEG transport stream",
        "avi.mkv, avi, an AVI file",
        "flv.mp4, flv, an FLV file",
        "asf.mkv, asf, an ASF",
        "ogg.mp4, ogg, an Ogg file"
    })
    void what_is_not_supported_is_skipped_and_called_by_its_name(String name, String format, String called) {
        String codec = format.equals("ogg") ? "flac" : "copy";
        Path film = films.ffmpeg(name, List.of("-vn", "-c:a", codec, "-f", format), Sound.in("eng"));
        FileState before = FileState.of(film);
        String told = Command.process(film, "jpn").exitsWith(0).saysOf(film, "skipped");
        assertThat(told).startsWith("unsupported container: it is " + called);
        assertThat(FileState.of(film)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"mkv.mp4, matroska", "mp4.mkv, mp4", "noname, matroska", "mov.m4v, mov"})
    void the_content_counts_and_not_the_name(String name, String format) {
        assertChanges(films.ffmpeg(name, List.of("-f", format), Films.englishFirst()));
    }

    @Test
    void web_video_and_sound_alone_are_films_too() {
        assertChanges(films.ffmpeg("clip.webm", List.of("-c:v", "libvpx", "-c:a", "libopus"), Films.englishFirst()));
        assertChanges(films.ffmpeg("book.m4a", List.of("-vn"), Films.englishFirst()));
        assertChanges(films.ffmpeg("book.mka", List.of("-vn"), Films.englishFirst()));
    }

    @Test
    void what_is_no_film_is_one_readable_line() throws IOException {
        byte[] noise = new byte[10_000];
        new Random(1).nextBytes(noise);
        assertSkipped(Files.writeString(folder.resolve("text.mkv"), "Not a film.\n"), "some other kind");
        assertSkipped(Files.createFile(folder.resolve("empty.mkv")), "an empty file");
        assertSkipped(Files.write(folder.resolve("random.mkv"), noise), "some other kind");
        assertSkipped(Files.write(folder.resolve("zeros.mp4"), new byte[10_000]), "zeros only");
    }

    /** A film that was cut off used to be edited and called a success. */
    @ParameterizedTest
    @ValueSource(strings = {"ffmpeg.mkv", "mkvmerge.mkv", "end.mp4", "faststart.mp4"})
    void a_film_that_is_cut_off_is_not_edited(String name) throws IOException {
        Path film = film(name);
        long length = Files.size(film);
        for (long left : List.of(length - 1, length * 3 / 4, length / 2, 2_000L, 100L, 20L)) {
            try (FileChannel channel = FileChannel.open(film, StandardOpenOption.WRITE)) {
                channel.truncate(left);
            }
            assertFails(Films.aged(film), left);
        }
    }

    private Path film(String name) {
        return switch (name) {
            case "mkvmerge.mkv" -> films.mkvmerge(name, Films.englishFirst());
            case "faststart.mp4" -> films.ffmpeg(name, List.of("-movflags", "+faststart"), Films.englishFirst());
            default -> films.ffmpeg(name, Films.englishFirst());
        };
    }

    private static void assertFails(Path film, long length) {
        FileState before = FileState.of(film);
        Command command = Command.process(film, "jpn");
        assertThat(command.out()).as("%s with %d bytes", film, length).isEmpty();
        assertThat(command.exit()).isEqualTo(1);
        assertThat(command.err().lines())
                .singleElement()
                .asString()
                .startsWith("arrtheaudio: cannot read audio tracks of " + film + ": ")
                .doesNotContain("Exception");
        assertThat(FileState.of(film)).isEqualTo(before);
    }

    private static void assertSkipped(Path file, String called) {
        Command command = Command.process(file, "jpn").exitsWith(0);
        assertThat(command.saysOf(file, "skipped")).contains(called).doesNotContain("Exception");
        assertThat(command.err()).isEmpty();
    }

    private static void assertChanges(Path film) {
        Command.process(film, "jpn").exitsWith(0).saysOf(film, "changed");
        assertThat(Films.defaults(film)).as(film.toString()).containsExactly(2);
    }
}
