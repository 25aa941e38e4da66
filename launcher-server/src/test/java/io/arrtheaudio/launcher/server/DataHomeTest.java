package io.arrtheaudio.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataHomeTest {

    private static final Map<String, String> ALL =
            Map.of("ARRTHEAUDIO_HOME", "/srv/arr", "XDG_DATA_HOME", "/x", "HOME", "/home/me");

    @TempDir
    Path temp;

    @Test
    void the_named_folder_comes_first() throws IOException {
        Files.createDirectory(temp.resolve("config"));
        assertThat(home(ALL)).isEqualTo(Path.of("/srv/arr"));
    }

    @Test
    void a_relative_one_is_refused() {
        AudioFixException failure =
                catchThrowableOfType(AudioFixException.class, () -> home(Map.of("ARRTHEAUDIO_HOME", "data")));

        assertThat(failure.remedy()).isEqualTo(Remedy.FIX_SETTINGS);
        assertThat(failure).hasMessageContaining("'data' is no absolute path");
    }

    @Test
    void the_container_folder_comes_next_if_it_is_there() throws IOException {
        Map<String, String> environment = Map.of("ARRTHEAUDIO_HOME", "", "XDG_DATA_HOME", "/x", "HOME", "/home/me");
        assertThat(home(environment)).isEqualTo(Path.of("/x/arrtheaudio"));
        Path container = Files.createDirectory(temp.resolve("config"));
        assertThat(home(environment)).isEqualTo(container);
    }

    @Test
    void a_file_of_that_name_is_no_folder() throws IOException {
        Files.createFile(temp.resolve("config"));
        assertThat(home(Map.of("HOME", "/home/me"))).isEqualTo(Path.of("/home/me/.local/share/arrtheaudio"));
    }

    @Test
    void a_container_folder_that_cannot_be_written_to_is_passed_over() throws IOException {
        Path container = Files.createDirectory(temp.resolve("config"));
        Files.setPosixFilePermissions(container, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeFalse(Files.isWritable(container), "root may write everywhere");
        assertThat(home(Map.of("HOME", "/home/me"))).isEqualTo(Path.of("/home/me/.local/share/arrtheaudio"));
    }

    @Test
    void desktop_folders_must_be_absolute() {
        assertThat(home(Map.of("XDG_DATA_HOME", "relative", "HOME", "/home/me")))
                .isEqualTo(Path.of("/home/me/.local/share/arrtheaudio"));
    }

    @Test
    void without_any_place_it_says_what_to_set() {
        for (Map<String, String> environment :
                List.of(Map.<String, String>of(), Map.of("HOME", ""), Map.of("HOME", "me"))) {
            AudioFixException failure = catchThrowableOfType(AudioFixException.class, () -> home(environment));
            assertThat(failure.remedy()).isEqualTo(Remedy.FIX_SETTINGS);
            assertThat(failure).hasMessageContaining("set ARRTHEAUDIO_HOME to a folder that stays");
        }
    }

    @Test
    void a_name_that_is_no_path_is_told_with_its_variable() {
        AudioFixException failure =
                catchThrowableOfType(AudioFixException.class, () -> home(Map.of("ARRTHEAUDIO_HOME", "a\0b")));
        assertThat(failure.remedy()).isEqualTo(Remedy.FIX_SETTINGS);
        assertThat(failure).hasMessageContaining("the variable ARRTHEAUDIO_HOME");
    }

    private Path home(Map<String, String> environment) {
        return new DataHome(environment, temp.resolve("config")).folder();
    }
}
