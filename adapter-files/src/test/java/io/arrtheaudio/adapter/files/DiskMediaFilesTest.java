package io.arrtheaudio.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.kit.FolderDisk;
import io.arrtheaudio.kit.Found;
import io.arrtheaudio.kit.MediaFilesContract;
import io.arrtheaudio.kit.TestDisk;
import io.arrtheaudio.port.out.FileFacts;
import io.arrtheaudio.port.out.FindOptions;
import io.arrtheaudio.port.out.MediaFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskMediaFilesTest extends MediaFilesContract {

    private final DiskMediaFiles files = new DiskMediaFiles();
    private FolderDisk disk;

    @BeforeEach
    void layOut(@TempDir Path folder) {
        disk = new FolderDisk(folder);
    }

    @Override
    protected TestDisk disk() {
        return disk;
    }

    @Override
    protected MediaFiles files() {
        return files;
    }

    @Test
    void a_file_system_that_counts_no_links_and_gives_no_keys_is_told_as_such() throws IOException {
        URI archive = URI.create("jar:" + disk.root().resolve("disk.zip").toUri());
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            Path file = Files.write(zip.getPath("/film.mkv"), new byte[] {1, 2});

            FileFacts facts = files.stat(file);

            assertThat(facts.links()).isZero();
            assertThat(facts.mayBeLinked()).isTrue();
            assertThat(facts.identity().key()).isEmpty();
            assertThat(facts.identity().size()).isEqualTo(2);
        }
    }

    @Test
    void a_file_system_without_keys_can_be_walked_through() throws IOException {
        URI archive = URI.create("jar:" + disk.root().resolve("disk.zip").toUri());
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            Path file = Files.write(Files.createDirectories(zip.getPath("/a/b")).resolve("film.mkv"), new byte[1]);
            Found found = new Found();

            files.find(zip.getPath("/"), FindOptions.everything(), found);

            assertThat(found.files()).containsExactly(file);
        }
    }

    @Test
    void a_name_that_is_no_text_is_told_and_the_walk_goes_on() throws Exception {
        Path good = disk.put("good.mkv");
        makeUnspellable("bad\\377.mkv");
        makeUnspellable("bad\\377.txt");
        Found found = new Found();

        files.find(disk.root(), FindOptions.everything(), found);

        assertThat(found.files()).containsExactly(good);
        assertThat(found.passedOver().values()).singleElement().asString().contains("rename it");
    }

    @Test
    void a_folder_that_may_not_be_read_is_told_and_the_walk_goes_on() throws IOException {
        Path good = disk.put("good/film.mkv");
        Path closed = disk.put("closed/film.mkv").getParent();
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("-wx------"));
        assumeFalse(Files.isReadable(closed), "this user may read everything");
        Found found = new Found();

        files.find(disk.root(), FindOptions.everything(), found);

        assertThat(found.files()).containsExactly(good);
        assertThat(found.passedOver()).containsOnlyKeys(closed);
        assertThat(found.passedOver().get(closed)).contains("permissions");
    }

    @Test
    void a_file_that_may_not_be_written_is_told_as_such() throws IOException {
        Path file = disk.put("film.mkv");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        assumeFalse(Files.isWritable(file), "this user may write everything");

        assertThat(files.stat(file).isWritable()).isFalse();
    }

    @Test
    void a_file_in_a_folder_that_may_not_be_entered_is_told_with_the_reason() throws IOException {
        Path file = disk.put("closed/film.mkv");
        Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rw-------"));
        assumeFalse(Files.isExecutable(file.getParent()), "this user may enter everything");

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> files.stat(file))
                .withMessageContaining("permissions")
                .matches(e -> e.remedy() == Remedy.FIX_FILE);
    }

    @Test
    void a_very_deep_tree_is_walked_through() {
        Path deepest = disk.put("d/".repeat(400) + "film.mkv");
        Found found = new Found();

        files.find(disk.root(), FindOptions.everything(), found);

        assertThat(found.files()).containsExactly(deepest);
    }

    @Test
    void special_files_are_not_handed_over() throws Exception {
        assumeTrue(run("mkfifo \"$1/pipe.mkv\"") == 0, "no mkfifo here");
        Found found = new Found();

        files.find(disk.root(), FindOptions.everything(), found);

        assertThat(found.files()).isEmpty();
    }

    @Test
    void an_interrupted_thread_can_look_and_walk_and_stays_interrupted() {
        Path target = disk.put("film.mkv", (byte) 1);
        Found found = new Found();

        Thread.currentThread().interrupt();
        try {
            files.stat(target);
            files.find(disk.root(), FindOptions.everything(), found);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(found.files()).containsExactly(target);
    }

    private void makeUnspellable(String printf) throws Exception {
        assumeTrue(run("> \"$1/$(printf '" + printf + "')\"") == 0, "no shell or no such names here");
    }

    private int run(String script) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", script, "sh", disk.root().toString())
                .redirectErrorStream(true)
                .start()
                .waitFor();
    }
}
