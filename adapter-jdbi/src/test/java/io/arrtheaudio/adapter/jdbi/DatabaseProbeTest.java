package io.arrtheaudio.adapter.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.domain.health.Level;
import io.arrtheaudio.kit.InMemoryOwnerLocks;
import io.arrtheaudio.kit.SampleChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseProbeTest {

    @TempDir
    private Path folder;

    @Test
    void an_empty_data_folder_is_well() {
        assertThat(examine(folder)).allMatch(finding -> finding.level() == Level.OK);
        expect(folder, Level.OK, "database", "none yet; it is made at the first change");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_data_folder_that_is_not_there_is_well_if_it_can_be_made() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "text");

        expect(folder.resolve("not/there"), Level.OK, "data folder", "made at the first change");
        expect(file.resolve("below"), Level.PROBLEM, "data folder", "this user may not make it");
        expect(file, Level.PROBLEM, "data folder", "a file of that name is in the way");
        assertThat(folder.resolve("not")).doesNotExist();
    }

    @Test
    void a_data_folder_that_takes_no_files_is_a_problem() {
        Path proc = Path.of("/proc/self");
        assumeTrue(Files.isDirectory(proc) && !Files.isWritable(proc), "no such folder here");

        expect(proc, Level.PROBLEM, "data folder", "may not write");
    }

    @Test
    void a_sound_database_tells_its_size_and_its_entries_and_stays_as_it_is() throws IOException {
        begin("a.mkv");
        FolderState before = FolderState.of(folder);

        expect(folder, Level.OK, "database", "KiB, 1 changes recorded, sound");
        expect(folder, Level.WARNING, "journal", "1 changes have begun and not ended");

        assertThat(FolderState.of(folder)).isEqualTo(before);
    }

    @Test
    void another_users_database_is_a_problem_unless_that_is_wanted() throws IOException {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root can give files away");
        begin("a.mkv");
        Files.setOwner(
                folder.resolve("arrtheaudio.db"),
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));

        expect(folder, Level.PROBLEM, "owner of", "it belongs to nobody, but this program runs as root");
        assertThat(new DatabaseProbe(new DatabaseSettings(folder, true)).examine())
                .noneMatch(finding -> finding.level() == Level.PROBLEM);
    }

    @Test
    void what_is_no_database_is_a_problem() throws IOException {
        byte[] noise = new byte[20_000];
        new Random(1).nextBytes(noise);
        for (int size : new int[] {1, 100, noise.length}) {
            Files.write(folder.resolve("arrtheaudio.db"), Arrays.copyOf(noise, size));

            Finding found = expect(folder, Level.PROBLEM, "database", "it is no database");
            assertThat(found.remedy())
                    .isEqualTo("it was left as it is, move it away or name another data folder in ARRTHEAUDIO_HOME");
        }
    }

    @Test
    void a_damaged_page_is_a_problem() throws IOException {
        begin(IntStream.range(0, 200).mapToObj(i -> i + ".mkv").toArray(String[]::new));
        byte[] content = Files.readAllBytes(folder.resolve("arrtheaudio.db"));
        Arrays.fill(content, content.length - 5 * 4096, content.length - 4096, (byte) 0x5A);
        Files.write(folder.resolve("arrtheaudio.db"), content);

        Finding found = expect(folder, Level.PROBLEM, "database", "damaged");
        assertThat(found.remedy()).contains("backup of yours");
    }

    @Test
    void a_newer_database_is_a_problem() {
        make(Steps.LATER);

        Finding found = expect(
                folder,
                Level.PROBLEM,
                "database",
                "a newer ArrTheAudio made it (version " + Migration.newest(Steps.LATER));
        assertThat(found.remedy()).isEqualTo("use that one, or name another data folder in ARRTHEAUDIO_HOME");
    }

    @Test
    void an_older_database_is_well_and_stays_as_it_is() throws IOException {
        make(Steps.FIRST);
        FolderState before = FolderState.of(folder);

        expect(folder, Level.OK, "database", "version 1 of its tables; brought up to date at the next change");

        assertThat(FolderState.of(folder)).isEqualTo(before);
    }

    @Test
    void a_database_that_another_program_keeps_for_itself_is_a_problem() {
        begin("a.mkv");
        Path file = folder.resolve("arrtheaudio.db");
        try (Handle greedy = Database.connect(file, Sqlite.dataSource(file, Sqlite.PATIENCE))) {
            greedy.execute("PRAGMA locking_mode = EXCLUSIVE");
            greedy.execute("CREATE TABLE something (a)");

            expect(folder, Level.PROBLEM, "database", "another program keeps it locked");
        }
    }

    private void make(List<Migration> steps) {
        Database.open(DatabaseSettings.in(folder), InstantSource.system(), steps, Sqlite.PATIENCE)
                .close();
    }

    private void begin(String... files) {
        try (Database database = Database.open(DatabaseSettings.in(folder))) {
            JdbiEditJournal journal = new JdbiEditJournal(database, new InMemoryOwnerLocks());
            for (String file : files) {
                journal.begin(SampleChange.of(file).planned());
            }
        }
    }

    private static Finding expect(Path folder, Level level, String subject, String found) {
        List<Finding> findings = examine(folder);
        return findings.stream()
                .filter(finding -> finding.level() == level
                        && finding.subject().startsWith(subject)
                        && finding.found().contains(found))
                .findFirst()
                .orElseThrow(() -> new AssertionError(findings + " lack " + found));
    }

    private static List<Finding> examine(Path folder) {
        return new DatabaseProbe(DatabaseSettings.in(folder)).examine();
    }
}
