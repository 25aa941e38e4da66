package io.arrtheaudio.adapter.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.title.KnownLanguage;
import io.arrtheaudio.kit.AtOnce;
import io.arrtheaudio.kit.InMemoryOwnerLocks;
import io.arrtheaudio.kit.SampleChange;
import io.arrtheaudio.port.out.EditJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseViewTest {

    private static final SampleChange FILM = SampleChange.of("film.mkv");
    private static final SampleChange SERIES = SampleChange.of("series.mkv");

    private static final KnownLanguage ANSWER = new KnownLanguage(
            "tmdb movie 603",
            new OriginalLanguage(new Language("eng", "", ""), "TMDB"),
            Instant.parse("2026-11-23T12:00:00Z"));

    private final InMemoryOwnerLocks owners = new InMemoryOwnerLocks();

    @TempDir
    private Path folder;

    @Test
    void where_there_is_no_database_there_is_no_view_and_none_is_made() throws IOException {
        assertThat(DatabaseView.openExisting(folder)).isEmpty();
        assertThat(DatabaseView.openExisting(folder.resolve("nothing"))).isEmpty();
        assertThat(folder).isEmptyDirectory();

        Files.createFile(folder.resolve("arrtheaudio.db"));
        assertThat(DatabaseView.openExisting(folder)).isEmpty();
        assertThat(folder.resolve("arrtheaudio.db")).isEmptyFile();
    }

    @Test
    void looking_without_a_writer_leaves_every_byte_and_every_time_as_it_was() throws IOException {
        JournalEntry open = record(FILM);
        FolderState before = FolderState.of(folder);

        try (DatabaseView view = DatabaseView.openExisting(folder).orElseThrow()) {
            assertThat(view.journal().openEntryOf(FILM.file())).contains(open);
            assertThat(view.journal().openEntryOf(SERIES.file())).isEmpty();
            assertThat(view.journal().find(JournalQuery.EVERYTHING)).containsExactly(open);
            assertThat(FolderState.of(folder)).isEqualTo(before);
        }

        assertThat(FolderState.of(folder)).isEqualTo(before);
    }

    @Test
    void what_a_killed_program_left_is_read_and_nothing_but_the_index_of_its_log_changes() throws Exception {
        record(SERIES);
        leaveLog(folder);
        FolderState before = FolderState.of(folder).without("arrtheaudio.db-shm");

        try (DatabaseView view = DatabaseView.openExisting(folder).orElseThrow()) {
            assertThat(view.journal().openEntryOf(FILM.file())).isPresent();
            assertThat(view.journal().find(JournalQuery.EVERYTHING)).hasSize(2);
        }

        assertThat(FolderState.of(folder).without("arrtheaudio.db-shm")).isEqualTo(before);
    }

    @Test
    void a_log_without_its_index_is_read_and_only_the_index_is_made() throws Exception {
        leaveLog(folder);
        Files.delete(folder.resolve("arrtheaudio.db-shm"));
        FolderState before = FolderState.of(folder).without("");

        try (DatabaseView view = DatabaseView.openExisting(folder).orElseThrow()) {
            assertThat(view.journal().openEntryOf(FILM.file())).isPresent();
        }

        assertThat(FolderState.of(folder).without("arrtheaudio.db-shm").without(""))
                .isEqualTo(before);
    }

    @Test
    void a_folder_that_cannot_be_written_to_can_be_looked_at() throws Exception {
        try (SmallDisk disk = SmallDisk.mountedAt(folder, 5000)) {
            record(SERIES);
            disk.becomeReadOnly();

            try (DatabaseView view = DatabaseView.openExisting(folder).orElseThrow()) {
                assertThat(view.journal().openEntryOf(SERIES.file())).isPresent();
            }
        }
    }

    @Test
    void what_a_killed_program_left_in_such_a_folder_can_be_looked_at_too() throws Exception {
        try (SmallDisk disk = SmallDisk.mountedAt(folder, 5000)) {
            leaveLog(folder);
            disk.becomeReadOnly();

            try (DatabaseView view = DatabaseView.openExisting(folder).orElseThrow()) {
                assertThat(view.journal().openEntryOf(FILM.file())).isPresent();
            }
        }
    }

    @Test
    void a_view_sees_what_a_writer_records_before_beside_and_after_it() {
        record(SERIES);
        try (DatabaseView view = DatabaseView.openExisting(folder).orElseThrow()) {
            assertThat(view.journal().find(JournalQuery.EVERYTHING)).hasSize(1);
            try (Database database = Database.open(DatabaseSettings.in(folder))) {
                EditJournal journal = new JdbiEditJournal(database, owners);
                JournalEntry entry = journal.begin(FILM.planned());
                assertThat(view.journal().openEntryOf(FILM.file())).contains(entry);
                journal.end(entry, EntryState.DONE, FILM.after());
                assertThat(view.journal().openEntryOf(FILM.file())).isEmpty();
            }
            assertThat(view.journal().find(JournalQuery.EVERYTHING)).hasSize(2);
            record(FILM);
            assertThat(view.journal().openEntryOf(FILM.file())).isPresent();
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
                    try (DatabaseView view = DatabaseView.openExisting(folder).orElseThrow()) {
                        List<JournalEntry> found = view.journal().find(JournalQuery.EVERYTHING);
                        assertThat(found)
                                .isNotEmpty()
                                .allMatch(
                                        entry -> entry.change().plan().patches().size() == 2);
                    }
                }
            }
            return thread;
        });

        try (DatabaseView view = DatabaseView.openExisting(folder).orElseThrow()) {
            assertThat(view.journal().find(JournalQuery.EVERYTHING)).hasSize(rounds + 1);
        }
    }

    @Test
    void what_cannot_be_read_is_left_as_it_is_and_there_is_no_view() throws IOException {
        byte[] noise = new byte[20_000];
        new Random(1).nextBytes(noise);
        for (byte[] content : List.of(new byte[] {'x'}, noise)) {
            Files.write(folder.resolve("arrtheaudio.db"), content);

            assertThat(DatabaseView.openExisting(folder)).isEmpty();

            assertThat(folder.resolve("arrtheaudio.db")).hasBinaryContent(content);
        }
    }

    @Test
    void a_database_of_another_program_gives_no_view() throws IOException {
        Jdbi.create(Sqlite.dataSource(folder.resolve("arrtheaudio.db"), Sqlite.PATIENCE))
                .useHandle(handle -> handle.execute("CREATE TABLE jobs (id INTEGER PRIMARY KEY)"));
        FolderState before = FolderState.of(folder);

        assertThat(DatabaseView.openExisting(folder)).isEmpty();

        assertThat(FolderState.of(folder)).isEqualTo(before);
    }

    @Test
    void a_database_of_a_newer_program_gives_no_view_and_stays_as_it_is() throws IOException {
        open(Steps.LATER).close();
        FolderState before = FolderState.of(folder);

        assertThat(DatabaseView.openExisting(folder)).isEmpty();

        assertThat(FolderState.of(folder)).isEqualTo(before);
    }

    @Test
    void the_database_of_an_older_program_tells_its_changes_and_no_answers_and_stays_as_it_is() throws IOException {
        JournalEntry entry;
        try (Database older = open(Steps.FIRST)) {
            entry = new JdbiEditJournal(older, owners).begin(FILM.planned());
        }
        FolderState before = FolderState.of(folder);

        try (DatabaseView view = DatabaseView.openExisting(folder).orElseThrow()) {
            assertThat(view.journal().find(JournalQuery.EVERYTHING)).containsExactly(entry);
            assertThat(view.journal().openEntryOf(FILM.file())).contains(entry);
            assertThat(view.languages().all()).isEmpty();
            assertThat(view.languages().find(ANSWER.title())).isEmpty();
        }

        assertThat(FolderState.of(folder)).isEqualTo(before);
    }

    @Test
    void a_database_whose_first_step_was_never_made_gives_no_view() throws IOException {
        Path file = folder.resolve("arrtheaudio.db");
        try (Handle handle = Database.connect(file, Sqlite.dataSource(file, Sqlite.PATIENCE))) {
            handle.execute("PRAGMA user_version = 1"); // makes the file, and no table
        }
        FolderState before = FolderState.of(folder);
        assertThat(file).isNotEmptyFile();

        assertThat(DatabaseView.openExisting(folder)).isEmpty();

        assertThat(FolderState.of(folder)).isEqualTo(before);
    }

    @Test
    void answers_are_read_without_a_writer_and_every_byte_and_every_time_stays_as_it_was() throws IOException {
        try (Database database = open(Migration.ALL)) {
            new JdbiLanguageCache(database).put(ANSWER);
        }
        FolderState before = FolderState.of(folder);

        try (DatabaseView view = DatabaseView.openExisting(folder).orElseThrow()) {
            assertThat(view.languages().find(ANSWER.title())).contains(ANSWER);
            assertThat(view.languages().find("tmdb movie 604")).isEmpty();
            assertThat(view.languages().all()).containsExactly(ANSWER);
            assertThat(view.journal().find(JournalQuery.EVERYTHING)).isEmpty();
            assertThat(FolderState.of(folder)).isEqualTo(before);
        }

        assertThat(FolderState.of(folder)).isEqualTo(before);
    }

    @Test
    void a_view_of_an_older_database_sees_the_answers_once_somebody_brought_it_up_to_date() {
        open(Steps.FIRST).close();
        try (DatabaseView view = DatabaseView.openExisting(folder).orElseThrow()) {
            assertThat(view.languages().all()).isEmpty();

            try (Database newer = open(Migration.ALL)) {
                new JdbiLanguageCache(newer).put(ANSWER);
                assertThat(view.languages().find(ANSWER.title())).contains(ANSWER);
            }

            assertThat(view.languages().all()).containsExactly(ANSWER);
        }
    }

    @Test
    void a_database_that_goes_away_meanwhile_is_told() throws IOException {
        record(FILM);
        try (DatabaseView view = DatabaseView.openExisting(folder).orElseThrow()) {
            Files.delete(folder.resolve("arrtheaudio.db"));

            assertThatExceptionOfType(AudioFixException.class)
                    .isThrownBy(() -> view.journal().openEntryOf(FILM.file()))
                    .withMessageContaining("arrtheaudio.db");
            assertThatExceptionOfType(AudioFixException.class)
                    .isThrownBy(() -> view.languages().find(ANSWER.title()))
                    .withMessageContaining("arrtheaudio.db")
                    .matches(e -> e.remedy() == Remedy.RETRY_LATER);
        }
    }

    private JournalEntry record(SampleChange change) {
        try (Database database = open(Migration.ALL)) {
            return new JdbiEditJournal(database, owners).begin(change.planned());
        }
    }

    private Database open(List<Migration> steps) {
        return Database.open(DatabaseSettings.in(folder), InstantSource.system(), steps, Sqlite.PATIENCE);
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
