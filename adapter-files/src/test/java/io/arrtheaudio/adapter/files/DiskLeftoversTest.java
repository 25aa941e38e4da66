package io.arrtheaudio.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.arrtheaudio.port.out.Leftovers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskLeftoversTest {

    private static final String LEFT = ".arrtheaudio-0123456789abcdef.part";

    /** Seen from a later day, everything here is old. */
    private final Instant tomorrow = Instant.now().plusSeconds(86_400);

    @TempDir
    private Path folder;

    private Path library;
    private Path temp;
    private Leftovers leftovers;

    @BeforeEach
    void build() throws IOException {
        library = Files.createDirectories(folder.resolve("library/tv/Show"))
                .getParent()
                .getParent();
        temp = Files.createDirectory(folder.resolve("temp"));
        leftovers = new DiskLeftovers(() -> List.of(
                new DiskLeftovers.Place(library, DiskLeftovers.BESIDE_FILMS, true),
                new DiskLeftovers.Place(library.resolve("tv"), DiskLeftovers.BESIDE_FILMS, true),
                new DiskLeftovers.Place(temp, DiskLeftovers.STAND_INS, false),
                new DiskLeftovers.Place(folder.resolve("none"), DiskLeftovers.STAND_INS, true)));
    }

    @Test
    void what_was_left_beside_films_and_in_the_folder_for_such_files_is_found_and_removed() throws IOException {
        Path beside = file(library.resolve("tv/Show").resolve(LEFT));
        Path standIn = file(temp.resolve("arrtheaudio-123.part"));

        assertThat(leftovers.find(tomorrow)).containsExactlyInAnyOrder(beside, standIn);
        assertThat(leftovers.remove(beside, tomorrow)).isTrue();
        assertThat(leftovers.remove(beside, tomorrow)).isFalse();
        assertThat(leftovers.find(tomorrow)).containsExactly(standIn);
    }

    @Test
    void what_has_another_name_lies_elsewhere_or_is_no_file_is_nobodys_business() throws IOException {
        file(library.resolve("film.mkv.part"));
        file(library.resolve("arrtheaudio-0123456789abcdef.part"));
        file(library.resolve(".arrtheaudio-0123456789abcdeg.part"));
        file(library.resolve(LEFT + ".mkv"));
        Files.createDirectory(library.resolve(LEFT));
        Files.createSymbolicLink(library.resolve("tv").resolve(LEFT), file(folder.resolve("film.mkv")));
        Files.createSymbolicLink(library.resolve("link"), Files.createDirectory(folder.resolve("elsewhere")));
        Path elsewhere = file(folder.resolve("elsewhere").resolve(LEFT));
        file(Files.createDirectory(temp.resolve("deep")).resolve("arrtheaudio-123.part"));

        assertThat(leftovers.find(tomorrow)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> leftovers.remove(elsewhere, tomorrow));
        assertThat(leftovers.remove(library.resolve("tv").resolve(LEFT), tomorrow))
                .isFalse();
        assertThat(elsewhere).exists();
        assertThat(folder.resolve("film.mkv")).exists();
    }

    @Test
    void a_copy_that_has_the_time_of_its_old_film_is_not_old() throws IOException {
        Path copy = file(library.resolve(LEFT));
        Files.setLastModifiedTime(copy, FileTime.from(Instant.parse("2001-02-03T04:05:06Z")));
        Instant anHourAgo = Instant.now().minusSeconds(3_600);

        assertThat(leftovers.find(anHourAgo)).isEmpty();
        assertThat(leftovers.remove(copy, anHourAgo)).isFalse();
        assertThat(copy).exists();
    }

    private static Path file(Path file) throws IOException {
        return Files.writeString(file, "x");
    }
}
