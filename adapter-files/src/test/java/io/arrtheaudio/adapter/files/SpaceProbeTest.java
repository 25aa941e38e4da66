package io.arrtheaudio.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.domain.health.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpaceProbeTest {

    @TempDir
    private Path folder;

    @Test
    void a_disk_that_has_filled_up_is_a_warning_and_enough_is_fine_again() throws IOException {
        try (SmallDisk disk = SmallDisk.inMemory(folder, "size=1m")) {
            assertThat(at(disk.folder(), 10).found()).isEqualTo("1.0 MB of 1.0 MB free (100 %)");
            Path film = Files.write(disk.folder().resolve("film.mkv"), new byte[960 * 1024]);

            Finding little = at(disk.folder(), 10);
            assertThat(little.level()).isEqualTo(Level.WARNING);
            assertThat(little.subject()).isEqualTo("space for " + disk.folder());
            assertThat(little.found()).isEqualTo("0.1 MB of 1.0 MB free (6 %), less than 10 %");
            assertThat(little.remedy()).contains("health.min_free_percent");
            assertThat(at(disk.folder(), 6).level()).isEqualTo(Level.OK);

            Files.delete(film);
            assertThat(at(disk.folder(), 10).level()).isEqualTo(Level.OK);
        }
    }

    @Test
    void what_is_enough_may_change() {
        int[] least = {0};
        SpaceProbe probe = new SpaceProbe(folder, () -> least[0]);
        assertThat(probe.examine()).extracting(Finding::level).containsExactly(Level.OK);

        least[0] = 100;

        assertThat(probe.examine()).extracting(Finding::level).containsExactly(Level.WARNING);
    }

    @Test
    void a_folder_that_is_not_there_is_for_others_to_tell() {
        assertThat(at(folder.resolve("gone"), 10).level()).isEqualTo(Level.OK);
    }

    @Test
    void a_disk_that_does_not_say_how_large_it_is_is_not_judged() {
        assertThat(new Space(0, 0).isLessThan(10)).isFalse();
        assertThat(new Space(5_000_000, 0).allWords()).isEqualTo("5.0 MB free");
        assertThat(new Space(1_200_000_000_000L, 4_000_000_000_000L).allWords())
                .isEqualTo("1.2 TB of 4.0 TB free (30 %)");
    }

    private static Finding at(Path folder, int percent) {
        return new SpaceProbe(folder, () -> percent).examine().get(0);
    }
}
