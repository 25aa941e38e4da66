package io.arrtheaudio.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arrtheaudio.domain.edit.Bytes;
import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.Ending;
import io.arrtheaudio.domain.edit.Patch;
import io.arrtheaudio.domain.edit.Progress;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Obstacle;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.kit.LoopDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** File systems that share the bytes of files and such that do not, full ones and read-only ones. */
@EnabledOnOs(OS.LINUX)
class ReplacementsOnRealDisksTest {

    private static final int MEBIBYTE = 1 << 20;

    private final DiskMediaFiles files = new DiskMediaFiles();
    private final DiskReplacements replacements = new DiskReplacements();

    @ParameterizedTest
    @EnumSource
    void files_share_their_bytes_where_the_disk_can(LoopDisk.Kind kind) throws IOException {
        try (LoopDisk disk = LoopDisk.of(kind)) {
            Path file = film(disk, 8 * MEBIBYTE);
            Path place = replacements.placeFor(file);
            MediaTools.run("sync", "-f", file.toString());
            long free = replacements.freeSpace(file);

            assertThat(replacements.share(file, place)).isEqualTo(kind.sharesBytes());

            assertThat(Files.exists(place)).isEqualTo(kind.sharesBytes());
            if (kind.sharesBytes()) {
                assertThat(place).hasSameBinaryContentAs(file);
                assertThat(replacements.differenceBetween(file, place)).isEmpty();
                MediaTools.run("sync", "-f", file.toString());
                assertThat(free - replacements.freeSpace(file)).isLessThan(4 * MEBIBYTE);
            }
        }
    }

    /** The whole way of a file that is seeded under another name. */
    @ParameterizedTest
    @EnumSource
    void the_other_name_keeps_its_bytes_and_its_file(LoopDisk.Kind kind) throws IOException {
        try (LoopDisk disk = LoopDisk.of(kind)) {
            Path file = film(disk, MEBIBYTE);
            MediaTools.run("chown", "1234:2345", file.toString());
            assumeTrue(MediaTools.works("setfacl", "-m", "u:3456:rw", file.toString()), "no access lists here");
            byte[] old = Files.readAllBytes(file);
            Path seed = Files.createLink(disk.root().resolve("seed.mkv"), file);
            String key = files.stat(seed).identity().key();
            Path place = replacements.placeFor(file);

            if (!replacements.share(file, place)) {
                replacements.copy(file, place, Progress.UNWATCHED);
            }
            assertThat(replacements.differenceBetween(file, place)).isEmpty();
            assertThat(accessOf(place)).isEqualTo(accessOf(file)).contains("1234");
            new PatchWriter().write(files.stat(place).identity(), firstByteOf(old));
            replacements.swap(place, file);

            assertThat(seed).hasBinaryContent(old);
            assertThat(files.stat(seed).identity().key()).isEqualTo(key);
            assertThat(files.stat(seed).links()).isEqualTo(1);
            assertThat(Files.readAllBytes(file)[0]).isEqualTo((byte) ~old[0]);
            assertThat(namesOn(disk)).containsExactlyInAnyOrder("film.mkv", "seed.mkv");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TMPFS", "EXT4"})
    void a_disk_that_gets_full_leaves_the_file_and_nothing_else(LoopDisk.Kind kind) throws IOException {
        try (LoopDisk disk = LoopDisk.of(kind, 16)) {
            Path file = film(disk, 9 * MEBIBYTE);
            byte[] old = Files.readAllBytes(file);

            assertThatExceptionOfType(AudioFixException.class)
                    .isThrownBy(() -> replacements.copy(file, replacements.placeFor(file), Progress.UNWATCHED))
                    .withMessageContaining(file.toString())
                    .withMessageMatching(".*the disk is full: of 9437184 bytes [1-9]\\d* found no room.*")
                    .matches(e -> e.remedy() == Remedy.RETRY_LATER && e.obstacle() == Obstacle.DISK_FULL);

            assertThat(file).hasBinaryContent(old);
            assertThat(namesOn(disk)).containsExactly("film.mkv");
        }
    }

    @Test
    void a_read_only_disk_is_told_as_such() throws IOException {
        try (LoopDisk disk = LoopDisk.of(LoopDisk.Kind.TMPFS)) {
            Path file = film(disk, 10);
            Path place = replacements.placeFor(file);
            disk.makeReadOnly();

            assertThatExceptionOfType(AudioFixException.class)
                    .isThrownBy(() -> replacements.copy(file, place, Progress.UNWATCHED))
                    .withMessageContaining(file.toString())
                    .withMessageContaining("Read-only file system")
                    .matches(e -> e.remedy() == Remedy.FIX_FILE);
            assertThat(replacements.share(file, place)).isFalse();
            assertThat(namesOn(disk)).containsExactly("film.mkv");
        }
    }

    @Test
    void a_change_that_finds_no_room_to_append_leaves_the_old_file() throws IOException {
        try (LoopDisk disk = LoopDisk.of(LoopDisk.Kind.TMPFS)) {
            Path file = film(disk, 10 * MEBIBYTE);
            byte[] old = Files.readAllBytes(file);
            Bytes more = Bytes.of(new byte[7 * MEBIBYTE]);
            EditPlan plan = new EditPlan(firstByteOf(old).patches(), Ending.appended(old.length, more), "append");

            assertThatExceptionOfType(AudioFixException.class)
                    .isThrownBy(() -> new PatchWriter().write(files.stat(file).identity(), plan))
                    .withMessageContaining("No space left on device")
                    .withMessageContaining("it is as it was")
                    .matches(e -> e.remedy() == Remedy.RETRY_LATER && e.obstacle() == Obstacle.DISK_FULL);

            assertThat(file).hasBinaryContent(old);
        }
    }

    @Test
    void a_disk_is_gone_after_its_test() {
        Path root;
        try (LoopDisk disk = LoopDisk.of(LoopDisk.Kind.EXT4)) {
            root = disk.root();
        }

        assertThat(root.getParent()).doesNotExist();
        assertThat(MediaTools.run("cat", "/proc/self/mounts")).doesNotContain(root.toString());
    }

    private static String accessOf(Path file) {
        return MediaTools.run("getfacl", "--absolute-names", "-n", file.toString())
                .replace(file.toString(), "");
    }

    private static Path film(LoopDisk disk, int size) throws IOException {
        byte[] content = new byte[size];
        new Random(20260101).nextBytes(content);
        return Files.write(disk.root().resolve("film.mkv"), content);
    }

    private static EditPlan firstByteOf(byte[] content) {
        Patch patch = new Patch(0, Bytes.of(content[0]), Bytes.of((byte) ~content[0]));
        return new EditPlan(List.of(patch), "flip the first byte");
    }

    private static List<String> namesOn(LoopDisk disk) throws IOException {
        try (Stream<Path> paths = Files.list(disk.root())) {
            return paths.map(path -> path.getFileName().toString())
                    .filter(name -> !name.equals("lost+found"))
                    .toList();
        }
    }
}
