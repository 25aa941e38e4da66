package io.arrtheaudio.adapter.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.domain.health.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabasePulseTest {

    @TempDir
    private Path folder;

    @Test
    void of_a_database_that_works_one_look_writes_nothing_and_the_other_a_page() {
        try (Database database = Database.open(DatabaseSettings.in(folder))) {
            Path log = folder.resolve("arrtheaudio.db-wal");
            long before = log.toFile().length();

            assertThat(DatabasePulse.looking(database).examine())
                    .extracting(Finding::level)
                    .containsExactly(Level.OK);
            assertThat(log.toFile().length()).isEqualTo(before);
            assertThat(DatabasePulse.writing(database).examine())
                    .extracting(Finding::level)
                    .containsExactly(Level.OK);
            assertThat(log.toFile().length()).isGreaterThan(before);
        }
        Database.open(DatabaseSettings.in(folder)).close();
    }

    @Test
    void one_that_somebody_removed_is_a_problem() throws IOException {
        try (Database database = Database.open(DatabaseSettings.in(folder))) {
            Files.delete(database.file());

            assertThat(problem(DatabasePulse.looking(database))).contains("somebody removed or replaced it");
        }
    }

    @Test
    void one_that_another_program_keeps_locked_is_a_problem_until_it_lets_go() throws Exception {
        try (Database database = Database.open(
                DatabaseSettings.in(folder), InstantSource.system(), Migration.ALL, Duration.ofMillis(50))) {
            Process program = OtherProgram.start(folder, folder.toString(), "keep", "");
            OtherProgram.expectLine(program, "kept");

            assertThat(problem(DatabasePulse.looking(database))).contains("another program keeps it locked");

            program.destroyForcibly();
            assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(DatabasePulse.looking(database).examine())
                    .extracting(Finding::level)
                    .containsExactly(Level.OK);
        }
    }

    @Test
    void a_full_disk_is_a_problem_to_whoever_writes_until_there_is_room() throws Exception {
        try (SmallDisk disk = SmallDisk.mountedAt(folder, 600)) {
            try (Database database = Database.open(DatabaseSettings.in(folder.resolve("data")))) {
                disk.fill();

                assertThat(problem(DatabasePulse.writing(database))).contains("the disk is full");

                disk.makeRoom();
                assertThat(DatabasePulse.writing(database).examine())
                        .extracting(Finding::level)
                        .containsExactly(Level.OK);
            }
        }
    }

    private static String problem(DatabasePulse pulse) {
        Finding finding = pulse.examine().get(0);
        assertThat(finding.level()).isEqualTo(Level.PROBLEM);
        return finding.found();
    }
}
