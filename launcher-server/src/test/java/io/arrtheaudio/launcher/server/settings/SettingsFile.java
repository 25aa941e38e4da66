package io.arrtheaudio.launcher.server.settings;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** A settings file in a temp folder, its report without the folder's name. */
record SettingsFile(Path path, Map<String, String> environment) {

    static SettingsFile in(Path folder, byte[] bytes) {
        try {
            return new SettingsFile(Files.write(folder.resolve("config.yaml"), bytes), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SettingsFile in(Path folder, String text) {
        return in(folder, text.getBytes(StandardCharsets.UTF_8));
    }

    SettingsFile with(Map<String, String> variables) {
        return new SettingsFile(path, variables);
    }

    LoadedSettings read() {
        return new SettingsReader(environment).read(path);
    }

    Settings settings() {
        return read().settings();
    }

    /** One a line, as a text block is written. */
    String notices() {
        return plain(String.join("\n", read().notices()));
    }

    /** One a line, as a text block is written. */
    String problems() {
        AudioFixException failure = catchThrowableOfType(AudioFixException.class, this::read);
        Assertions.assertThat(failure).as("the file was read without a problem").isNotNull();
        Assertions.assertThat(failure.remedy()).isEqualTo(Remedy.FIX_SETTINGS);
        return plain(failure.getMessage());
    }

    private String plain(String report) {
        return report.replace(path.getParent() + "/", "") + "\n";
    }
}
