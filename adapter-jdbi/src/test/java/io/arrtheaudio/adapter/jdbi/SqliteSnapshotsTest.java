package io.arrtheaudio.adapter.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.health.Level;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.kit.InMemoryOwnerLocks;
import io.arrtheaudio.kit.SampleChange;
import io.arrtheaudio.kit.StoppedClock;
import io.arrtheaudio.port.out.Snapshots.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteSnapshotsTest {

    private static final int NEWEST = Migration.newest(Migration.ALL);

    private final InMemoryOwnerLocks owners = new InMemoryOwnerLocks();
    private final StoppedClock clock = new StoppedClock(Instant.now());

    @TempDir
    private Path folder;

    @Test
    void a_copy_holds_everything_and_is_gone_when_it_is_closed() throws IOException {
        try (Database database = open(folder)) {
            begin(database, "a.mkv");
            Path copy;
            try (Snapshot snapshot = snapshots().take()) {
                copy = snapshot.file();
                assertThat(snapshot.schema()).isEqualTo(NEWEST);
                assertThat(changesIn(copy)).containsExactly("a.mkv");
            }
            assertThat(copy).doesNotExist();
        }
    }

    @Test
    void a_copy_is_of_one_moment_and_whoever_writes_does_not_wait_for_it() throws Exception {
        try (Database database = open(folder)) {
            AtomicBoolean isOver = new AtomicBoolean();
            CountDownLatch begun = new CountDownLatch(50);
            Thread writer = new Thread(() -> {
                for (int i = 0; !isOver.get(); i++) {
                    begin(database, "film" + i + ".mkv");
                    begun.countDown();
                }
            });
            writer.start();
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            try {
                for (int i = 0; i < 5; i++) {
                    int before = changes(database).size();
                    try (Snapshot snapshot = snapshots().take()) {
                        List<String> copied = changesIn(snapshot.file());
                        assertThat(copied).hasSizeGreaterThanOrEqualTo(before);
                        for (int film = 0; film < copied.size(); film++) {
                            assertThat(copied).contains("film" + film + ".mkv");
                        }
                    }
                }
            } finally {
                isOver.set(true);
                writer.join();
            }
        }
    }

    @Test
    void an_older_database_is_copied_as_it_is() {
        Database.open(DatabaseSettings.in(folder), clock, Steps.FIRST, Sqlite.PATIENCE)
                .close();

        try (Snapshot snapshot = snapshots().take()) {
            assertThat(snapshot.schema()).isEqualTo(1);
        }
    }

    @Test
    void where_there_is_nothing_nothing_is_copied_or_made() {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> snapshots().take())
                .withMessageContaining("there is no database in " + folder)
                .matches(e -> e.remedy() == Remedy.FIX_SETTINGS);
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> new SqliteSnapshots(DatabaseSettings.in(folder.resolve("none")), clock).take());
        assertThat(folder.resolve("none")).doesNotExist();
        assertThat(folder.resolve("arrtheaudio.db")).doesNotExist();
    }

    @Test
    void a_damaged_database_is_not_copied() throws IOException {
        try (Database database = open(folder)) {
            for (int i = 0; i < 50; i++) {
                begin(database, "film" + i + ".mkv");
            }
        }
        damage(folder.resolve("arrtheaudio.db"));

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> snapshots().take());
        assertThat(scratch()).isEmpty();
    }

    @Test
    void a_copy_is_put_in_place_and_what_was_there_lies_beside_it() throws IOException {
        Path staged = stagedWith("new.mkv");
        try (Database database = open(folder)) {
            begin(database, "old.mkv");
        }
        Files.writeString(folder.resolve("api.key"), "old key");
        Files.writeString(staged.resolve("api.key"), "new key");

        assertThat(snapshots().examine(staged)).isEqualTo(NEWEST);
        Path replaced = snapshots().replaceBy(staged);

        assertThat(changesOf(folder)).containsExactly("new.mkv");
        assertThat(folder.resolve("api.key")).hasContent("new key");
        assertThat(changesOf(replaced)).containsExactly("old.mkv");
        assertThat(replaced.resolve("api.key")).hasContent("old key");
        assertThat(replaced.getParent()).isEqualTo(folder.toRealPath());
        assertThat(scratch()).isEmpty();
    }

    @Test
    void what_was_put_in_place_is_written_to_as_before() throws IOException {
        Path staged = stagedWith("new.mkv");
        snapshots().examine(staged);
        snapshots().replaceBy(staged);

        try (Database database = open(folder)) {
            begin(database, "later.mkv");
            String mode = database.read(
                    "look at the mode",
                    handle -> handle.createQuery("PRAGMA journal_mode")
                            .mapTo(String.class)
                            .one());
            assertThat(mode).isEqualTo("wal");
        }
        assertThat(changesOf(folder)).containsExactly("later.mkv", "new.mkv");
    }

    @Test
    void nothing_is_put_in_place_while_somebody_has_the_database_open() throws IOException {
        Path staged = stagedWith("new.mkv");
        snapshots().examine(staged);
        try (Database database = open(folder)) {
            begin(database, "old.mkv");

            assertThatExceptionOfType(AudioFixException.class)
                    .isThrownBy(() -> snapshots().replaceBy(staged))
                    .withMessageContaining("stop the daemon")
                    .matches(e -> e.remedy() == Remedy.RETRY_LATER);

            begin(database, "later.mkv");
        }
        assertThat(changesOf(folder)).containsExactly("later.mkv", "old.mkv");
        snapshots().discard(staged);
        assertThat(scratch()).isEmpty();
    }

    @Test
    void a_damaged_database_is_replaced_too() throws IOException {
        for (String damaged : List.of("not a database at all".repeat(100), "short", "")) {
            Path staged = stagedWith("new.mkv");
            Files.writeString(folder.resolve("arrtheaudio.db"), damaged);

            snapshots().examine(staged);
            Path replaced = snapshots().replaceBy(staged);

            assertThat(changesOf(folder)).containsExactly("new.mkv");
            assertThat(replaced.resolve("arrtheaudio.db")).hasContent(damaged);
        }
    }

    @Test
    void a_database_that_is_no_good_is_refused() throws IOException {
        Path staged = stagedWith("new.mkv");
        Path file = staged.resolve("arrtheaudio.db");
        byte[] whole = Files.readAllBytes(file);

        Files.writeString(file, "not a database at all".repeat(100));
        expectRefused(staged, Remedy.FIX_FILE);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        expectRefused(staged, Remedy.FIX_FILE);
        Files.write(file, new byte[0]);
        expectRefused(staged, Remedy.FIX_FILE);
        Files.write(file, whole);
        damage(file);
        expectRefused(staged, Remedy.FIX_FILE);
    }

    @Test
    void a_database_with_a_trigger_or_a_table_of_somebody_else_is_refused() throws IOException {
        for (String statement : List.of(
                "CREATE TRIGGER evil AFTER INSERT ON journal_entry BEGIN DELETE FROM journal_entry; END",
                "CREATE TRIGGER evil AFTER INSERT ON flyway_schema_history BEGIN DELETE FROM journal_entry; END",
                "CREATE VIEW evil AS SELECT * FROM journal_entry",
                "CREATE TABLE evil (x)",
                "DROP INDEX job_due")) {
            Path staged = stagedWith("new.mkv");
            try (Database database = open(staged)) {
                database.write("forge", handle -> handle.execute(statement));
            }

            assertThatExceptionOfType(AudioFixException.class)
                    .as(statement)
                    .isThrownBy(() -> snapshots().examine(staged))
                    .withMessageContaining("other tables, indexes or triggers than this program makes")
                    .matches(e -> e.remedy() == Remedy.FIX_FILE);

            assertThat(staged.resolve("empty")).doesNotExist();
            snapshots().discard(staged);
        }
    }

    @Test
    void a_database_of_a_newer_program_is_refused() {
        Path staged = snapshots().stage();
        Database.open(DatabaseSettings.in(staged), clock, Steps.LATER, Sqlite.PATIENCE)
                .close();

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> snapshots().examine(staged))
                .withMessageContaining("a newer ArrTheAudio made it")
                .matches(e -> e.remedy() == Remedy.FIX_SETTINGS);
    }

    @Test
    void a_program_that_is_killed_at_any_step_leaves_the_old_or_the_new() throws IOException {
        boolean isDone = false;
        boolean hasSeenOld = false;
        boolean hasSeenNew = false;
        for (int steps = 0; !isDone; steps++) {
            Path home = Files.createDirectory(folder.resolve("home" + steps));
            try (Database database = open(home)) {
                begin(database, "old.mkv");
            }
            Files.writeString(home.resolve("api.key"), "old");
            SqliteSnapshots snapshots = new SqliteSnapshots(DatabaseSettings.in(home), clock, new StepsUntil(steps));
            Path staged = stagedWith("new.mkv", home);
            Files.writeString(staged.resolve("api.key"), "new");
            snapshots.examine(staged);
            try {
                snapshots.replaceBy(staged);
                isDone = true;
            } catch (Killed e) {
                isDone = false;
            }

            List<String> changes = changesOf(home); // the next start
            String what = changes.equals(List.of("new.mkv")) ? "new" : "old";
            assertThat(changes).as("after %s steps", steps).containsExactly(what + ".mkv");
            assertThat(home.resolve("api.key")).as("after %s steps", steps).hasContent(what);
            hasSeenOld |= what.equals("old");
            hasSeenNew |= what.equals("new");
            if (what.equals("new")) {
                assertThat(names(home)).as("after %s steps", steps).noneMatch(name -> name.startsWith("restore-"));
                Path replaced = home.resolve(names(home).stream()
                        .filter(name -> name.startsWith("replaced-"))
                        .findFirst()
                        .orElseThrow());
                assertThat(changesOf(replaced)).containsExactly("old.mkv");
                assertThat(replaced.resolve("api.key")).hasContent("old");
            }
        }
        assertThat(hasSeenOld && hasSeenNew).isTrue();
    }

    @Test
    void what_was_cut_off_is_ended_by_a_backup_and_by_another_restore_too() throws IOException {
        for (boolean isBackup : new boolean[] {true, false}) {
            Path home = Files.createDirectory(folder.resolve("home" + isBackup));
            try (Database database = open(home)) {
                begin(database, "old.mkv");
            }
            Path staged = stagedWith("new.mkv", home);
            DatabaseSettings settings = DatabaseSettings.in(home);
            snapshots().examine(staged);
            assertThatExceptionOfType(Killed.class)
                    .isThrownBy(() -> new SqliteSnapshots(settings, clock, new StepsUntil(6)).replaceBy(staged));

            assertThat(new DatabaseProbe(settings).examine())
                    .anyMatch(
                            finding -> finding.subject().startsWith("backup in ") && finding.level() == Level.WARNING);
            if (isBackup) {
                try (Snapshot copy = new SqliteSnapshots(settings, clock).take()) {
                    assertThat(changesIn(copy.file())).containsExactly("new.mkv");
                }
            } else {
                Path next = stagedWith("newest.mkv", home);
                snapshots().examine(next);
                Path replaced = new SqliteSnapshots(settings, clock).replaceBy(next);
                assertThat(changesOf(replaced)).containsExactly("new.mkv");
                assertThat(changesOf(home)).containsExactly("newest.mkv");
            }
        }
    }

    @Test
    void what_was_only_in_the_log_of_a_killed_program_is_kept_beside_the_new() throws IOException {
        try (Database database = open(folder)) {
            begin(database, "old.mkv");
            Path killed = Files.createDirectory(folder.resolve("killed"));
            for (String ending : List.of("", "-wal")) {
                Files.copy(folder.resolve("arrtheaudio.db" + ending), killed.resolve("arrtheaudio.db" + ending));
            }
            assumeThat(killed.resolve("arrtheaudio.db-wal")).isNotEmptyFile();
        }
        Path home = folder.resolve("killed");
        Path staged = stagedWith("new.mkv", home);
        snapshots().examine(staged);

        Path replaced = new SqliteSnapshots(DatabaseSettings.in(home), clock).replaceBy(staged);

        assertThat(changesOf(home)).containsExactly("new.mkv");
        assertThat(changesOf(replaced)).containsExactly("old.mkv");
    }

    @Test
    void what_a_killed_backup_left_is_cleared_away_after_a_day() throws IOException {
        open(folder).close();
        Path left = snapshots().take().file();
        Path folderLeft = snapshots().stage();
        Files.writeString(folderLeft.resolve("arrtheaudio.db"), "half");

        snapshots().take().close();
        assertThat(left).exists();
        assertThat(folderLeft).exists();

        clock.advance(Duration.ofHours(25));
        snapshots().take().close();
        assertThat(left).doesNotExist();
        assertThat(folderLeft).doesNotExist();
    }

    /** Ends like a program that is killed: nothing is done after it. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /** A disk to which a program gets no further than so many steps. */
    private static final class StepsUntil implements Exchange.Steps {

        private int left;

        StepsUntil(int steps) {
            this.left = steps;
        }

        @Override
        public void makeFolder(Path made) throws IOException {
            step();
            Exchange.Steps.super.makeFolder(made);
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            step();
            Exchange.Steps.super.move(from, to);
        }

        @Override
        public void delete(Path gone) throws IOException {
            step();
            Exchange.Steps.super.delete(gone);
        }

        @Override
        public void force(Path path) throws IOException {
            step();
            Exchange.Steps.super.force(path);
        }

        private void step() {
            if (left == 0) {
                throw new Killed();
            }
            left--;
        }
    }

    private void expectRefused(Path staged, Remedy remedy) {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> snapshots().examine(staged))
                .withMessageStartingWith("cannot restore the backup: its database ")
                .matches(e -> e.remedy() == remedy);
    }

    private SqliteSnapshots snapshots() {
        return new SqliteSnapshots(DatabaseSettings.in(folder), clock);
    }

    private static Database open(Path home) {
        return Database.open(DatabaseSettings.in(home));
    }

    private Path stagedWith(String film) {
        return stagedWith(film, folder);
    }

    /** As it is taken out of a backup. */
    private Path stagedWith(String film, Path home) {
        try {
            Path other = Files.createTempDirectory(folder, "other");
            try (Database database = open(other)) {
                begin(database, film);
            }
            DatabaseSettings settings = DatabaseSettings.in(other);
            Path staged = new SqliteSnapshots(DatabaseSettings.in(home), clock).stage();
            try (Snapshot copy = new SqliteSnapshots(settings, clock).take()) {
                Files.copy(copy.file(), staged.resolve("arrtheaudio.db"));
            }
            return staged;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void begin(Database database, String film) {
        new JdbiEditJournal(database, owners).begin(SampleChange.of(film).planned());
    }

    private List<String> changes(Database database) {
        return new JdbiEditJournal(database, owners)
                .find(JournalQuery.EVERYTHING).stream()
                        .map(entry -> entry.change().file().path().getFileName().toString())
                        .sorted()
                        .toList();
    }

    private List<String> changesOf(Path home) {
        try (Database database = open(home)) {
            return changes(database);
        }
    }

    private List<String> changesIn(Path copy) throws IOException {
        Path home = Files.createTempDirectory(folder, "look");
        Files.copy(copy, home.resolve("arrtheaudio.db"));
        return changesOf(home);
    }

    private List<String> scratch() throws IOException {
        return names(folder).stream()
                .filter(name -> name.matches("(snapshot|restor).*"))
                .toList();
    }

    private static List<String> names(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** Beginning behind the first page, so that it still looks like a database. */
    private static void damage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        byte[] noise = "damage".repeat(200).getBytes(StandardCharsets.US_ASCII);
        for (int at = 4096; at + noise.length < bytes.length; at += 8192) {
            System.arraycopy(noise, 0, bytes, at, noise.length);
        }
        Files.write(file, bytes);
    }
}
