package io.arrtheaudio.adapter.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.failure.AudioFixException;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptStatementsTest {

    private static final String NAMES = "SELECT name FROM word ORDER BY name";
    private static final String SIZE = "SELECT abs(:number)";

    @TempDir
    private Path folder;

    private Database mine;
    private Database yours;

    @BeforeEach
    void two_programs() {
        mine = Database.open(DatabaseSettings.in(folder));
        yours = Database.open(DatabaseSettings.in(folder));
        mine.write("make a table", handle -> handle.execute("CREATE TABLE word (name TEXT)"));
        List.of("a", "b", "c").forEach(this::add);
    }

    @AfterEach
    void close() {
        mine.close();
        yours.close();
    }

    @Test
    void a_statement_gets_other_values_each_time() {
        assertThat(size(mine, -7)).isEqualTo(7);
        assertThat(size(mine, -8)).isEqualTo(8);
    }

    @Test
    void a_statement_within_itself_is_another_one() {
        List<String> pairs = mine.read(
                "pair",
                handle -> names(handle).stream()
                        .flatMap(first -> handle
                                .createQuery(NAMES)
                                .map((row, context) -> first + row.getString("name") + names(handle))
                                .list()
                                .stream())
                        .toList());

        assertThat(pairs).hasSize(9).startsWith("aa[a, b, c]", "ab[a, b, c]");
    }

    /** The driver gives up a statement that failed in a way that it does not expect. */
    @Test
    void a_statement_that_failed_can_be_used_again() {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> size(mine, Long.MIN_VALUE))
                .withMessageContaining("integer overflow");

        assertThat(size(mine, -9)).isEqualTo(9);
    }

    @Test
    void a_statement_that_was_left_at_its_first_row_keeps_nobody_from_emptying_the_log() {
        mine.read(
                "look", handle -> handle.createQuery(NAMES).mapTo(String.class).findFirst());

        int busy = yours.read(
                "empty the log",
                handle -> handle.createQuery("PRAGMA wal_checkpoint(TRUNCATE)")
                        .map((row, context) -> row.getInt("busy"))
                        .one());

        assertThat(busy).isZero();
    }

    @Test
    void a_column_that_another_program_adds_is_seen_and_disturbs_nothing() {
        assertThat(everything(mine)).containsExactly("a first", "b first", "c first");
        yours.write("add a column", handle -> handle.execute("ALTER TABLE word ADD COLUMN place TEXT DEFAULT 'x'"));

        assertThat(everything(mine)).containsExactly("a first", "b first", "c first");
        assertThat(mine.<List<String>>read("look", KeptStatementsTest::names)).containsExactly("a", "b", "c");
    }

    private void add(String name) {
        mine.write(
                "add",
                handle -> handle.createUpdate("INSERT INTO word (name) VALUES (:name)")
                        .bind("name", name)
                        .execute());
    }

    private static long size(Database database, long number) {
        return database.read(
                "measure",
                handle -> handle.createQuery(SIZE)
                        .bind("number", number)
                        .mapTo(Long.class)
                        .one());
    }

    private static List<String> names(Handle handle) {
        return handle.createQuery(NAMES).mapTo(String.class).list();
    }

    /** Columns are found by their names, and one more would move those behind it. */
    private static List<String> everything(Database database) {
        return database.read(
                "look",
                handle -> handle.createQuery("SELECT w.*, 'first' AS rank FROM word w ORDER BY w.name")
                        .map((row, context) -> row.getString("name") + " " + row.getString("rank"))
                        .list());
    }
}
