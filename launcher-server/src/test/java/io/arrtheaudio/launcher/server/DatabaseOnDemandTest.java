package io.arrtheaudio.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.arrtheaudio.adapter.jdbi.DatabaseSettings;
import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.title.KnownLanguage;
import io.arrtheaudio.kit.AtOnce;
import io.arrtheaudio.kit.SampleChange;
import io.arrtheaudio.port.out.EditJournal;
import io.arrtheaudio.port.out.LanguageCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class DatabaseOnDemandTest {

    private static final SampleChange FILM = SampleChange.of("film.mkv");
    private static final KnownLanguage ANSWER = answer("tmdb movie 372058", "jpn");
    private static final KnownLanguage OTHER = answer("tvdb 81189", "eng");

    @TempDir
    private Path temp;

    private Path data;
    private final List<DatabaseOnDemand> runs = new ArrayList<>();

    @BeforeEach
    void chooseFolder() {
        data = temp.resolve("data");
    }

    @AfterEach
    void close() {
        runs.forEach(DatabaseOnDemand::close);
    }

    // looking

    @Test
    void looking_where_nothing_is_makes_nothing() {
        lookAtEverything(run(Access.LOOKING));

        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void a_folder_that_is_not_there_yet_is_told_of_at_debug_and_is_no_exception() {
        Logger logger = (Logger) LoggerFactory.getLogger("io.arrtheaudio.adapter.jdbi");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.DEBUG);
        try {
            lookAtEverything(run(Access.LOOKING));
        } finally {
            logger.setLevel(null);
            logger.detachAppender(log);
        }

        assertThat(log.list)
                .anyMatch(event -> event.getFormattedMessage().contains("there is no data folder"))
                .allMatch(event -> event.getThrowableProxy() == null);
    }

    @Test
    void looking_sees_what_is_there_and_leaves_every_byte_and_every_time_as_it_was() throws IOException {
        JournalEntry entry = earlierRun();
        FolderState before = FolderState.of(data);

        DatabaseOnDemand run = run(Access.LOOKING);
        assertThat(run.journal().find(JournalQuery.EVERYTHING)).containsExactly(entry);
        assertThat(run.journal().openEntryOf(FILM.file())).contains(entry);
        assertThat(run.languages().find(ANSWER.title())).contains(ANSWER);
        assertThat(run.languages().all()).containsExactly(ANSWER);
        lookAtEverything(run);
        run.close();

        assertThat(FolderState.of(data)).isEqualTo(before);
    }

    @Test
    void looking_does_not_bring_an_older_database_up_to_date() throws Exception {
        JournalEntry entry = earlierRun();
        makeItOlder();
        FolderState before = FolderState.of(data);

        DatabaseOnDemand run = run(Access.LOOKING);
        assertThat(run.journal().find(JournalQuery.EVERYTHING)).containsExactly(entry);
        assertThat(run.languages().all()).isEmpty();
        lookAtEverything(run);
        run.close();

        assertThat(FolderState.of(data)).isEqualTo(before);
    }

    @Test
    void looking_at_what_is_no_database_leaves_it_as_it_is_and_remembers_answers_meanwhile() throws IOException {
        byte[] noise = new byte[20_000];
        new Random(1).nextBytes(noise);
        Files.write(Files.createDirectory(data).resolve("arrtheaudio.db"), noise);
        FolderState before = FolderState.of(data);

        DatabaseOnDemand run = run(Access.LOOKING);
        lookAtEverything(run);
        run.close();

        assertThat(FolderState.of(data)).isEqualTo(before);
    }

    @Test
    void no_change_begins_or_ends_while_only_looking() throws IOException {
        JournalEntry entry = earlierRun();
        FolderState before = FolderState.of(data);
        EditJournal journal = run(Access.LOOKING).journal();

        assertThatIllegalStateException()
                .isThrownBy(() -> journal.begin(SampleChange.of("other.mkv").planned()))
                .withMessageContaining("this run only looks");
        assertThatIllegalStateException()
                .isThrownBy(() -> journal.end(entry, EntryState.DONE, FILM.after()))
                .withMessageContaining("this run only looks");

        assertThat(FolderState.of(data)).isEqualTo(before);
    }

    @Test
    void what_was_abandoned_is_taken_by_a_run_that_changes_and_not_by_one_that_looks() {
        JournalEntry entry = earlierRun();

        assertThat(run(Access.LOOKING).journal().takeAbandoned()).isEmpty();

        assertThat(run(Access.CHANGING).journal().takeAbandoned())
                .extracting(JournalEntry::id)
                .containsExactly(entry.id());
    }

    @Test
    void what_is_answered_or_forgotten_while_looking_is_so_for_this_run_alone() {
        earlierRun();
        LanguageCache mine = run(Access.LOOKING).languages();

        mine.put(OTHER);
        assertThat(mine.forget(List.of(ANSWER.title()))).isEqualTo(1);

        assertThat(mine.all()).containsExactly(OTHER);
        assertThat(run(Access.LOOKING).languages().all()).containsExactly(ANSWER);
    }

    @Test
    void an_answer_of_another_run_is_seen_while_looking() {
        earlierRun();
        LanguageCache looking = run(Access.LOOKING).languages();
        assertThat(looking.find(OTHER.title())).isEmpty();

        run(Access.CHANGING).languages().put(OTHER);

        assertThat(looking.find(OTHER.title())).contains(OTHER);
    }

    // changing

    @Test
    void a_run_that_may_change_makes_nothing_before_it_has_something_to_write() {
        DatabaseOnDemand run = run(Access.CHANGING);

        assertThat(run.languages().find(ANSWER.title())).isEmpty();
        assertThat(run.languages().all()).isEmpty();
        assertThat(run.languages().forget(List.of())).isZero();
        assertThat(run.languages().forget(List.of(ANSWER.title()))).isZero();
        assertThat(run.journal().find(JournalQuery.EVERYTHING)).isEmpty();
        assertThat(run.journal().openEntryOf(FILM.file())).isEmpty();
        assertThat(run.journal().takeAbandoned()).isEmpty();

        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void a_run_that_may_change_leaves_what_is_there_as_it_is_while_it_reads() throws IOException {
        earlierRun();
        FolderState before = FolderState.of(data);

        DatabaseOnDemand run = run(Access.CHANGING);
        assertThat(run.languages().find(ANSWER.title())).contains(ANSWER);
        assertThat(run.languages().all()).containsExactly(ANSWER);
        assertThat(run.journal().openEntryOf(FILM.file())).isPresent();

        assertThat(FolderState.of(data)).isEqualTo(before);
    }

    @Test
    void the_first_answer_makes_the_database_and_no_name_of_this_run() {
        DatabaseOnDemand run = run(Access.CHANGING);
        assertThat(run.languages().find(ANSWER.title())).isEmpty();

        run.languages().put(ANSWER);

        assertThat(run.languages().find(ANSWER.title())).contains(ANSWER);
        assertThat(data.resolve("arrtheaudio.db")).exists();
        assertThat(data.resolve("locks")).doesNotExist();
        assertThat(run(Access.LOOKING).languages().all()).containsExactly(ANSWER);
    }

    @Test
    void once_something_was_written_reads_go_to_the_database_and_see_what_others_write() {
        DatabaseOnDemand mine = run(Access.CHANGING);
        assertThat(mine.languages().all()).isEmpty();
        assertThat(mine.journal().find(JournalQuery.EVERYTHING)).isEmpty();
        mine.languages().put(ANSWER);

        DatabaseOnDemand yours = run(Access.CHANGING);
        JournalEntry entry = yours.journal().begin(FILM.planned());
        yours.languages().put(OTHER);

        assertThat(mine.languages().find(OTHER.title())).contains(OTHER);
        assertThat(mine.languages().all()).containsExactlyInAnyOrder(ANSWER, OTHER);
        assertThat(mine.journal().openEntryOf(FILM.file())).contains(entry);
    }

    @Test
    void one_database_holds_changes_and_answers() {
        DatabaseOnDemand run = run(Access.CHANGING);
        JournalEntry entry = run.journal().begin(FILM.planned());
        run.languages().put(ANSWER);
        run.journal().end(entry, EntryState.DONE, FILM.after());
        assertThat(run.languages().forget(List.of("nobody"))).isZero();
        run.close();

        DatabaseOnDemand again = run(Access.CHANGING);
        assertThat(again.journal().find(JournalQuery.EVERYTHING))
                .containsExactly(entry.ended(EntryState.DONE, FILM.after()));
        assertThat(again.languages().all()).containsExactly(ANSWER);
        assertThat(again.languages().forget(List.of())).isEqualTo(1);
        assertThat(again.languages().all()).isEmpty();
    }

    @Test
    void a_run_that_changes_brings_an_older_database_up_to_date_when_it_has_an_answer() throws Exception {
        JournalEntry entry = earlierRun();
        makeItOlder();
        DatabaseOnDemand run = run(Access.CHANGING);
        assertThat(run.languages().all()).isEmpty();
        assertThat(data.resolve("backups")).doesNotExist();

        run.languages().put(OTHER);

        assertThat(run.languages().all()).containsExactly(OTHER);
        assertThat(run.journal().find(JournalQuery.EVERYTHING)).containsExactly(entry);
        assertThat(data.resolve("backups")).isNotEmptyDirectory();
    }

    @Test
    void an_answer_that_cannot_be_kept_is_told() throws IOException {
        Files.writeString(data, "a file in the place of the folder");
        LanguageCache answers = run(Access.CHANGING).languages();

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> answers.put(ANSWER))
                .withMessageContaining("data folder");

        assertThat(answers.find(ANSWER.title())).isEmpty();
    }

    @Test
    void many_threads_that_write_first_open_it_once() {
        DatabaseOnDemand run = run(Access.CHANGING);

        AtOnce.call(16, i -> {
            if (i % 2 == 0) {
                run.languages().put(answer("title " + i, "jpn"));
            } else {
                run.journal().begin(SampleChange.of(i + ".mkv").planned());
            }
            return run.languages().all();
        });

        assertThat(run.languages().all()).hasSize(8);
        assertThat(run.journal().find(JournalQuery.EVERYTHING))
                .hasSize(8)
                .extracting(JournalEntry::owner)
                .containsOnly(run.journal()
                        .begin(SampleChange.of("last.mkv").planned())
                        .owner());
    }

    @Test
    void nothing_is_left_open_or_locked_at_the_end() {
        DatabaseOnDemand run = run(Access.CHANGING);
        run.journal().begin(FILM.planned());
        run.languages().put(ANSWER);

        run.close();
        run.close();

        assertThat(data.resolve("locks")).isEmptyDirectory();
        assertThat(data.resolve("arrtheaudio.db-wal")).doesNotExist();
    }

    private static void lookAtEverything(DatabaseOnDemand run) {
        run.journal().takeAbandoned();
        run.journal().find(JournalQuery.EVERYTHING);
        run.journal().openEntryOf(FILM.file());
        LanguageCache answers = run.languages();
        answers.put(OTHER);
        assertThat(answers.find(OTHER.title())).contains(OTHER);
        assertThat(answers.forget(List.of())).isPositive();
        assertThat(answers.all()).isEmpty();
    }

    /** A run that was killed in a change, as far as the journal can tell, after it had remembered an answer. */
    private JournalEntry earlierRun() {
        try (DatabaseOnDemand run = new DatabaseOnDemand(DatabaseSettings.in(data), Access.CHANGING)) {
            run.languages().put(ANSWER);
            return run.journal().begin(FILM.planned());
        }
    }

    /** As the first version left it, which kept nothing but changes. */
    private void makeItOlder() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("arrtheaudio.db"));
                Statement statement = connection.createStatement()) {
            for (String table : laterTables(statement)) {
                statement.execute("DROP TABLE " + table);
            }
            statement.execute("DELETE FROM flyway_schema_history WHERE version > '1'");
        }
    }

    private static List<String> laterTables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = statement.executeQuery("""
                SELECT name FROM sqlite_schema WHERE type = 'table'
                    AND name NOT IN ('journal_entry', 'journal_patch', 'flyway_schema_history') AND name NOT LIKE 'sqlite%'""")) {
            while (found.next()) {
                tables.add(found.getString("name"));
            }
        }
        assertThat(tables).contains("title_language", "job");
        return tables;
    }

    private DatabaseOnDemand run(Access access) {
        DatabaseOnDemand run = new DatabaseOnDemand(DatabaseSettings.in(data), access);
        runs.add(run);
        return run;
    }

    private static KnownLanguage answer(String title, String code) {
        return new KnownLanguage(
                title, new OriginalLanguage(new Language(code, "", ""), "TMDB"), Instant.parse("2026-11-23T12:00:00Z"));
    }
}
