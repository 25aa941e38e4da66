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

    @TempDir
    Path folder;

    @Test
    void no_home_and_no_settings_are_fine() {
        Path film = Jar.sample("ffmpeg.mkv", folder.resolve("film.mkv"));
        Jar.in(folder)
                .environment("HOME", "/nonexistent")
                .run("process", "--languages", "jpn", film.toString())
                .exitsWith(0);
    }

    @Test
    void another_user_may_look_but_not_write() throws IOException, InterruptedException {
        Jar.Result result =
                asNobody().run("process", "--languages", "jpn", "film.mkv").exitsWith(1);
        assertThat(result.err().lines())
                .singleElement()
                .asString()
                .contains("film.mkv", "this user may not write to it");
        assertThat(asNobody().run("inspect", "film.mkv").exitsWith(0).out()).contains("Japanese");
    }

    /** Needs to be root to become somebody else. */
    private Jar asNobody() throws IOException, InterruptedException {
        String[] nobody = {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"};
        assumeTrue(canRun(nobody), "cannot become another user");
        Path jar = folder.resolve("arrtheaudio.jar");
        if (!Files.exists(jar)) {
            Files.copy(Path.of(System.getProperty("arrtheaudio.jar", "target/arrtheaudio.jar")), jar);
            Jar.sample("ffmpeg.mkv", folder.resolve("film.mkv"));
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return Jar.in(folder)
                .environment("HOME", "/nonexistent")
                .packagedAs(jar)
                .through(nobody);
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
