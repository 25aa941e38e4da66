package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrtheaudio.kit.LoopDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A torrent seeds a film under another name: its bytes and its inode stay, on every file system. */
class SeedsTest {

    private static final String COPY = "hardlinks: copy";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void the_seed_stays_byte_for_byte(LoopDisk.Kind kind) throws IOException {
        try (LoopDisk disk = LoopDisk.of(kind, kind == LoopDisk.Kind.XFS ? 320 : 192)) {
            House house = House.in(folder, disk.root());
            for (String name : List.of("film.mkv", "film.mp4")) {
                theSeedStays(house, name, kind);
            }
            house.expectNothingLeft();
            house.expectNothingOpen();
        }
    }

    private static void theSeedStays(House house, String name, LoopDisk.Kind kind) throws IOException {
        Path film = house.film(name);
        Path seed = Files.createLink(house.library().resolve("seed-" + name), film);
        FileState before = FileState.of(seed);

        house.run("process", "--languages", "jpn", film.toString()).exitsWith(0).saysOf(film, "skipped");
        assertThat(FileState.of(seed)).isEqualTo(before);
        assertThat(FileState.of(film)).isEqualTo(before);

        JsonNode would = only(house, "--dry-run", film);
        assertThat(would.path("outcome").asText()).isEqualTo("would_change");
        assertThat(would.path("bytes_copied").asLong()).isEqualTo(Files.size(film));
        assertThat(FileState.of(film)).isEqualTo(before);

        JsonNode changed = only(house, "--force", film);
        assertThat(changed.path("outcome").asText()).isEqualTo("changed");
        assertThat(changed.path("bytes_copied").asLong()).isEqualTo(kind.sharesBytes() ? 0 : Files.size(film));
        assertThat(Films.defaults(film)).containsExactly(2);
        seedIs(seed, before);
        assertThat(FileState.of(film).fact("ino")).isNotEqualTo(before.fact("ino"));

        house.run("undo", film.toString()).exitsWith(0);
        assertThat(FileState.of(film).content()).isEqualTo(before.content());
        seedIs(seed, before);
    }

    private static void seedIs(Path seed, FileState before) {
        FileState now = FileState.of(seed);
        assertThat(now.content()).isEqualTo(before.content());
        assertThat(now.fact("ino")).isEqualTo(before.fact("ino"));
        assertThat(now.modified()).isEqualTo(before.modified());
        assertThat(now.fact("nlink")).isEqualTo(1);
    }

    private static JsonNode only(House house, String option, Path film) {
        Command done = house.runWith(COPY, "process", "--json", option, "--languages", "jpn", film.toString());
        List<JsonNode> lines = House.json(done.exitsWith(0).out());
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    @Test
    void a_scan_copies_linked_films_up_to_the_limit_and_a_dry_run_says_how_much_it_would() throws IOException {
        House house = House.in(folder);
        long bytes = 0;
        for (int i = 0; i < 5; i++) {
            Path film = house.film(i + ".mkv");
            Files.createLink(folder.resolve("seed-" + i), film);
            bytes = Files.size(film);
        }
        String settings = COPY + "\nhardlink_copy_limit: " + (3 * bytes + 1);
        String[] scan = {
            "scan",
            "--yes",
            "--workers",
            "1",
            "--languages",
            "jpn",
            house.library().toString()
        };

        assertThat(house.runWith(settings, with(scan, "--dry-run")).exitsWith(0).out())
                .contains("would change  5")
                .contains("would copy up to 82 kB");
        Command first = house.runWith(settings, scan).exitsWith(0);
        assertThat(first.out()).contains("skipped: copy limit  2", "copied 49 kB", "(hardlink_copy_limit)");
        assertThat(house.runWith(settings, scan).exitsWith(0).out()).contains("already correct  3", "copied 33 kB");
        for (int i = 0; i < 5; i++) {
            assertThat(Films.defaults(house.library().resolve(i + ".mkv"))).containsExactly(2);
            assertThat(Films.defaults(folder.resolve("seed-" + i))).containsExactly(1);
        }
    }

    private static String[] with(String[] words, String another) {
        String[] all = Arrays.copyOf(words, words.length + 1);
        all[words.length] = another;
        return all;
    }
}
