package io.arrtheaudio.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.domain.health.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told about folders that are well and folders that are not; nothing may be left in any of them. */
class LibraryProbeTest {

    @TempDir
    Path outer;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(outer.resolve("films"));
    }

    @Test
    void a_folder_that_is_well_is_told_in_one_line_and_nothing_is_left_there() throws IOException {
        assertThat(found(new OnlySharing(true)))
                .filteredOn(finding -> !finding.found().contains("number of names"))
                .first()
                .satisfies(finding -> {
                    assertThat(finding.level()).isEqualTo(Level.OK);
                    assertThat(finding.subject()).isEqualTo("library " + folder);
                    assertThat(finding.found()).matches("\\S+, [0-9.]+ [MGT]B free, hard links yes, reflinks yes");
                });
        assertThatItIsEmpty();
    }

    @Test
    void a_disk_that_cannot_share_bytes_is_no_problem() throws IOException {
        assertThat(found(new OnlySharing(false)))
                .anyMatch(finding -> finding.found().endsWith("hard links yes, reflinks no"))
                .noneMatch(finding -> finding.level() == Level.PROBLEM);
        assertThatItIsEmpty();
    }

    @Test
    void a_folder_that_is_not_there_is_a_problem() {
        Path gone = outer.resolve("gone");

        assertThat(found(gone))
                .containsExactly(Finding.problem(
                        "library " + gone,
                        "there is no such folder",
                        "mount the disk it is on, or correct its path in the settings"));
    }

    @Test
    void a_file_in_the_place_of_a_folder_is_a_problem_and_stays_as_it_is() throws IOException {
        Path file = Files.writeString(outer.resolve("film.mkv"), "film");

        assertThat(found(file))
                .singleElement()
                .satisfies(finding -> assertThat(finding.found()).isEqualTo("it is a file and no folder"));
        assertThat(file).hasContent("film");
    }

    @Test
    void a_folder_on_a_disk_mounted_for_reading_only_is_a_problem() {
        try (SmallDisk disk = SmallDisk.inMemory(folder, "ro")) {
            assertThat(problem(found(disk.folder()))).isEqualTo("nothing can be written to it: Read-only file system");
        }
    }

    @Test
    void a_folder_whose_permissions_keep_this_user_from_writing_is_a_problem() throws IOException {
        assumeTrue(!System.getProperty("user.name").equals("root"), "root may write everywhere");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));

        assertThat(problem(found(folder))).startsWith("nothing can be written to it: this user may not");
    }

    @Test
    void a_full_disk_is_a_problem_and_nothing_is_left_there() throws IOException {
        try (SmallDisk disk = SmallDisk.inMemory(folder, "size=8k")) {
            assertThat(problem(found(disk.folder()))).contains("No space left on device");
            assertThatItIsEmpty();
        }
    }

    @Test
    void a_disk_of_layers_is_a_warning() throws IOException {
        try (SmallDisk layers = SmallDisk.inMemory(outer, "size=1m")) {
            for (String name : List.of("lower", "upper", "work", "films")) {
                Files.createDirectory(layers.folder().resolve(name));
            }
            String options = "lowerdir=" + outer + "/lower,upperdir=" + outer + "/upper,workdir=" + outer + "/work";
            try (SmallDisk disk = SmallDisk.mounted(folder, "overlay", options)) {
                assertThat(found(disk.folder()))
                        .anyMatch(finding -> finding.level() == Level.WARNING
                                && finding.found().startsWith("its file system is overlay"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nfs", "nfs4", "cifs", "smb3", "fuse.mergerfs", "fuse.sshfs", "fuseblk", "overlay", "9p"})
    void what_tells_of_another_disk_is_not_to_be_trusted(String type) {
        assertThat(FolderExamination.isSecondHand(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs", "btrfs", "zfs", "apfs", "tmpfs", "bcachefs", "f2fs", "ntfs3"})
    void what_is_a_disk_itself_is(String type) {
        assertThat(FolderExamination.isSecondHand(type)).isFalse();
    }

    @Test
    void few_open_files_are_a_warning() throws IOException {
        Path limits = Files.writeString(
                outer.resolve("limits"),
                "Limit                     Soft Limit           Hard Limit           Units     \n"
                        + "Max open files            256                  1048576              files     \n");

        assertThat(new Surroundings(limits, "UTF-8").findings())
                .containsExactly(
                        Finding.warning(
                                "open files",
                                "256 at most, fewer than 1024",
                                "raise the limit: ulimit -n 4096, or LimitNOFILE=4096 in a systemd unit"),
                        Finding.ok("names of files", "UTF-8"));
    }

    @Test
    void an_encoding_that_knows_few_letters_is_a_warning() {
        assertThat(new Surroundings(outer.resolve("none"), "ANSI_X3.4-1968").findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.level()).isEqualTo(Level.WARNING);
                    assertThat(finding.remedy()).contains("LC_ALL=C.UTF-8");
                });
    }

    @Test
    void a_glance_writes_nothing_and_finds_the_same_problems() throws IOException {
        assertThat(new FolderProbe(folder).examine()).containsExactly(Finding.ok("library " + folder, "it is there"));
        Files.delete(folder);
        assertThat(new FolderProbe(folder).examine()).isEqualTo(found(folder));
    }

    @Test
    void the_system_is_looked_at_apart() {
        assertThat(new SystemProbe().examine())
                .filteredOn(finding -> finding.subject().equals("names of files"))
                .hasSize(1);
    }

    private List<Finding> found(OnlySharing sharing) {
        return new LibraryProbe(List.of(folder), sharing).examine();
    }

    private static List<Finding> found(Path folder) {
        return new LibraryProbe(List.of(folder), new OnlySharing(false)).examine();
    }

    private static String problem(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.level() == Level.PROBLEM)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no problem in " + findings))
                .found();
    }

    private void assertThatItIsEmpty() throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }
}
