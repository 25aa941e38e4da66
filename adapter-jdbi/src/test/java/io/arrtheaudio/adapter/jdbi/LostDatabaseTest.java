package io.arrtheaudio.adapter.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.kit.InMemoryOwnerLocks;
import io.arrtheaudio.kit.SampleChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that was fine when it was opened, and a disk or another program that is in the way afterwards. */
class LostDatabaseTest {

    private static final SampleChange FILM = SampleChange.of("film.mkv");
    private static final SampleChange SERIES = SampleChange.of("series.mkv");

    @TempDir
    private Path folder;

    private final InMemoryOwnerLocks owners = new InMemoryOwnerLocks();

    @Test
    void nothing_begins_in_a_database_that_somebody_removed() throws IOException {
        try (Database database = Database.open(DatabaseSettings.in(folder))) {
            Files.delete(database.file());

            refuses(database, FILM, "removed or replaced");
        }
    }

    @Test
    void nothing_begins_or_ends_in_a_database_that_somebody_replaced() throws IOException {
        try (Database database = Database.open(DatabaseSettings.in(folder))) {
            JdbiEditJournal journal = new JdbiEditJournal(database, owners);
            JournalEntry entry = journal.begin(FILM.planned());
            Path other = Files.writeString(folder.resolve("other"), "no database");
            Files.move(other, database.file(), StandardCopyOption.REPLACE_EXISTING);

            refuses(database, SERIES, "removed or replaced");
            assertThatExceptionOfType(AudioFixException.class)
                    .isThrownBy(() -> journal.end(entry, EntryState.DONE, FILM.after()))
                    .matches(e -> e.remedy() == Remedy.RETRY_LATER);
            assertThat(database.file()).hasContent("no database");
        }
    }

    @Test
    void what_begins_in_a_database_that_somebody_wrote_over_is_found_or_was_refused() throws IOException {
        try (Database database = Database.open(DatabaseSettings.in(folder))) {
            JdbiEditJournal journal = new JdbiEditJournal(database, owners);
            journal.begin(FILM.planned());
            byte[] noise = new byte[40_000];
            new Random(1).nextBytes(noise);
            Files.write(database.file(), noise);

            try {
                JournalEntry begun = journal.begin(SERIES.planned());
                assertThat(journal.find(JournalQuery.about(begun.id()))).containsExactly(begun);
                try (Database another = Database.open(DatabaseSettings.in(folder))) {
                    assertThat(new JdbiEditJournal(another, owners).openEntryOf(SERIES.file()))
                            .contains(begun);
                }
            } catch (AudioFixException e) {
                assertThat(e.remedy()).isEqualTo(Remedy.RETRY_LATER);
            }
        }
    }

    @Test
    void a_full_disk_lets_nothing_begin_until_there_is_room() throws Exception {
        try (SmallDisk disk = SmallDisk.mountedAt(folder, 600)) {
            try (Database database = Database.open(DatabaseSettings.in(folder.resolve("data")))) {
                JdbiEditJournal journal = new JdbiEditJournal(database, owners);
                JournalEntry first = journal.begin(FILM.planned());
                disk.fill();

                refuses(database, SERIES, "the disk is full");
                assertThat(journal.find(JournalQuery.EVERYTHING)).containsExactly(first);

                disk.makeRoom();
                JournalEntry second = journal.begin(SERIES.planned());
                journal.end(first, EntryState.DONE, FILM.after());
                assertThat(journal.find(JournalQuery.EVERYTHING))
                        .containsExactly(second, first.ended(EntryState.DONE, FILM.after()));
            }
        }
    }

    @Test
    void a_new_database_on_a_disk_that_is_nearly_full_says_so_wherever_it_stops() throws IOException {
        try (SmallDisk disk = SmallDisk.mountedAt(folder, 1500)) {
            for (int left : new int[] {0, 20, 48, 52, 56, 100}) {
                Path data = folder.resolve("data-" + left);
                Files.createDirectories(data);
                disk.fill(left);
                try {
                    Database.open(DatabaseSettings.in(data)).close();
                } catch (AudioFixException e) {
                    assertThat(e).as("with %d KiB left", left).hasMessageContaining("the disk is full; make room");
                    assertThat(e.remedy()).isEqualTo(Remedy.RETRY_LATER);
                }
                disk.makeRoom();
                delete(data);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** SQLite calls it an I/O error of the memory that its users share. */
    @Test
    void a_database_that_is_there_says_that_the_disk_is_full_when_it_is_opened() throws Exception {
        try (SmallDisk disk = SmallDisk.mountedAt(folder, 600)) {
            DatabaseSettings settings = DatabaseSettings.in(folder.resolve("data"));
            Database.open(settings).close();
            disk.fill();

            assertThatExceptionOfType(AudioFixException.class)
                    .isThrownBy(() -> {
                        try (Database database = Database.open(settings)) {
                            new JdbiEditJournal(database, owners).begin(FILM.planned());
                        }
                    })
                    .withMessageEndingWith(": the disk is full; make room")
                    .matches(e -> e.remedy() == Remedy.RETRY_LATER);
        }
    }

    @Test
    void a_program_that_keeps_the_database_locked_is_waited_for_and_then_told() throws Exception {
        try (Database database = Database.open(
                DatabaseSettings.in(folder), InstantSource.system(), Migration.ALL, Duration.ofMillis(50))) {
            Process program = OtherProgram.start(folder, folder.toString(), "keep", "");
            OtherProgram.expectLine(program, "kept");

            refuses(database, FILM, "another program keeps it locked; try again later");
            JdbiEditJournal journal = new JdbiEditJournal(database, owners);
            assertThat(journal.find(JournalQuery.EVERYTHING)).isEmpty();

            program.destroyForcibly();
            assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
            journal.begin(FILM.planned());
        }
    }

    private void refuses(Database database, SampleChange change, String words) {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> new JdbiEditJournal(database, owners).begin(change.planned()))
                .withMessageContaining(
                        "cannot record a change of " + change.file().path())
                .withMessageContaining(words)
                .matches(e -> e.remedy() == Remedy.RETRY_LATER);
    }
}
