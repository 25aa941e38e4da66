package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scan of a library of real files finds, and what it leaves alone. */
class LibraryTest {

    @TempDir
    Path folder;

    private Path library;
    private Films films;

    @BeforeEach
    void a_library() throws IOException {
        library = Files.createDirectory(folder.resolve("library"));
        Files.createDirectories(library.resolve("Show/Season 1"));
        films = new Films(library);
    }

    /** Defects 7 and 25: the default pattern matched nothing, and .MKV was never found. */
    @Test
    void every_film_is_found_by_default_in_any_letter_case() {
        List<Path> all = List.of(
                films.ffmpeg("film.mkv", Films.englishFirst()),
                films.ffmpeg("Show/film.mp4", Films.englishFirst()),
                films.ffmpeg("Show/Season 1/LOUD.MKV", Films.englishFirst()),
                films.ffmpeg("Show/Season 1/Loud.Mp4", Films.englishFirst()));
        Command scan = Command.scan(library).exitsWith(0);
        assertThat(scan.out()).contains("4 files in ").contains("changed  4\n");
        assertThat(all).allSatisfy(film -> assertThat(Films.defaults(film)).containsExactly(2));
    }

    /** Defect 7: braces were taken literally. */
    @Test
    void the_old_default_pattern_finds_what_it_promised() {
        films.ffmpeg("film.mkv", Films.englishFirst());
        films.ffmpeg("Show/Season 1/film.mp4", Films.englishFirst());
        films.ffmpeg("Show/film.webm", List.of("-c:v", "libvpx", "-c:a", "libopus"), Films.englishFirst());
        assertThat(Command.scan(library, "--pattern", "**/*.{mkv,mp4}", "--dry-run")
                        .exitsWith(0)
                        .out())
                .contains("2 files in ")
                .contains("would change  2\n")
                .doesNotContain(".webm");
    }

    /** Defect 25: hidden folders, where systems keep what was deleted, were scanned. */
    @Test
    void hidden_folders_and_files_are_left_alone() throws IOException {
        Files.createDirectories(library.resolve(".Trash-1000/files"));
        Path deleted = films.ffmpeg(".Trash-1000/files/film.mkv", Films.englishFirst());
        Path apple = films.ffmpeg("._film.mkv", Films.englishFirst());
        FileState before = FileState.of(deleted);
        FileState beforeApple = FileState.of(apple);
        assertThat(Command.scan(library).exitsWith(0).out()).isEqualTo("no media files found\n");
        assertThat(FileState.of(deleted)).isEqualTo(before);
        assertThat(FileState.of(apple)).isEqualTo(beforeApple);
    }

    @Test
    void a_folder_named_like_a_film_is_a_folder() throws IOException {
        Path odd = Files.createDirectory(library.resolve("x.mkv"));
        films.ffmpeg("x.mkv/film.mkv", Films.englishFirst());
        assertThat(Command.scan(library).exitsWith(0).out())
                .contains("1 file in ")
                .contains("changed       " + odd.resolve("film.mkv") + ": ");
        assertThat(Command.process(odd, "jpn").exitsWith(1).err().lines())
                .singleElement()
                .asString()
                .contains(odd + ": it is not a file");
    }

    @Test
    void a_film_that_may_still_be_copied_waits_for_the_next_scan_but_not_if_it_is_named() throws IOException {
        Path film = films.ffmpeg("film.mkv", Films.englishFirst());
        Files.setLastModifiedTime(film, FileTime.from(Instant.now()));
        FileState before = FileState.of(film);
        assertThat(Command.scan(library).exitsWith(0).out())
                .contains("skipped       " + film + ": too fresh: it changed less than 60 s ago");
        assertThat(FileState.of(film)).isEqualTo(before);
        Command.process(film, "jpn").exitsWith(0).saysOf(film, "changed");
    }

    /** One bad file among good ones ended batches. */
    @Test
    void bad_files_do_not_keep_the_good_ones_from_being_changed() throws IOException {
        films.ffmpeg("a.mkv", Films.englishFirst());
        Path cut = films.ffmpeg("b.mkv", Films.englishFirst());
        films.ffmpeg("c.mp4", Films.englishFirst());
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 2_000));
        Films.aged(cut);
        Files.writeString(library.resolve("d.mkv"), "no film");
        Command scan = Command.scan(library).exitsWith(1);
        assertThat(scan.out()).contains("4 files in ", "changed  ", "failed  ", "skipped");
        assertThat(scan.out().lines().filter(line -> line.startsWith("changed ")))
                .hasSize(2);
        assertThat(scan.err().lines()).singleElement().asString().contains(cut.toString());
    }
}
