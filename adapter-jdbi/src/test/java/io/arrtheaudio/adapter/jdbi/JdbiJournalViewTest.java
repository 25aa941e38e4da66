package io.arrtheaudio.adapter.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.kit.AtOnce;
import io.arrtheaudio.kit.InMemoryOwnerLocks;
import io.arrtheaudio.kit.SampleChange;
import io.arrtheaudio.port.out.EditJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbiJournalViewTest {

    private static final SampleChange FILM = SampleChange.of("film.mkv");
    private static final SampleChange SERIES = SampleChange.of("series.mkv");

    private final InMemoryOwnerLocks owners = new InMemoryOwnerLocks();

    @TempDir
    private Path folder;

    @Test
    void where_there_is_no_database_there_is_no_view_and_none_is_made() throws IOException {
        assertThat(JdbiJournalView.openExisting(folder)).isEmpty();
        assertThat(JdbiJournalView.openExisting(folder.resolve("nothing"))).isEmpty();
        assertThat(folder).isEmptyDirectory();

        Files.createFile(folder.resolve("arrtheaudio.db"));
        assertThat(JdbiJournalView.openExisting(folder)).isEmpty();
        assertThat(folder.resolve("arrtheaudio.db")).isEmptyFile();
    }

    @Test
    void looking_without_a_writer_leaves_every_byte_and_every_time_as_it_was() throws IOException {
        JournalEntry open = record(FILM);
        FolderState before = FolderState.of(folder);

        try (JdbiJournalView view = JdbiJournalView.openExisting(folder).orElseThrow()) {
            assertThat(view.openEntryOf(FILM.file())).contains(open);
            assertThat(view.openEntryOf(SERIES.file())).isEmpty();
            assertThat(view.find(JournalQuery.EVERYTHING)).containsExactly(open);
            assertThat(FolderState.of(folder)).isEqualTo(before);
        }

        assertThat(FolderState.of(folder)).isEqualTo(before);
    }

    @Test
    void what_a_killed_program_left_is_read_and_nothing_but_the_index_of_its_log_changes() throws Exception {
        record(SERIES);
        leaveLog(folder);
        FolderState before = FolderState.of(folder).without("arrtheaudio.db-shm");

        try (JdbiJournalView view = JdbiJournalView.openExisting(folder).orElseThrow()) {
            assertThat(view.openEntryOf(FILM.file())).isPresent();
            assertThat(view.find(JournalQuery.EVERYTHING)).hasSize(2);
        }

        assertThat(FolderState.of(folder).without("arrtheaudio.db-shm")).isEqualTo(before);
    }

    @Test
    void a_log_without_its_index_is_read_and_only_the_index_is_made() throws Exception {
        leaveLog(folder);
        Files.delete(folder.resolve("arrtheaudio.db-shm"));
        FolderState before = FolderState.of(folder).without("");

        try (JdbiJournalView view = JdbiJournalView.openExisting(folder).orElseThrow()) {
            assertThat(view.openEntryOf(FILM.file())).isPresent();
        }

        assertThat(FolderState.of(folder).without("arrtheaudio.db-shm").without(""))
                .isEqualTo(before);
    }

    @Test
    void a_folder_that_cannot_be_written_to_can_be_looked_at() throws Exception {
        try (SmallDisk disk = SmallDisk.mountedAt(folder, 5000)) {
            record(SERIES);
            disk.becomeReadOnly();

            try (JdbiJournalView view = JdbiJournalView.openExisting(folder).orElseThrow()) {
                assertThat(view.openEntryOf(SERIES.file())).isPresent();
            }
        }
    }

    @Test
    void what_a_killed_program_left_in_such_a_folder_can_be_looked_at_too() throws Exception {
        try (SmallDisk disk = SmallDisk.mountedAt(folder, 5000)) {
            leaveLog(folder);
            disk.becomeReadOnly();

            try (JdbiJournalView view = JdbiJournalView.openExisting(folder).orElseThrow()) {
                assertThat(view.openEntryOf(FILM.file())).isPresent();
            }
        }
    }

    @Test
    void a_view_sees_what_a_writer_records_before_beside_and_after_it() {
        record(SERIES);
        try (JdbiJournalView view = JdbiJournalView.openExisting(folder).orElseThrow()) {
            assertThat(view.find(JournalQuery.EVERYTHING)).hasSize(1);
            try (Database database = Database.open(DatabaseSettings.in(folder))) {
                EditJournal journal = new JdbiEditJournal(database, owners);
                JournalEntry entry = journal.begin(FILM.planned());
                assertThat(view.openEntryOf(FILM.file())).contains(entry);
                journal.end(entry, EntryState.DONE, FILM.after());
                assertThat(view.openEntryOf(FILM.file())).isEmpty();
            }
            assertThat(view.find(JournalQuery.EVERYTHING)).hasSize(2);
            record(FILM);
            assertThat(view.openEntryOf(FILM.file())).isPresent();
        }
    }

    @Test
    void a_view_disturbs_no_writer_and_never_sees_half_of_anything() {
        record(SERIES);
        int rounds = 40;
        AtOnce.call(2, thread -> {
            for (int i = 0; i < rounds; i++) {
                if (thread == 0) {
                    record(SampleChange.of(i + ".mkv")); // opens and closes the database, which empties the log
                } else {
                    try (JdbiJournalView view =
                            JdbiJournalView.openExisting(folder).orElseThrow()) {
                        List<JournalEntry> found = view.find(JournalQuery.EVERYTHING);
                        assertThat(found)
                                .isNotEmpty()
                                .allMatch(
                                        entry -> entry.change().plan().patches().size() == 2);
                    }
                }
            }
            return thread;
        });

        assertThat(JdbiJournalView.openExisting(folder).orElseThrow().find(JournalQuery.EVERYTHING))
                .hasSize(rounds + 1);
    }

    @Test
    void what_cannot_be_read_is_left_as_it_is_and_there_is_no_view() throws IOException {
        byte[] noise = new byte[20_000];
        new Random(1).nextBytes(noise);
        for (byte[] content : List.of(new byte[] {'x'}, noise)) {
            Files.write(folder.resolve("arrtheaudio.db"), content);

            assertThat(JdbiJournalView.openExisting(folder)).isEmpty();

            assertThat(folder.resolve("arrtheaudio.db")).hasBinaryContent(content);
        }
    }

    @Test
    void a_database_of_another_program_gives_no_view() throws IOException {
        Jdbi.create(Sqlite.dataSource(folder.resolve("arrtheaudio.db"), Sqlite.PATIENCE))
                .useHandle(handle -> handle.execute("CREATE TABLE jobs (id INTEGER PRIMARY KEY)"));
        FolderState before = FolderState.of(folder);

        assertThat(JdbiJournalView.openExisting(folder)).isEmpty();

        assertThat(FolderState.of(folder)).isEqualTo(before);
    }

    @Test
    void a_database_of_a_newer_or_an_older_program_gives_no_view_and_stays_as_it_is() throws IOException {
        List<Migration> later = new ArrayList<>(Migration.ALL);
        later.add(new Migration(2, "io/arrtheaudio/adapter/jdbi/later/V2__word.sql"));
        record(FILM);
        FolderState before = FolderState.of(folder);
        DataFolder made = DataFolder.withDatabase(folder).orElseThrow();
        assertThat(JdbiJournalView.open(ReadOnlyDatabase.of(made, later, Duration.ZERO)))
                .isEmpty();
        assertThat(FolderState.of(folder)).isEqualTo(before);

        Database.open(DatabaseSettings.in(folder), InstantSource.system(), later, Sqlite.PATIENCE)
                .close();
        before = FolderState.of(folder);
        assertThat(JdbiJournalView.openExisting(folder)).isEmpty();
        assertThat(FolderState.of(folder)).isEqualTo(before);
    }

    @Test
    void a_database_that_goes_away_meanwhile_is_told() throws IOException {
        record(FILM);
        try (JdbiJournalView view = JdbiJournalView.openExisting(folder).orElseThrow()) {
            Files.delete(folder.resolve("arrtheaudio.db"));

            assertThatExceptionOfType(AudioFixException.class)
                    .isThrownBy(() -> view.openEntryOf(FILM.file()))
                    .withMessageContaining("arrtheaudio.db");
        }
    }

    private JournalEntry record(SampleChange change) {
        try (Database database = Database.open(DatabaseSettings.in(folder))) {
            return new JdbiEditJournal(database, owners).begin(change.planned());
        }
    }

    /** As a program that is killed. */
    private static void leaveLog(Path folder) throws Exception {
        Process program = OtherProgram.start(folder, folder.toString(), "begin", "film.mkv");
        OtherProgram.expectLine(program, "begun");
        program.destroyForcibly();
        assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(folder.resolve("arrtheaudio.db-wal")).isNotEmptyFile();
    }
}
