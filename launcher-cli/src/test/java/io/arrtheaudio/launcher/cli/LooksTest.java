package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who only looks changes nothing: neither the films, nor the data folder, be it empty or in use. */
class LooksTest {

    @TempDir
    Path folder;

    private House house;
    private Path film;

    @BeforeEach
    void a_house() {
        house = House.in(folder);
        film = house.film("film.mkv");
    }

    @Test
    void a_data_folder_that_is_not_there_is_not_made() {
        Map<String, String> before = House.contents(house.library());
        look();
        assertThat(house.data()).doesNotExist();
        assertThat(House.contents(house.library())).isEqualTo(before);
    }

    @Test
    void an_empty_data_folder_stays_empty() throws IOException {
        Files.createDirectory(house.data());
        look();
        assertThat(house.data()).isEmptyDirectory();
    }

    @Test
    void a_data_folder_in_use_stays_byte_for_byte() {
        house.run("process", "--languages", "jpn", house.film("other.mkv").toString())
                .exitsWith(0);
        Map<String, String> data = House.contents(house.data());
        Map<String, String> films = House.contents(house.library());
        look();
        house.run("undo", "--dry-run", "--last").exitsWith(0);
        house.run("undo", "--dry-run", "--all").exitsWith(0);
        assertThat(House.contents(house.data())).isEqualTo(data);
        assertThat(House.contents(house.library())).isEqualTo(films);
    }

    private void look() {
        house.run("--help").exitsWith(0);
        house.run("undo", "--help").exitsWith(0);
        house.run("version").exitsWith(0);
        house.run("inspect", film.toString()).exitsWith(0);
        house.run("process", "--dry-run", "--languages", "jpn", film.toString()).exitsWith(0);
        house.run("scan", "--dry-run", "--languages", "jpn", house.library().toString())
                .exitsWith(0);
        house.run("undo", "--dry-run", film.toString()).exitsWith(1);
        house.run("admin", "doctor").exitsWith(0);
    }
}
