package io.arrtheaudio.adapter.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.kit.AtOnce;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseTest {

    @TempDir
    private Path temp;

    @Test
    void a_data_folder_that_is_not_there_is_made_for_this_user_only() throws IOException {
        Path folder = temp.resolve("not/there/yet");

        try (Database database = open(folder)) {
            assertThat(database.file()).isEqualTo(folder.toRealPath().resolve("arrtheaudio.db"));
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void a_commit_is_on_disk_before_it_returns() {
        try (Database database = open(temp)) {
            assertThat(pragma(database, "PRAGMA journal_mode")).isEqualTo("wal");
            assertThat(pragma(database, "PRAGMA synchronous")).isEqualTo("2");
            assertThat(pragma(database, "PRAGMA foreign_keys")).isEqualTo("1");
        }
    }

    @Test
    void its_size_is_told_with_what_is_not_merged_into_it_yet() throws IOException {
        DatabaseSettings settings = DatabaseSettings.in(temp.resolve("data"));
        assertThat(Database.size(settings)).isZero();

        try (Database database = Database.open(settings)) {
            put(database, "a word");

            long log = Files.size(Path.of(database.file() + "-wal"));
            assertThat(log).isPositive();
            assertThat(Database.size(settings)).isEqualTo(Files.size(database.file()) + log);
        }
        assertThat(Database.size(settings)).isPositive();
    }

    @Test
    void a_folder_of_any_name_will_do() {
        Path folder = temp.resolve("it's 100%41 \"data\"? mode=memory&x=1; #1 ünïcödé 日本");

        try (Database first = open(folder);
                Database second = open(folder)) {
            put(first, "a word");

            assertThat(words(second)).containsExactly("a word");
            assertThat(folder.resolve("arrtheaudio.db")).isRegularFile();
        }
    }

    @Test
    void only_what_belongs_there_is_left_in_the_folder() {
        try (Database database = open(temp)) {
            put(database, "a word");
        }

        assertThat(temp).isDirectoryNotContaining(file -> {
            String name = file.getFileName().toString();
            return !List.of("arrtheaudio.db", "arrtheaudio.lock", "native").contains(name);
        });
    }

    @Test
    void a_file_in_the_place_of_the_folder_is_refused() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "text");

        refused(file, Remedy.FIX_SETTINGS, "data folder");
        refused(file.resolve("below"), Remedy.FIX_SETTINGS, "data folder");

        assertThat(file).hasContent("text");
    }

    @Test
    void another_users_database_is_refused_unless_forced() throws IOException {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root can give files away");
        open(temp).close();
        Path database = temp.resolve("arrtheaudio.db");
        Files.setOwner(
                database, temp.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));

        refused(temp, Remedy.FIX_SETTINGS, "belongs to nobody, but this program runs as root");

        Database.open(new DatabaseSettings(temp, true)).close();
    }

    @ParameterizedTest
    @MethodSource("noDatabases")
    void what_is_no_database_is_refused_and_left_as_it_is(byte[] content) throws IOException {
        Path file = Files.write(temp.resolve("arrtheaudio.db"), content);

        refused(temp, Remedy.FIX_FILE, "it is no database");

        assertThat(file).hasBinaryContent(content);
    }

    static List<byte[]> noDatabases() {
        byte[] noise = new byte[20_000];
        new Random(1).nextBytes(noise);
        return List.of(
                new byte[] {'x'},
                "a text of somebody".getBytes(StandardCharsets.UTF_8),
                Arrays.copyOf(noise, 100),
                noise);
    }

    @Test
    void a_database_that_was_cut_is_refused_and_left_as_it_is() throws IOException {
        open(temp).close();
        Path file = temp.resolve("arrtheaudio.db");
        byte[] cut = Arrays.copyOf(Files.readAllBytes(file), 5000);
        Files.write(file, cut);

        refused(temp, Remedy.FIX_FILE, "damaged");

        assertThat(file).hasBinaryContent(cut);
    }

    @Test
    void an_empty_file_becomes_a_database() throws IOException {
        Files.createFile(temp.resolve("arrtheaudio.db"));

        try (Database database = open(temp)) {
            put(database, "a word");

            assertThat(words(database)).containsExactly("a word");
        }
    }

    @Test
    void a_database_of_another_program_is_refused_and_left_as_it_is() throws IOException {
        Path file = temp.resolve("arrtheaudio.db");
        Jdbi other = Jdbi.create(Sqlite.dataSource(file, Sqlite.PATIENCE));
        other.useHandle(handle -> handle.execute("CREATE TABLE jobs (id INTEGER PRIMARY KEY)"));
        byte[] content = Files.readAllBytes(file);

        refused(temp, Remedy.FIX_FILE, "another program");

        assertThat(file).hasBinaryContent(content);
    }

    @Test
    void when_many_threads_make_it_at_once_it_is_made_once() {
        List<Database> open = AtOnce.call(6, i -> open(temp));

        assertThat(open).allSatisfy(database -> put(database, "a word"));
        assertThat(words(open.get(0))).hasSize(6);
        open.forEach(Database::close);
    }

    @Test
    void a_full_disk_fails_one_write_and_no_other() {
        try (Database database = open(temp)) {
            String pages = pragma(database, "PRAGMA page_count");
            pragma(database, "PRAGMA max_page_count = " + pages);

            assertThatExceptionOfType(AudioFixException.class)
                    .isThrownBy(() -> put(database, "w".repeat(100_000)))
                    .withMessageContaining("the disk is full")
                    .matches(e -> e.remedy() == Remedy.RETRY_LATER);

            pragma(database, "PRAGMA max_page_count = 1000000");
            put(database, "a word");
            assertThat(words(database)).containsExactly("a word");
        }
    }

    @Test
    void a_database_that_another_program_keeps_locked_is_a_matter_of_time() {
        try (Database mine = open(temp);
                Database yours = open(temp)) {
            pragma(mine, "PRAGMA busy_timeout = 1");
            yours.write("keep it locked", handle -> {
                assertThatExceptionOfType(AudioFixException.class)
                        .isThrownBy(() -> put(mine, "a word"))
                        .withMessageContaining("cannot put a word in")
                        .withMessageContaining("another program keeps it locked")
                        .matches(e -> e.remedy() == Remedy.RETRY_LATER);
                return 0;
            });

            put(mine, "another word");
            assertThat(words(yours)).containsExactly("another word");
        }
    }

    @Test
    void a_write_that_fails_takes_nothing_of_the_others_with_it() {
        try (Database database = open(temp)) {
            put(database, "the first word");
            AtOnce.call(8, thread -> {
                for (int i = 0; i < 20; i++) {
                    String word = thread + "." + i;
                    if (i % 3 == 0) {
                        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> fail(database, word));
                    } else {
                        put(database, word);
                    }
                }
                return 0;
            });

            assertThat(words(database)).hasSize(1 + 8 * 13).noneMatch(word -> word.startsWith("failed"));
        }
    }

    private static void fail(Database database, String word) {
        database.write("fail", handle -> {
            handle.createUpdate("INSERT INTO word VALUES (:word)")
                    .bind("word", "failed " + word)
                    .execute();
            throw new IllegalStateException(word);
        });
    }

    private static void refused(Path folder, Remedy remedy, String words) {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> open(folder))
                .withMessageContaining(folder.getFileName().toString())
                .withMessageContaining(words)
                .matches(e -> e.remedy() == remedy);
    }

    private static Database open(Path folder) {
        return Database.open(DatabaseSettings.in(folder));
    }

    private static String pragma(Database database, String sql) {
        return database.read(
                "ask", handle -> handle.createQuery(sql).mapTo(String.class).one());
    }

    private static void put(Database database, String word) {
        database.write("put a word", handle -> {
            handle.execute("CREATE TABLE IF NOT EXISTS word (text TEXT NOT NULL) STRICT");
            return handle.createUpdate("INSERT INTO word VALUES (:word)")
                    .bind("word", word)
                    .execute();
        });
    }

    private static List<String> words(Database database) {
        return database.read(
                "look for words",
                handle -> handle.createQuery("SELECT text FROM word")
                        .mapTo(String.class)
                        .list());
    }
}
