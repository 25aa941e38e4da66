package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Symbolic and hard links to real files. Defect 4 and the rows "symlink" and "hardlink". */
class LinksTest {

    @TempDir
    Path folder;

    private Path library;
    private Films films;

    @BeforeEach
    void a_library() throws IOException {
        library = Files.createDirectory(folder.resolve("library"));
        films = new Films(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"film.mkv", "film.mp4"})
    void a_symbolic_link_stays_one_and_its_target_is_changed(String name) throws IOException {
        Path target = films.ffmpeg("library/" + name, Films.englishFirst());
        Path link = Files.createSymbolicLink(library.resolve("link-" + name), Path.of(name));
        Command.process(link, "jpn").exitsWith(0).saysOf(link, "changed");
        assertThat(Files.readSymbolicLink(link)).isEqualTo(Path.of(name));
        assertThat(target).isRegularFile();
        assertThat(Films.defaults(target)).containsExactly(2);
    }

    @Test
    void a_scan_that_meets_a_film_and_a_link_to_it_changes_it_once() throws IOException {
        films.ffmpeg("library/film.mkv", Films.englishFirst());
        Path link = Files.createSymbolicLink(library.resolve("link.mkv"), Path.of("film.mkv"));
        Command scan = Command.scan(library).exitsWith(0);
        assertThat(scan.out().lines().filter(line -> line.startsWith("changed ")))
                .hasSize(1);
        assertThat(scan.out()).contains("2 files in ").contains("already correct  1\n");
        assertThat(link).isSymbolicLink();
    }

    @Test
    void a_link_out_of_what_is_scanned_leads_to_no_change() throws IOException {
        Path elsewhere = films.ffmpeg("elsewhere.mkv", Films.englishFirst());
        Path link = Files.createSymbolicLink(library.resolve("film.mkv"), elsewhere);
        FileState before = FileState.of(elsewhere);
        assertThat(Command.scan(library).exitsWith(0).out())
                .contains("skipped       " + link + ": outside roots: it is really " + elsewhere.toRealPath())
                .contains("1 file in ");
        assertThat(FileState.of(elsewhere)).isEqualTo(before);
    }

    @Test
    void a_link_to_nothing_is_told_and_the_scan_goes_on_and_is_no_failure() throws IOException {
        films.ffmpeg("library/film.mkv", Films.englishFirst());
        Path link = Files.createSymbolicLink(library.resolve("gone.mkv"), Path.of("nothing.mkv"));
        Command scan = Command.scan(library).exitsWith(0);
        assertThat(scan.out()).contains("changed       " + library.resolve("film.mkv"));
        assertThat(scan.out() + scan.err())
                .contains(link + ": it is a symbolic link to something that is not there")
                .doesNotContain("Exception");
    }

    @Test
    void a_link_to_nothing_that_is_named_is_a_failure_of_one_line() throws IOException {
        Path link = Files.createSymbolicLink(library.resolve("gone.mkv"), Path.of("nothing.mkv"));
        assertThat(Command.process(link, "jpn").exitsWith(1).err().lines())
                .singleElement()
                .asString()
                .contains(link.toString(), "it is a symbolic link to something that is not there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"film.mkv", "film.mp4"})
    void a_film_with_two_names_is_left_alone_unless_the_settings_say_otherwise(String name) throws IOException {
        Path film = films.ffmpeg("library/" + name, Films.englishFirst());
        Path seeding = Files.createLink(folder.resolve("seeding-" + name), film);
        FileState before = FileState.of(film);
        assertThat(Command.process(film, "jpn").exitsWith(0).saysOf(film, "skipped"))
                .startsWith("hardlinked: it has 2 names (hard links)");
        assertThat(Command.scan(library).exitsWith(0).out()).contains("skipped       " + film + ": hardlinked: ");
        assertThat(FileState.of(film)).isEqualTo(before);

        Path settings = Files.writeString(folder.resolve("settings.yaml"), "hardlinks: edit");
        Command.run("-c", settings.toString(), "process", "--languages", "jpn", film.toString())
                .exitsWith(0)
                .saysOf(film, "changed");
        assertThat(Films.defaults(film)).containsExactly(2);
        assertThat(Films.defaults(seeding)).containsExactly(2);
        assertThat(FileState.of(seeding).fact("ino")).isEqualTo(before.fact("ino"));
        assertThat(FileState.of(seeding).fact("nlink")).isEqualTo(2);
    }
}
