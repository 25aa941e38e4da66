package io.arrtheaudio.adapter.files.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.backup.Backup;
import io.arrtheaudio.domain.backup.BackupFile;
import io.arrtheaudio.domain.backup.BackupLabel;
import io.arrtheaudio.domain.backup.BackupPart;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarArchivesTest {

    private static final BackupLabel LABEL = new BackupLabel(Instant.parse("2026-11-25T13:46:42Z"), "0.1.0", 4, false);
    private static final String NAME = "arrtheaudio_backup_20261125_134642.tar.gz";

    private final TarArchives archives = new TarArchives();

    @TempDir
    private Path folder;

    private Path database;
    private Path out;

    @BeforeEach
    void makeDatabase() throws IOException {
        byte[] bytes = new byte[200_000];
        new Random(7).nextBytes(bytes);
        database = Files.write(folder.resolve("snapshot"), bytes);
        out = Files.createDirectory(folder.resolve("out"));
    }

    @Test
    void what_is_written_is_read_again_byte_for_byte() {
        BackupFile written = write(folder.resolve("b.tar.gz"));

        assertThat(archives.verify(written.file())).isEqualTo(written.backup());
        assertThat(archives.unpack(written.file(), out)).isEqualTo(written.backup());
        assertThat(out.resolve("arrtheaudio.db")).hasSameBinaryContentAs(database);
        assertThat(out.resolve("settings.yaml")).hasContent("engine: auto");
        assertThat(written.backup().label()).isEqualTo(LABEL);
        assertThat(written.backup().has(BackupPart.API_KEY)).isFalse();
    }

    @Test
    void a_folder_gets_a_file_with_the_name_for_it_and_only_this_user_may_read_it() throws IOException {
        BackupFile written = write(folder);

        assertThat(written.file()).isEqualTo(folder.resolve(NAME)).hasSize(written.size());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written.file())))
                .isEqualTo("rw-------");
        assertThat(names(folder)).containsExactlyInAnyOrder("snapshot", "out", NAME);
    }

    @Test
    void what_is_unpacked_only_this_user_may_read() throws IOException {
        archives.unpack(write(folder).file(), out);

        for (String name : names(out)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out.resolve(name))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void another_tar_reads_it() throws IOException, InterruptedException {
        Path file = write(folder).file();

        Process tar = new ProcessBuilder("tar", "-xzf", file.toString(), "-C", out.toString())
                .inheritIO()
                .start();

        assertThat(tar.waitFor()).isZero();
        assertThat(names(out)).containsExactlyInAnyOrder("manifest.txt", "arrtheaudio.db", "settings.yaml");
        assertThat(out.resolve("arrtheaudio.db")).hasSameBinaryContentAs(database);
    }

    @Test
    void no_file_is_overwritten() throws IOException {
        Path film = Files.writeString(folder.resolve("film.mkv"), "a film");

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> write(film))
                .withMessageContaining("there is a file of that name")
                .matches(e -> e.remedy() == Remedy.FIX_SETTINGS);
        assertThat(film).hasContent("a film");
        assertThat(names(folder)).containsExactlyInAnyOrder("snapshot", "out", "film.mkv");
    }

    @Test
    void where_there_is_no_folder_nothing_is_written() {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> write(folder.resolve("none/b.tar.gz")))
                .withMessageContaining("there is no such folder");
    }

    @Test
    void one_that_is_cut_off_anywhere_is_refused() throws IOException {
        byte[] whole = Files.readAllBytes(write(folder).file());
        Path cut = folder.resolve("cut.tar.gz");
        for (int length = 0; length < whole.length; length += length < 2_000 ? 7 : 1_999) {
            Files.write(cut, Arrays.copyOf(whole, length));
            expectRefused(cut);
        }
        Files.write(cut, Arrays.copyOf(whole, whole.length - 1));
        expectRefused(cut);
    }

    @Test
    void one_with_a_changed_byte_is_refused_or_means_the_same() throws IOException {
        Path written = write(folder).file();
        Backup before = archives.verify(written);
        byte[] whole = Files.readAllBytes(written);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Path changed = folder.resolve("changed.tar.gz");
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] bytes = whole.clone();
            bytes[i < 40 ? i : random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(changed, bytes);
            try {
                assertThat(archives.verify(changed)).as("seed %s", seed).isEqualTo(before); // gzip's time and system
            } catch (AudioFixException e) {
                assertThat(e.remedy()).isEqualTo(Remedy.FIX_FILE);
                refused++;
            }
        }
        assertThat(refused).as("seed %s", seed).isGreaterThan(250);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../arrtheaudio.db", "/etc/passwd", "a/../../arrtheaudio.db", "arrtheaudio.db\0/../x", "config.yaml",
                "arrtheaudio.db-wal", ".", "", "manifest.txt", "ARRTHEAUDIO.DB"
            })
    void a_file_that_belongs_to_no_backup_is_refused(String name) {
        expectRefused(ArchiveDraft.listing(ArchiveDraft.line("arrtheaudio.db", "x"), ArchiveDraft.line(name, "evil"))
                .and("arrtheaudio.db", "x")
                .and(name, "evil")
                .end()
                .in(folder));
        expectRefused(ArchiveDraft.listing(ArchiveDraft.line("arrtheaudio.db", "x"))
                .and(name, "x")
                .end()
                .in(folder));
    }

    @ParameterizedTest
    @ValueSource(chars = {'1', '2', '3', '4', '5', '6', '7', 'L', 'K', 'x', 'g', 'S'})
    void links_devices_folders_and_extensions_are_refused(char type) {
        expectRefused(ArchiveDraft.listing(ArchiveDraft.line("arrtheaudio.db", "x"))
                .and("arrtheaudio.db", "x", block -> block[156] = (byte) type)
                .end()
                .in(folder));
    }

    @Test
    void a_plain_file_that_names_a_link_is_refused() {
        expectRefused(ArchiveDraft.listing(ArchiveDraft.line("arrtheaudio.db", "x"))
                .and("arrtheaudio.db", "x", block -> block[157] = '/')
                .end()
                .in(folder));
    }

    @Test
    void a_file_in_a_folder_of_the_archive_is_refused() {
        expectRefused(ArchiveDraft.listing(ArchiveDraft.line("arrtheaudio.db", "x"))
                .and("arrtheaudio.db", "x", block -> block[345] = '.')
                .end()
                .in(folder));
    }

    @Test
    void more_than_the_list_of_contents_says_is_refused() {
        ArchiveDraft fine =
                ArchiveDraft.listing(ArchiveDraft.line("arrtheaudio.db", "x")).and("arrtheaudio.db", "x");
        expectRefused(fine.and("api.key", "evil").end().in(folder));
        expectRefused(ArchiveDraft.listing(ArchiveDraft.line("arrtheaudio.db", "x"))
                .and("arrtheaudio.db", "x")
                .end()
                .raw("evil".getBytes(StandardCharsets.US_ASCII))
                .in(folder));
        expectRefused(ArchiveDraft.listing(ArchiveDraft.line("arrtheaudio.db", "x"))
                .and("arrtheaudio.db", "x")
                .end()
                .raw(new byte[10_000_000]) // a packed bomb of zeros
                .in(folder));
    }

    @Test
    void other_bytes_than_the_list_of_contents_says_are_refused() {
        expectRefused(ArchiveDraft.listing(ArchiveDraft.line("arrtheaudio.db", "x"))
                .and("arrtheaudio.db", "y")
                .end()
                .in(folder));
        expectRefused(ArchiveDraft.listing(ArchiveDraft.line("arrtheaudio.db", "x"))
                .and("arrtheaudio.db", "xx")
                .end()
                .in(folder));
    }

    @Test
    void a_part_that_is_there_twice_is_refused() {
        String line = ArchiveDraft.line("arrtheaudio.db", "x");
        expectRefused(ArchiveDraft.listing(line, line)
                .and("arrtheaudio.db", "x")
                .and("arrtheaudio.db", "x")
                .end()
                .in(folder));
    }

    @Test
    void a_backup_without_a_database_is_refused() {
        expectRefused(ArchiveDraft.listing(ArchiveDraft.line("api.key", "x"))
                .and("api.key", "x")
                .end()
                .in(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999999999999", "-1", "999999999999999999", "1e3", "", "0x10", "1099511627777"})
    void sizes_that_are_none_or_too_large_are_refused(String size) {
        expectRefused(ArchiveDraft.listing("file " + "0".repeat(64) + " " + size + " arrtheaudio.db")
                .and("arrtheaudio.db", "x")
                .end()
                .in(folder));
    }

    @Test
    void what_finds_no_room_is_refused_before_it_is_unpacked() throws IOException {
        Path file = ArchiveDraft.listing("file " + "0".repeat(64) + " " + (1L << 40) + " arrtheaudio.db")
                .and("arrtheaudio.db", "x")
                .end()
                .in(folder);
        if (Files.getFileStore(out).getUsableSpace() < 1L << 40) {
            assertThatExceptionOfType(AudioFixException.class)
                    .isThrownBy(() -> archives.unpack(file, out))
                    .withMessageContaining("make room");
        }
        assertThat(names(out)).isEmpty();
    }

    @Test
    void a_list_of_contents_without_end_is_refused() {
        expectRefused(new ArchiveDraft()
                .and(ContentsText.FILE_NAME, "arrtheaudio backup 1\n" + "x".repeat(100_000))
                .end()
                .in(folder));
    }

    @Test
    void one_of_a_later_form_says_so() {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> archives.verify(new ArchiveDraft()
                        .and(ContentsText.FILE_NAME, "arrtheaudio backup 2\n")
                        .end()
                        .in(folder)))
                .withMessageContaining("a newer ArrTheAudio made it");
    }

    @Test
    void what_is_no_backup_at_all_is_refused() throws IOException {
        expectRefused(Files.writeString(folder.resolve("text"), "not packed"));
        expectRefused(Files.createFile(folder.resolve("empty")));
        expectRefused(folder.resolve("none"));
        expectRefused(folder);
        expectRefused(new ArchiveDraft().end().in(folder));
        expectRefused(new ArchiveDraft().in(folder));
    }

    @Test
    void sizes_beyond_eight_gibibytes_are_written_and_read() throws IOException {
        TarHeader large = new TarHeader("arrtheaudio.db", 9L << 30, Instant.parse("2026-11-25T13:46:42Z"));

        assertThat(TarHeader.of(large.block())).isEqualTo(large);
    }

    @Test
    void the_newest_are_kept_and_nothing_else_is_removed() throws IOException {
        for (int day = 10; day < 16; day++) {
            Files.createFile(out.resolve("arrtheaudio_backup_202611" + day + "_000000.tar.gz"));
        }
        Files.createFile(out.resolve("arrtheaudio_backup_mine.tar.gz"));
        Files.createDirectory(out.resolve("arrtheaudio_backup_20261101_000000.tar.gz"));

        assertThat(archives.keepNewest(out, "arrtheaudio_backup_[0-9]{8}_[0-9]{6}\\.tar\\.gz", 2))
                .isEqualTo(4);
        assertThat(names(out))
                .containsExactlyInAnyOrder(
                        "arrtheaudio_backup_20261114_000000.tar.gz",
                        "arrtheaudio_backup_20261115_000000.tar.gz",
                        "arrtheaudio_backup_mine.tar.gz",
                        "arrtheaudio_backup_20261101_000000.tar.gz");
    }

    private BackupFile write(Path place) {
        return archives.write(
                place,
                NAME,
                LABEL,
                database,
                Map.of(BackupPart.SETTINGS, "engine: auto\n".getBytes(StandardCharsets.UTF_8)));
    }

    private void expectRefused(Path file) {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> archives.verify(file))
                .withMessageContaining("nothing was changed")
                .matches(e -> e.remedy() == Remedy.FIX_FILE);
        assertThatExceptionOfType(AudioFixException.class).isThrownBy(() -> archives.unpack(file, out));
        try (Stream<Path> left = Files.list(out)) {
            left.forEach(TarArchivesTest::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
