package io.arrtheaudio.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arrtheaudio.domain.edit.Progress;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.port.out.Replacements;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/** A user without root's rights, who cannot give files away; a JVM of its own makes the copies. */
@EnabledOnOs(OS.LINUX)
class OtherUserCopiesTest {

    private static final int NOBODY = 65534;
    private static final List<String> BECOME_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    @TempDir
    static Path classes;

    @TempDir
    Path folder;

    /** Runs as another user: copies the file it is given and tells what came of it. */
    static final class Copying {

        public static void main(String[] args) {
            DiskReplacements replacements = new DiskReplacements();
            Path file = Path.of(args[0]);
            try {
                Path place = replacements.placeFor(file);
                if (!replacements.share(file, place)) {
                    replacements.copy(file, place, Progress.UNWATCHED);
                }
                System.out.println("difference: "
                        + replacements.differenceBetween(file, place).orElse("none"));
                if (args.length > 1) {
                    replacements.swap(place, file);
                } else {
                    replacements.remove(place);
                }
            } catch (AudioFixException e) {
                System.out.println(e.remedy() + ": " + e.getMessage());
            }
        }
    }

    /** Where that user can read them. */
    @BeforeAll
    static void layOutClasses() throws IOException, URISyntaxException {
        assumeTrue(
                MediaTools.works(
                        Stream.concat(BECOME_NOBODY.stream(), Stream.of("true")).toArray(String[]::new)),
                "cannot become another user");
        for (Class<?> type : List.of(
                Copying.class, DiskReplacements.class, Replacements.class, AudioFixException.class, Logger.class)) {
            Path source = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            MediaTools.run(
                    "cp",
                    "-r",
                    source.toString(),
                    classes.resolve(type.getSimpleName() + ".jar").toString());
        }
        MediaTools.run("chmod", "-R", "a+rX", classes.toString());
    }

    @BeforeEach
    void openTheFolder() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    @Test
    void a_file_of_ones_own_is_copied_with_mode_attributes_and_access_list() throws IOException {
        Path file = owned(NOBODY, "rw-rw-r--");
        assumeTrue(
                MediaTools.works("setfattr", "-n", "user.a", "-v", "b", file.toString()),
                "no extended attributes here");
        assumeTrue(MediaTools.works("setfacl", "-m", "u:1234:rw", file.toString()), "no access lists here");
        String before = described(file);
        Object key = Files.readAttributes(file, "unix:ino").get("ino");

        assertThat(copyAsNobody(file, "swap")).isEqualTo("difference: none");

        assertThat(Files.readAttributes(file, "unix:ino").get("ino")).isNotEqualTo(key);
        assertThat(described(file)).contains("user:1234:rw-", "user.a=\"b\"").isEqualTo(before);
    }

    @Test
    void a_file_of_somebody_else_would_change_its_owner() throws IOException {
        Path file = owned(1234, "rw-rw-rw-");

        assertThat(copyAsNobody(file)).contains("owner 65534 instead of 1234", "group 65534 instead of 1234");
    }

    @Test
    void a_file_of_a_group_one_is_not_in_would_change_its_group() throws IOException {
        Path file = owned(NOBODY, "rw-rw-r--");
        Files.setAttribute(file, "unix:gid", 1234);

        assertThat(copyAsNobody(file)).isEqualTo("difference: group 65534 instead of 1234");
    }

    @Test
    void a_file_that_may_not_be_read_is_told_as_such() throws IOException {
        Path file = owned(0, "rw-------");

        assertThat(copyAsNobody(file)).startsWith("FIX_FILE: cannot").contains(file.toString(), "permissions");
    }

    @Test
    void a_folder_that_may_not_be_written_to_is_told_as_such() throws IOException {
        Path file = owned(NOBODY, "rw-rw-r--");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(copyAsNobody(file)).startsWith("FIX_FILE: cannot").contains(file.toString(), "permissions");
    }

    private Path owned(int user, String mode) throws IOException {
        Path file = Files.write(folder.resolve("film.mkv"), new byte[] {1, 2, 3});
        Files.setAttribute(file, "unix:gid", user);
        Files.setAttribute(file, "unix:uid", user);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        return file;
    }

    /** Nothing of what that user made is left beside the file. */
    private String copyAsNobody(Path file, String... swap) throws IOException {
        List<String> command = new ArrayList<>(BECOME_NOBODY);
        command.addAll(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto"));
        command.addAll(List.of("-cp", classPath(), Copying.class.getName(), file.toString()));
        command.addAll(List.of(swap));
        String printed = MediaTools.run(command)
                .lines()
                .filter(line -> !line.startsWith("SLF4J"))
                .toList()
                .get(0);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
        assertThat(file).hasBinaryContent(new byte[] {1, 2, 3});
        return printed;
    }

    private static String classPath() throws IOException {
        try (Stream<Path> jars = Files.list(classes)) {
            return String.join(File.pathSeparator, jars.map(Path::toString).toList());
        }
    }

    private static String described(Path file) {
        return MediaTools.run("getfacl", "-n", "--absolute-names", file.toString())
                + MediaTools.run("getfattr", "-d", "--absolute-names", file.toString())
                + MediaTools.run("stat", "-c", "%a %u %g", file.toString());
    }
}
