package io.arrtheaudio.adapter.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.kit.InMemoryOwnerLocks;
import io.arrtheaudio.kit.SampleChange;
import io.arrtheaudio.kit.StoppedClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that bring an older database up to date: one that is killed meanwhile, and two at once. */
class KilledUpdateTest {

    private static final int KILLS = Boolean.getBoolean("long") ? 50 : 4;
    private static final int LATEST_KILL_MILLIS = 1_500; // by then it is done, mostly

    private final InMemoryOwnerLocks owners = new InMemoryOwnerLocks();

    @TempDir
    private Path folder;

    @Test
    void one_that_is_killed_at_any_moment_loses_nothing() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < KILLS; i++) {
            Path home = Files.createDirectory(folder.resolve("home" + i));
            List<JournalEntry> changes = older(home);

            Process program = start(home);
            program.waitFor(random.nextInt(LATEST_KILL_MILLIS), TimeUnit.MILLISECONDS);
            program.destroyForcibly().waitFor();

            expectUpToDate(home, changes, seed);
        }
    }

    @Test
    void two_that_start_at_once_do_it_once() throws Exception {
        List<JournalEntry> changes = older(folder);

        Process one = start(folder);
        Process other = start(folder);

        assertThat(one.waitFor()).isZero();
        assertThat(other.waitFor()).isZero();
        try (Stream<Path> copies = Files.list(folder.resolve("backups"))) {
            assertThat(copies).hasSize(1);
        }
        expectUpToDate(folder, changes, 0);
    }

    private Process start(Path home) throws IOException {
        return OtherProgram.start(UpdatingProgram.class, 128, folder, List.of(home.toString()));
    }

    private List<JournalEntry> older(Path home) {
        try (Database database = Database.open(
                DatabaseSettings.in(home), new StoppedClock(Instant.EPOCH), Steps.FIRST, Sqlite.PATIENCE)) {
            JdbiEditJournal journal = new JdbiEditJournal(database, owners);
            for (int i = 0; i < 20; i++) {
                journal.begin(SampleChange.of(i + ".mkv").planned());
            }
            return journal.find(JournalQuery.EVERYTHING);
        }
    }

    private void expectUpToDate(Path home, List<JournalEntry> changes, long seed) {
        try (Database database = Database.open(DatabaseSettings.in(home))) {
            assertThat(new JdbiEditJournal(database, owners).find(JournalQuery.EVERYTHING))
                    .as("seed %s", seed)
                    .isEqualTo(changes);
            List<String> check = database.read(
                    "check",
                    handle -> handle.createQuery("PRAGMA integrity_check")
                            .mapTo(String.class)
                            .list());
            assertThat(check).as("seed %s", seed).containsExactly("ok");
        }
        assertThat(TableVersions.of(DatabaseSettings.in(home)).isCurrent()).isTrue();
    }
}
