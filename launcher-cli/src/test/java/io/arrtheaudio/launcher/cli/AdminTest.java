package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What looks after the program itself, in the whole program. */
class AdminTest {

    @TempDir
    private Path folder;

    private House house;

    @BeforeEach
    void build() {
        house = House.in(folder);
    }

    @Test
    void where_nothing_is_remembered_looking_makes_nothing() {
        assertThat(house.run("admin", "stats").exitsWith(0).out()).contains("completed", "changes in the journal");
        assertThat(house.run("admin", "audit").exitsWith(0).out()).contains("nobody asked for anything");
        assertThat(house.run("admin", "migrate").exitsWith(0).out()).contains("there is no database yet");
        assertThat(house.run("admin", "cleanup", "--yes").exitsWith(0).out()).contains("0 jobs forgotten");
        house.run("admin", "key").exitsWith(1);
        house.run("admin", "backup").exitsWith(2);

        assertThat(house.data()).doesNotExist();
    }

    @Test
    void changes_are_counted() {
        house.film("a.mkv");
        house.run("scan", "--yes", "--languages", "jpn", house.library().toString())
                .exitsWith(0);

        var stats = House.json(
                        house.run("admin", "stats", "--json").exitsWith(0).out())
                .get(0);

        assertThat(stats.path("changes").asInt()).isEqualTo(1);
        assertThat(stats.path("database_bytes").asLong()).isPositive();
        assertThat(stats.path("jobs").path("completed").asInt()).isZero();
        assertThat(stats.has("success_percent")).isFalse();
    }

    @Test
    void old_changes_go_only_when_that_is_said_and_what_was_left_in_a_library_stays_while_it_is_young()
            throws IOException {
        house.film("a.mkv");
        house.film("b.mkv");
        String library = house.library().toString();
        house.run("scan", "--yes", "--languages", "jpn", library).exitsWith(0);
        house.run("undo", house.library().resolve("b.mkv").toString(), "--yes").exitsWith(0);
        Path young = Files.writeString(house.library().resolve(".arrtheaudio-0123456789abcdef.part"), "x");
        String settings = "libraries: [" + library + "]";

        assertThat(house.runWith(settings, "admin", "cleanup", "--dry-run", "--journal-older-than", "0m")
                        .exitsWith(0)
                        .out())
                .contains("1 change of the journal would be deleted");
        house.runWith(settings, "admin", "cleanup", "--journal-older-than", "0m")
                .exitsWith(2);
        house.runWith(settings, "admin", "cleanup", "--yes").exitsWith(0);
        assertThat(changes()).isEqualTo(3);
        house.runWith(settings, "admin", "cleanup", "--journal-older-than", "0m", "--yes")
                .exitsWith(0);

        assertThat(changes()).as("the undo of b.mkv, and what it undid").isEqualTo(2);
        assertThat(young).exists();
        assertThat(house.run("scan", "--yes", "--languages", "jpn", "--verbose", library)
                        .exitsWith(0)
                        .out())
                .contains("undone");
    }

    private int changes() {
        return House.json(house.run("admin", "stats", "--json").exitsWith(0).out())
                .get(0)
                .path("changes")
                .asInt();
    }

    @Test
    void tables_are_told_and_are_the_newest() {
        house.film("a.mkv");
        house.run("scan", "--yes", "--languages", "jpn", house.library().toString())
                .exitsWith(0);

        var tables = House.json(house.run("admin", "migrate", "--status", "--json")
                        .exitsWith(0)
                        .out())
                .get(0);

        assertThat(tables.path("is").asInt())
                .isPositive()
                .isEqualTo(tables.path("known").asInt());
        assertThat(house.run("admin", "migrate").exitsWith(0).out()).contains("which is the newest");
    }

    @Test
    void a_key_is_made_and_renewed_for_this_user_only() throws IOException {
        String first = house.run("admin", "key", "--rotate").exitsWith(0).out().strip();
        assertThat(house.run("admin", "key").exitsWith(0).out().strip()).isEqualTo(first);

        String second = house.run("admin", "key", "--rotate").exitsWith(0).out().strip();

        assertThat(second).hasSizeGreaterThan(30).isNotEqualTo(first);
        assertThat(house.data().resolve("api.key")).hasContent(second);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(house.data().resolve("api.key"))))
                .isEqualTo("rw-------");
        assertThat(House.names(house.data())).containsExactlyInAnyOrder("", "api.key");
    }

    @Test
    void settings_are_told_in_short_or_every_problem_with_its_line() {
        String good = house.settings("""
                language_priority: [jpn, eng]
                path_overrides: [{path: "%1$s/*", language_priority: [deu]}]
                path_mappings: [{remote: /tv, local: %1$s}]
                libraries: [%1$s, /nowhere/else]
                api: {api_key: S3cr3tS3cr3tS3cr3t}
                """.formatted(house.library()));

        String told = house.run("admin", "validate-config", good).exitsWith(0).out();

        assertThat(told)
                .contains("jpn, eng", "mapping /tv", "library " + house.library(), "by the override")
                .contains("/nowhere/else", "(not there)")
                .doesNotContain("S3cr3t");
        String bad = house.settings("engin: auto\nlanguage_priority: 7\n");
        assertThat(house.run("admin", "validate-config", bad).exitsWith(2).err())
                .contains("settings.yaml:1: ")
                .contains("settings.yaml:2: ");
    }
}
