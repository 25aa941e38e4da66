package io.arrtheaudio.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arrtheaudio.domain.edit.Progress;
import io.arrtheaudio.kit.FolderDisk;
import io.arrtheaudio.kit.ReplacementsContract;
import io.arrtheaudio.kit.TestDisk;
import io.arrtheaudio.port.out.MediaFiles;
import io.arrtheaudio.port.out.Replacements;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class DiskReplacementsTest extends ReplacementsContract {

    private final DiskMediaFiles files = new DiskMediaFiles();
    private final DiskReplacements replacements = new DiskReplacements();
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

    @Override
    protected Replacements replacements() {
        return replacements;
    }

    @Test
    void names_in_any_script_can_be_copied() {
        assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")), "file names are not UTF-8 here");
        Path file = disk.put("Amélie – 千と千尋 🎬.mkv", (byte) 7);

        assertThat(disk.content(copied(file))).containsExactly(7);
    }

    @Test
    void a_copy_keeps_the_mode_whatever_new_files_get() throws Exception {
        for (String mode : new String[] {"rw-r--r--", "rw-rw----", "rwxrwxrwx", "rw-------"}) {
            Path file = disk.put("film.mkv", (byte) 1);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

            Path copy = copied(file);

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                    .isEqualTo(mode);
            assertThat(replacements.differenceBetween(file, copy)).isEmpty();
        }
    }

    @Test
    void a_copy_keeps_owner_and_group() throws Exception {
        Path file = disk.put("film.mkv", (byte) 1);
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can give files away");
        Files.setAttribute(file, "unix:uid", 1234, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(file, "unix:gid", 2345, LinkOption.NOFOLLOW_LINKS);

        Path copy = copied(file);

        assertThat(Files.readAttributes(copy, "unix:uid,gid"))
                .containsEntry("uid", 1234)
                .containsEntry("gid", 2345);
        assertThat(replacements.differenceBetween(file, copy)).isEmpty();
    }

    @Test
    void a_copy_keeps_extended_attributes_and_access_lists() {
        Path file = disk.put("film.mkv", (byte) 1);
        assumeTrue(
                MediaTools.works("setfattr", "-n", "user.origin", "-v", "somewhere", file.toString()),
                "no extended attributes here");
        assumeTrue(MediaTools.works("setfacl", "-m", "u:1234:rw,g:2345:r", file.toString()), "no access lists here");

        Path copy = copied(file);

        assertThat(attributesOf(copy)).contains("user.origin=\"somewhere\"").isEqualTo(attributesOf(file));
        assertThat(accessListOf(copy)).contains("user:1234:rw-").isEqualTo(accessListOf(file));
        assertThat(replacements.differenceBetween(file, copy)).isEmpty();
    }

    @Test
    void a_copy_does_not_take_the_access_list_that_its_folder_gives_to_new_files() {
        Path file = disk.put("film.mkv", (byte) 1);
        assumeTrue(
                MediaTools.works(
                        "setfacl", "-d", "-m", "u:1234:rwx", disk.root().toString()),
                "no access lists here");

        Path copy = copied(file);
        Path dressed = disk.put(replacements.placeFor(file).getFileName().toString(), (byte) 2);
        assertThat(accessListOf(dressed)).contains("user:1234");
        replacements.dressLike(file, dressed);

        assertThat(accessListOf(copy)).doesNotContain("1234").isEqualTo(accessListOf(file));
        assertThat(accessListOf(dressed)).isEqualTo(accessListOf(file));
        assertThat(replacements.differenceBetween(file, dressed)).isEmpty();
    }

    @Test
    void every_difference_is_named() throws Exception {
        Path file = disk.put("film.mkv", (byte) 1);
        Path other = copied(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));

        assertThat(replacements.differenceBetween(file, other)).contains("mode 644 instead of 660");

        replacements.dressLike(file, other);
        assumeTrue(
                MediaTools.works("setfattr", "-n", "user.mine", "-v", "1", other.toString()),
                "no extended attributes here");
        assertThat(replacements.differenceBetween(file, other)).contains("other extended attributes");
    }

    @Test
    void holes_stay_holes() throws Exception {
        Path file = disk.put("film.mkv");
        MediaTools.run("truncate", "-s", "4G", file.toString());
        long free = replacements.freeSpace(file);
        assumeTrue(blocks(file) < 100, "no sparse files here");

        Path copy = copied(file);

        assertThat(Files.size(copy)).isEqualTo(4L << 30);
        assertThat(blocks(copy)).as("free before: " + free).isLessThan(100);
    }

    @Test
    void a_link_or_a_folder_is_not_copied() {
        Path link = disk.symlink("link.mkv", disk.put("film.mkv", (byte) 1));

        for (Path wrong : new Path[] {link, disk.folder("folder.mkv")}) {
            Path place = replacements.placeFor(wrong);
            assertThat(replacements.share(wrong, place)).isFalse();
            assertThat(place).doesNotExist();
        }
    }

    private Path copied(Path file) {
        Path place = replacements.placeFor(file);
        replacements.copy(file, place, Progress.UNWATCHED);
        return place;
    }

    private static long blocks(Path file) {
        return Long.parseLong(
                MediaTools.run("stat", "-c", "%b", file.toString()).strip());
    }

    private static String attributesOf(Path file) {
        return withoutName(MediaTools.run("getfattr", "--absolute-names", "-d", file.toString()), file);
    }

    private static String accessListOf(Path file) {
        return withoutName(MediaTools.run("getfacl", "--absolute-names", "-n", file.toString()), file);
    }

    private static String withoutName(String printed, Path file) {
        return printed.replace(file.toString(), "");
    }
}
