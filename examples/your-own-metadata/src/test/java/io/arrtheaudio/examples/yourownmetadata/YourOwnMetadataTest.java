package io.arrtheaudio.examples.yourownmetadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.kit.TinyMatroska;
import io.arrtheaudio.kit.Tracks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YourOwnMetadataTest {

    @TempDir
    private Path folder;

    @Test
    void a_film_gets_the_language_that_the_list_tells_of_its_title() throws IOException {
        Path film = film("Spirited Away (2001)");

        assertThat(run(film)).startsWith("changed: ").contains("the list titles.txt");
        assertThat(Files.readAllBytes(film)).isEqualTo(withDefault(2));
    }

    @Test
    void a_film_is_known_by_the_id_in_its_path_too() throws IOException {
        Path film = film("Sen to Chihiro {imdb-tt0245429}");

        assertThat(run(film)).startsWith("changed: ");
        assertThat(Files.readAllBytes(film)).isEqualTo(withDefault(2));
    }

    @Test
    void a_film_that_the_list_does_not_know_stays_english() throws IOException {
        Path film = film("Another Film (1987)");

        assertThat(run(film)).startsWith("already_correct: ");
        assertThat(Files.readAllBytes(film)).isEqualTo(withDefault(1));
    }

    private Path film(String title) throws IOException {
        Path place = Files.createDirectories(folder.resolve("library").resolve(title));
        return Files.write(place.resolve("film.mkv"), withDefault(1));
    }

    private static byte[] withDefault(int track) {
        return TinyMatroska.with(Tracks.three(track)).toBytes();
    }

    private String run(Path film) throws IOException {
        Path list = Files.writeString(folder.resolve("titles.txt"), "tt0245429 | Spirited Away | 2001 | Japanese\n");
        PrintStream screen = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            YourOwnMetadata.main(
                    new String[] {list.toString(), folder.resolve("journal").toString(), film.toString()});
        } finally {
            System.setOut(screen);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
