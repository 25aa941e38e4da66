package io.arrtheaudio.adapter.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.audit.AuditEntry;
import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.title.KnownLanguage;
import io.arrtheaudio.kit.InMemoryOwnerLocks;
import io.arrtheaudio.kit.SampleChange;
import io.arrtheaudio.kit.StoppedClock;
import io.arrtheaudio.port.out.Snapshots.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Databases of every version of the program, with something in every part of them that it had. */
class EverySchemaTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final KnownLanguage ANSWER =
            new KnownLanguage("tvdb 7", new OriginalLanguage(new Language("jpn", "", ""), "TMDB"), NOW);
    private static final AuditEntry ASKED = new AuditEntry(NOW, "api key", "retry", "job 7", "127.0.0.1", "done");

    private final InMemoryOwnerLocks owners = new InMemoryOwnerLocks();

    @TempDir
    private Path folder;

    static IntStream versions() {
        return IntStream.rangeClosed(1, Migration.ALL.size());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void what_is_in_it_is_there_after_it_was_brought_up_to_date(int version) {
        List<JournalEntry> changes = fill(folder, version);

        expectAll(folder, version, changes);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void a_backup_of_it_is_put_back_and_brought_up_to_date(int version) throws IOException {
        Path old = Files.createDirectory(folder.resolve("old"));
        Path home = Files.createDirectory(folder.resolve("home"));
        List<JournalEntry> changes = fill(old, version);
        SqliteSnapshots there = new SqliteSnapshots(DatabaseSettings.in(home), new StoppedClock(NOW));
        Path staged = there.stage();
        try (Snapshot copy = new SqliteSnapshots(DatabaseSettings.in(old), new StoppedClock(NOW)).take()) {
            assertThat(copy.schema()).isEqualTo(Migration.ALL.get(version - 1).version());
            Files.copy(copy.file(), staged.resolve(DataFolder.DATABASE));
        }

        assertThat(there.examine(staged))
                .isEqualTo(Migration.ALL.get(version - 1).version());
        there.replaceBy(staged);

        expectAll(home, version, changes);
    }

    private List<JournalEntry> fill(Path home, int version) {
        try (Database database = Database.open(
                DatabaseSettings.in(home), new StoppedClock(NOW), Migration.ALL.subList(0, version), Sqlite.PATIENCE)) {
            JdbiEditJournal journal = new JdbiEditJournal(database, owners);
            journal.begin(SampleChange.of("a.mkv").planned());
            journal.begin(SampleChange.of("b.mkv").planned());
            if (version >= 2) {
                new JdbiLanguageCache(database).put(ANSWER);
            }
            if (version >= 3) {
                BareJob.insert(database, 7, "COMPLETED", "MATROSKA", NOW.toEpochMilli(), 4);
            }
            if (version >= 4) {
                new JdbiAuditLog(database).note(ASKED);
            }
            return journal.find(JournalQuery.EVERYTHING);
        }
    }

    private void expectAll(Path home, int version, List<JournalEntry> changes) {
        try (Database database = Database.open(DatabaseSettings.in(home))) {
            assertThat(new JdbiEditJournal(database, owners).find(JournalQuery.EVERYTHING))
                    .hasSize(2)
                    .isEqualTo(changes);
            assertThat(new JdbiLanguageCache(database).all()).isEqualTo(version >= 2 ? List.of(ANSWER) : List.of());
            assertThat(new JdbiFigures(database).count(NOW).kept())
                    .containsEntry(JobState.COMPLETED, version >= 3 ? 1L : 0L);
            assertThat(new JdbiAuditLog(database).since(Instant.EPOCH, 10))
                    .isEqualTo(version >= 4 ? List.of(ASKED) : List.of());
            List<String> check = database.read(
                    "check",
                    handle -> handle.createQuery("PRAGMA integrity_check")
                            .mapTo(String.class)
                            .list());
            assertThat(check).containsExactly("ok");
        }
    }
}
