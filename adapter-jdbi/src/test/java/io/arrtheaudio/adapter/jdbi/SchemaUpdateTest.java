package io.arrtheaudio.adapter.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.kit.AtOnce;
import io.arrtheaudio.kit.InMemoryOwnerLocks;
import io.arrtheaudio.kit.SampleChange;
import io.arrtheaudio.kit.StoppedClock;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaUpdateTest {

    private static final String TESTS = "io/arrtheaudio/adapter/jdbi/";
    private static final List<Migration> LATER = and(TESTS + "later/V2__word.sql");
    private static final List<Migration> BROKEN = and(TESTS + "broken/V2__word.sql");

    private final StoppedClock clock = new StoppedClock(Instant.parse("2026-11-23T12:00:00.5Z"));

    @TempDir
    private Path folder;

    @Test
    void every_step_beside_the_program_is_known_to_it() throws IOException, URISyntaxException {
        Path first = Path.of(Migration.class
                .getResource("/" + Migration.ALL.get(0).resource())
                .toURI());
        try (Stream<Path> files = Files.list(first.getParent())) {
            assertThat(Migration.ALL)
                    .extracting(step -> Path.of(step.resource()).getFileName().toString())
                    .containsExactlyElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .sorted()
                                    .toList());
        }
        assertThat(Migration.ALL).extracting(Migration::version).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_step_is_made_once_and_its_sum_is_that_of_flyway() {
        open(Migration.ALL).close();

        try (Database again = open(Migration.ALL)) {
            assertThat(sums(again)).containsExactly(Migration.ALL.get(0).checksum());
        }
    }

    @Test
    void a_new_database_needs_no_copy() {
        open(LATER).close();

        assertThat(folder.resolve("backups")).doesNotExist();
    }

    @Test
    void an_older_database_is_copied_and_brought_up_to_date() {
        begin("a.mkv");

        try (Database newer = open(LATER)) {
            assertThat(sums(newer)).hasSize(2);
            assertThat(entries(newer)).isEqualTo(1);
        }
        Path copy = folder.resolve("backups/arrtheaudio-20261123T120000.500Z-v1.db");
        assertThat(folder.resolve("backups")).isDirectoryContaining(copy::equals);
    }

    @Test
    void the_copy_serves_the_older_program() throws IOException {
        begin("a.mkv");
        open(LATER).close();
        Path copy = folder.resolve("backups/arrtheaudio-20261123T120000.500Z-v1.db");

        Files.copy(copy, Files.createDirectory(folder.resolve("old")).resolve("arrtheaudio.db"));

        try (Database older = Database.open(DatabaseSettings.in(folder.resolve("old")))) {
            assertThat(entries(older)).isEqualTo(1);
        }
    }

    @Test
    void a_step_that_fails_leaves_the_database_as_it_was() {
        begin("a.mkv");

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> open(BROKEN))
                .withMessageContaining("from version 1 of its tables to 2")
                .withMessageContaining("backups");

        try (Database asBefore = open(Migration.ALL)) {
            assertThat(entries(asBefore)).isEqualTo(1);
        }
        open(LATER).close();
    }

    @Test
    void three_copies_are_kept_the_newest() throws IOException {
        open(Migration.ALL).close();
        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofDays(1));
            assertThatExceptionOfType(AudioFixException.class).isThrownBy(() -> open(BROKEN));
        }

        try (Stream<Path> copies = Files.list(folder.resolve("backups"))) {
            assertThat(copies.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "arrtheaudio-20261126T120000.500Z-v1.db",
                            "arrtheaudio-20261127T120000.500Z-v1.db",
                            "arrtheaudio-20261128T120000.500Z-v1.db");
        }
    }

    @Test
    void a_database_of_a_newer_program_is_refused_and_left_as_it_is() throws IOException {
        open(LATER).close();
        byte[] content = Files.readAllBytes(folder.resolve("arrtheaudio.db"));

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> open(Migration.ALL))
                .withMessageContaining("a newer ArrTheAudio made it (version 2 of its tables, this one knows 1)")
                .matches(e -> e.remedy() == Remedy.FIX_SETTINGS);

        assertThat(folder.resolve("arrtheaudio.db")).hasBinaryContent(content);
    }

    @Test
    void a_step_with_another_sum_is_refused() {
        try (Database database = open(Migration.ALL)) {
            database.write("forge", handle -> handle.execute("UPDATE flyway_schema_history SET checksum = 1"));
        }

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> open(Migration.ALL))
                .withMessageContaining("step 1 of its tables was made by another build")
                .matches(e -> e.remedy() == Remedy.FIX_FILE);
    }

    @Test
    void the_history_of_another_program_is_refused() {
        try (Database database = open(Migration.ALL)) {
            database.write("forge", handle -> handle.execute("PRAGMA application_id = 7"));
        }

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> open(Migration.ALL))
                .withMessageContaining("another program")
                .matches(e -> e.remedy() == Remedy.FIX_FILE);
    }

    @Test
    void an_older_database_that_many_threads_open_is_copied_and_brought_up_to_date_once() throws IOException {
        begin("a.mkv");

        List<Database> open = AtOnce.call(6, i -> open(LATER));

        assertThat(open).allSatisfy(database -> assertThat(sums(database)).hasSize(2));
        try (Stream<Path> copies = Files.list(folder.resolve("backups"))) {
            assertThat(copies).hasSize(1);
        }
        open.forEach(Database::close);
    }

    private Database open(List<Migration> steps) {
        return Database.open(DatabaseSettings.in(folder), clock, steps, Sqlite.PATIENCE);
    }

    private void begin(String file) {
        try (Database database = open(Migration.ALL)) {
            new JdbiEditJournal(database, new InMemoryOwnerLocks())
                    .begin(SampleChange.of(file).planned());
        }
    }

    private static int entries(Database database) {
        return new JdbiEditJournal(database, new InMemoryOwnerLocks())
                .find(JournalQuery.EVERYTHING)
                .size();
    }

    private static List<Integer> sums(Database database) {
        return database.read(
                "look for sums",
                handle -> handle.createQuery("SELECT checksum FROM flyway_schema_history ORDER BY installed_rank")
                        .mapTo(Integer.class)
                        .list());
    }

    private static List<Migration> and(String resource) {
        List<Migration> steps = new ArrayList<>(Migration.ALL);
        steps.add(new Migration(steps.size() + 1, resource));
        return steps;
    }
}
