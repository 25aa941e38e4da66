package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups of the whole program, put back. */
class RestoreTest {

    @TempDir
    private Path folder;

    private House house;
    private Path backup;

    @BeforeEach
    void fixAFilm() {
        house = House.in(folder);
        backup = folder.resolve("b.tar.gz");
        house.film("a.mkv");
        scan();
    }

    @Test
    void what_is_put_back_knows_how_to_undo() throws IOException {
        backUp();
        Path film = house.library().resolve("a.mkv");
        assertThat(Films.defaults(film)).containsExactly(2);
        Files.move(house.data(), folder.resolve("lost"));

        house.run("admin", "restore", backup.toString(), "--yes").exitsWith(0);

        house.run("undo", film.toString()).exitsWith(0);
        assertThat(Films.defaults(film)).containsExactly(1);
        house.run("admin", "doctor").exitsWith(0);
        house.expectNothingLeft();
    }

    @Test
    void what_was_there_before_is_kept() {
        backUp();
        house.film("b.mkv");
        scan();

        Command restored = house.run("admin", "restore", backup.toString(), "--yes", "--json")
                .exitsWith(0);

        Path replaced =
                Path.of(House.json(restored.out()).get(0).path("replaced").asText());
        assertThat(house.run("undo", "--all", "--dry-run").out())
                .contains("a.mkv")
                .doesNotContain("b.mkv");
        assertThat(Command.in(replaced, "undo", "--all", "--dry-run").out()).contains("a.mkv", "b.mkv");
    }

    @Test
    void a_backup_that_is_cut_off_or_damaged_changes_nothing() throws IOException {
        backUp();
        byte[] whole = Files.readAllBytes(backup);
        Map<String, String> before = data();
        for (int i = 0; i < 20; i++) {
            byte[] bytes = whole.clone();
            bytes[bytes.length * i / 20 + 10 * (i == 0 ? 1 : 0)] ^= 0x55;
            Files.write(backup, i % 2 == 0 ? Arrays.copyOf(whole, whole.length * i / 20) : bytes);

            Command refused =
                    house.run("admin", "restore", backup.toString(), "--yes").exitsWith(1);

            assertThat(refused.err()).contains("cannot restore").hasLineCount(1);
            assertThat(data()).isEqualTo(before);
        }
    }

    @Test
    void without_consent_nothing_is_changed() {
        backUp();
        Map<String, String> before = data();

        house.run("admin", "restore", backup.toString()).exitsWith(2);

        assertThat(data()).isEqualTo(before);
    }

    @Test
    void secrets_are_in_it_only_if_asked_for() throws IOException {
        String settings = "api: {api_key: S3cr3tS3cr3tS3cr3t}\ntmdb: {enabled: false}\n";
        Files.writeString(house.data().resolve("api.key"), "K3yK3yK3yK3yK3yK3y\n");

        house.runWith(settings, "admin", "backup", "-o", backup.toString()).exitsWith(0);
        assertThat(unpacked()).doesNotContain("S3cr3t").doesNotContain("K3yK3y").contains("enabled: false");

        Files.delete(backup);
        house.runWith(settings, "admin", "backup", "--with-secrets", "-o", backup.toString())
                .exitsWith(0);
        assertThat(unpacked()).contains("S3cr3tS3cr3tS3cr3t", "K3yK3yK3yK3yK3yK3y");
    }

    @Test
    void settings_are_put_beside_the_data_and_the_key_in_place() throws IOException {
        Files.writeString(house.data().resolve("api.key"), "K3yK3yK3yK3yK3yK3y\n");
        house.runWith("tmdb: {enabled: false}\n", "admin", "backup", "--with-secrets", "-o", backup.toString())
                .exitsWith(0);
        Files.writeString(house.data().resolve("api.key"), "other-key-of-today\n");

        house.run("admin", "restore", backup.toString(), "--yes").exitsWith(0);

        assertThat(house.data().resolve("api.key")).hasContent("K3yK3yK3yK3yK3yK3y");
        assertThat(house.data().resolve("settings.yaml")).hasContent("tmdb: {enabled: false}");
    }

    @Test
    void a_folder_gets_a_backup_with_the_time_in_its_name() {
        house.run("admin", "backup", "-o", folder.toString()).exitsWith(0);

        assertThat(House.names(folder))
                .anyMatch(name -> name.matches("arrtheaudio_backup_[0-9]{8}_[0-9]{6}\\.tar\\.gz"));
    }

    private void scan() {
        house.run("scan", "--yes", "--languages", "jpn", house.library().toString())
                .exitsWith(0);
    }

    private void backUp() {
        house.run("admin", "backup", "-o", backup.toString()).exitsWith(0);
    }

    private String unpacked() throws IOException {
        Path out = Files.createTempDirectory(folder, "unpacked");
        Films.run(List.of("tar", "-xzf", backup.toString(), "-C", out.toString()));
        StringBuilder all = new StringBuilder();
        for (String name : House.names(out)) {
            Path file = out.resolve(name);
            if (Files.isRegularFile(file)) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    /** All that matters in the data folder: SQLite's own files come and go. */
    private Map<String, String> data() {
        Map<String, String> files = new TreeMap<>(House.contents(house.data()));
        files.keySet().removeIf(name -> name.matches("|.*-(wal|shm)|locks.*|native.*"));
        return files;
    }
}
