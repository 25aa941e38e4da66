package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arrtheaudio.kit.LoopDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a journal nothing is changed, and nothing is lost; looking works all the same. */
class DataFolderTroubleTest {

    private static final int NOBODY = 65534;

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
    void a_database_that_is_garbage_is_left_as_it_is() throws IOException {
        byte[] garbage = new byte[5_000];
        new Random(1).nextBytes(garbage);
        Path database = Files.write(Files.createDirectory(house.data()).resolve("arrtheaudio.db"), garbage);
        refuses(1, "it is no database; it was left as it is");
        assertThat(Files.readAllBytes(database)).isEqualTo(garbage);
        assertThat(house.run("undo", "--last").exitsWith(1).err()).contains("it is no database");
        assertThat(house.run("admin", "doctor").exitsWith(1).out()).contains("it is no database");
    }

    @Test
    void a_file_in_the_place_of_the_data_folder_is_told() throws IOException {
        Files.writeString(house.data(), "no folder");
        refuses(2, "a file of that name is in the way");
        assertThat(house.data()).hasContent("no folder");
    }

    @Test
    void the_data_folder_of_another_user_is_refused_until_it_is_forced() throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can give files away");
        house.run("process", "--languages", "jpn", house.film("other.mkv").toString())
                .exitsWith(0);
        Files.setAttribute(house.data().resolve("arrtheaudio.db"), "unix:uid", NOBODY);
        Map<String, String> before = House.contents(house.data());
        refuses(2, "but this program runs as root");
        assertThat(House.contents(house.data()).keySet()).isEqualTo(before.keySet());
        assertThat(house.run("admin", "doctor").exitsWith(1).out()).contains("but this program runs as root");
        house.run("process", "--any-owner", "--languages", "jpn", film.toString())
                .exitsWith(0)
                .saysOf(film, "changed");
    }

    @Test
    void a_data_folder_that_cannot_be_written_to_is_told() {
        try (LoopDisk disk = LoopDisk.of(LoopDisk.Kind.TMPFS)) {
            house = new House(folder, house.library(), disk.root().resolve("data"));
            house.run("process", "--languages", "jpn", house.film("other.mkv").toString())
                    .exitsWith(0);
            disk.makeReadOnly();
            refuses(2, "cannot use the data folder");
            assertThat(house.run("admin", "doctor").exitsWith(1).out()).contains("problem  data folder");
            house.run("undo", "--last", "--dry-run").exitsWith(0);
        }
    }

    /** Fifteen seconds is how long others are waited for, so all of it only in the long form. */
    @Test
    void a_database_that_another_program_keeps_to_itself_can_still_be_looked_at() throws SQLException {
        house.run("process", "--languages", "jpn", house.film("other.mkv").toString())
                .exitsWith(0);
        try (Connection other = DriverManager.getConnection(
                        "jdbc:sqlite:" + house.data().resolve("arrtheaudio.db"));
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            house.run("undo", "--last", "--dry-run").exitsWith(0);
            looks();
            if (Boolean.getBoolean("long")) {
                refuses(1, "another program keeps it locked; try again later");
            }
            statement.execute("ROLLBACK");
        }
        house.run("process", "--languages", "jpn", film.toString()).exitsWith(0).saysOf(film, "changed");
    }

    private void refuses(int exit, String why) {
        FileState before = FileState.of(film);
        Command refused =
                house.run("process", "--languages", "jpn", film.toString()).exitsWith(exit);
        assertThat(refused.err().lines()).singleElement().asString().contains(why);
        assertThat(house.run(
                                "scan",
                                "--yes",
                                "--languages",
                                "jpn",
                                house.library().toString())
                        .exitsWith(exit)
                        .err())
                .contains(why);
        assertThat(FileState.of(film)).isEqualTo(before);
        looks();
        assertThat(FileState.of(film)).isEqualTo(before);
    }

    private void looks() {
        assertThat(house.run("inspect", film.toString()).exitsWith(0).out()).contains("Japanese");
        house.run("process", "--dry-run", "--languages", "jpn", film.toString())
                .exitsWith(0)
                .saysOf(film, "would change");
        house.run("scan", "--dry-run", "--languages", "jpn", house.library().toString())
                .exitsWith(0);
    }
}
