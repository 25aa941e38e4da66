package io.arrtheaudio.launcher.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrtheaudio.adapter.tmdb.TmdbSettings;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.service.CacheRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsPlacesTest {

    @TempDir
    Path folder;

    @Test
    void places_are_the_home_the_container_folder_and_the_desktop_folder() {
        assertThat(places(Map.of("ARRTHEAUDIO_HOME", "/srv/arr", "XDG_CONFIG_HOME", "/x", "HOME", "/home/me")))
                .containsExactly("/srv/arr/config.yaml", "/config/config.yaml", "/x/arrtheaudio/config.yaml");
        assertThat(places(Map.of("HOME", "/home/me")))
                .containsExactly("/config/config.yaml", "/home/me/.config/arrtheaudio/config.yaml");
        assertThat(places(Map.of("ARRTHEAUDIO_HOME", "", "XDG_CONFIG_HOME", "relative", "HOME", "/home/me")))
                .containsExactly("/config/config.yaml", "/home/me/.config/arrtheaudio/config.yaml");
        assertThat(places(Map.of())).containsExactly("/config/config.yaml");
    }

    @Test
    void the_first_file_that_is_there_holds() throws IOException {
        write("desktop/arrtheaudio", "engine: builtin");
        assertThat(find().settings().engine()).isEqualTo(EngineChoice.BUILTIN);
        write("container", "mtime: preserve");
        assertThat(find().settings().engine()).isEqualTo(EngineChoice.AUTO);
        write("home", "processing: {worker_count: 9}");
        assertThat(find().settings().run().workers()).isEqualTo(9);
        assertThat(find().source()).isEqualTo(folder.resolve("home/config.yaml").toString());
    }

    @Test
    void no_file_at_all_is_fine() {
        assertThat(find()).isEqualTo(LoadedSettings.WITHOUT_FILE);
    }

    @Test
    void without_a_file_the_key_of_the_environment_is_taken() {
        assertThat(find("hunter2").settings())
                .isEqualTo(Settings.DEFAULT.with(
                        new LookupSettings(true, TmdbSettings.withKey("hunter2"), CacheRules.DEFAULT, List.of())));
        assertThat(find("").settings()).isEqualTo(Settings.DEFAULT);
        assertThatThrownBy(() -> find("hunter 2"))
                .isInstanceOf(AudioFixException.class)
                .hasMessage(
                        "environment: the variable TMDB_API_KEY must be letters, digits and signs without spaces; is"
                                + " there more than the key in it?");
    }

    private LoadedSettings find() {
        return find("");
    }

    private LoadedSettings find(String key) {
        Map<String, String> environment = Map.of(
                "ARRTHEAUDIO_HOME", folder.resolve("home").toString(),
                "XDG_CONFIG_HOME", folder.resolve("desktop").toString(),
                "TMDB_API_KEY", key);
        return new SettingsReader(environment, folder.resolve("container")).findAndRead();
    }

    private void write(String place, String yaml) throws IOException {
        Path file = Files.createDirectories(folder.resolve(place)).resolve("config.yaml");
        Files.writeString(file, yaml);
    }

    private static List<String> places(Map<String, String> environment) {
        return new SettingsReader(environment)
                .places().stream().map(Path::toString).toList();
    }
}
