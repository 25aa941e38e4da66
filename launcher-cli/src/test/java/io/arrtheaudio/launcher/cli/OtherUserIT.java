package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A user without a home, without settings and without rights, as containers have them. */
@EnabledOnOs(OS.LINUX)
class OtherUserIT {

    private static final int NOBODY = 65534;

    /** Nobody has this number, as it is in a container that is told to run as the owner of the media. */
    private static final int NAMELESS = 4_242_424;

    @TempDir
    Path folder;

    @Test
    void no_home_and_no_settings_are_fine() {
        Path film = Jar.sample("ffmpeg.mkv", folder.resolve("film.mkv"));
        Jar.in(folder)
                .environment("HOME", folder.resolve("no home yet").toString())
                .run("process", "--languages", "jpn", film.toString())
                .exitsWith(0);
    }

    @Test
    void another_user_may_look_but_not_write() throws IOException, InterruptedException {
        Jar.Result result =
                asNobody().run("process", "--languages", "jpn", "film.mkv").exitsWith(1);
        assertThat(result.err().lines()).singleElement().asString().contains("film.mkv", "it may not be written");
        assertThat(asNobody().run("inspect", "film.mkv").exitsWith(0).out()).contains("Japanese");
    }

    /** Defect 28: without settings and a home, a user who is not root got "Permission denied: '/logs'". */
    @Test
    void without_a_place_for_the_journal_nothing_is_changed_and_that_is_told()
            throws IOException, InterruptedException {
        Jar jar = asNobody().environment("ARRTHEAUDIO_HOME", "/nonexistent/data");
        FileState before = FileState.of(ownedByNobody("film.mkv", "rw-r--r--"));

        Jar.Result result = jar.run("process", "--languages", "jpn", "film.mkv").exitsWith(2);

        assertThat(result.err().lines())
                .singleElement()
                .asString()
                .contains("film.mkv", "the data folder /nonexistent/data", "ARRTHEAUDIO_HOME");
        assertThat(FileState.of(folder.resolve("film.mkv"))).isEqualTo(before);
        jar.run("process", "--dry-run", "--languages", "jpn", "film.mkv").exitsWith(0);
    }

    @Test
    void another_user_needs_no_home_and_no_settings_but_a_data_folder() throws IOException, InterruptedException {
        Jar jar = asNobody();
        Path film = ownedByNobody("film.mkv", "rw-r--r--");
        assertThat(jar.run("process", "--languages", "jpn", "film.mkv")
                        .exitsWith(0)
                        .out())
                .startsWith("changed       film.mkv: ");
        assertThat(Films.defaults(film)).containsExactly(2);
    }

    /** Defect 4: a file that its owner had made read-only was replaced. */
    @Test
    void a_read_only_file_stays_as_it_is() throws IOException, InterruptedException {
        Jar jar = asNobody();
        Path film = ownedByNobody("film.mkv", "r--r--r--");
        FileState before = FileState.of(film);
        Jar.Result result = jar.run("process", "--languages", "jpn", "film.mkv").exitsWith(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines())
                .singleElement()
                .asString()
                .contains("cannot change film.mkv: it may not be written");
        assertThat(FileState.of(film)).isEqualTo(before);
    }

    @Test
    void a_folder_that_may_not_be_read_is_told_and_the_scan_goes_on() throws IOException, InterruptedException {
        Jar jar = asNobody();
        ownedByNobody("film.mkv", "rw-r--r--");
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        Jar.Result result = jar.run("scan", "--yes", "--pattern", "film.mkv", "--languages", "jpn", ".")
                .exitsWith(0);
        assertThat(result.out()).contains("changed       ./film.mkv: ");
        assertThat(result.out() + result.err())
                .contains("./closed: this user may not; change the permissions")
                .doesNotContain("Exception");
        assertThat(jar.run("scan", "--yes", "closed").exitsWith(1).err()).contains("closed: this user may not");
    }

    @Test
    void a_user_without_a_name_is_the_owner_of_what_it_makes() throws IOException, InterruptedException {
        Jar jar = as(NAMELESS);
        Path film = ownedBy(NAMELESS, "film.mkv", "rw-r--r--");
        jar.run("process", "--languages", "jpn", "film.mkv").exitsWith(0);
        Path noTemp = Files.createDirectory(folder.resolve("no temp"));

        Jar.Result looks = jar.javaOption("-Djava.io.tmpdir=" + noTemp)
                .run("admin", "doctor")
                .exitsWith(0);

        assertThat(looks.out())
                .containsPattern("ok +owner of .*arrtheaudio.db +" + NAMELESS)
                .contains("1 changes recorded, sound");
        assertThat(Files.getAttribute(film, "unix:uid")).isEqualTo(NAMELESS);
    }

    private Path ownedByNobody(String name, String permissions) throws IOException {
        return ownedBy(NOBODY, name, permissions);
    }

    private Path ownedBy(int user, String name, String permissions) throws IOException {
        Path film = folder.resolve(name);
        Films.aged(film);
        Files.setPosixFilePermissions(film, PosixFilePermissions.fromString(permissions));
        Files.setAttribute(film, "unix:uid", user);
        return film;
    }

    /** Needs to be root to become somebody else. */
    private Jar asNobody() throws IOException, InterruptedException {
        return as(NOBODY);
    }

    private Jar as(int user) throws IOException, InterruptedException {
        String[] other = {"setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups"};
        assumeTrue(canRun(other), "cannot become another user");
        Path jar = folder.resolve("arrtheaudio.jar");
        if (!Files.exists(jar)) {
            Files.copy(Path.of(System.getProperty("arrtheaudio.jar", "target/arrtheaudio.jar")), jar);
            Jar.sample("ffmpeg.mkv", folder.resolve("film.mkv"));
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.setAttribute(data, "unix:uid", user);
        return Jar.in(folder)
                .environment("HOME", "/nonexistent")
                .environment("ARRTHEAUDIO_HOME", data.toString())
                .packagedAs(jar)
                .through(other);
    }

    private static boolean canRun(String... command) {
        try {
            List<String> trial =
                    Stream.concat(Arrays.stream(command), Stream.of("true")).toList();
            return new ProcessBuilder(trial).start().waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }
}
