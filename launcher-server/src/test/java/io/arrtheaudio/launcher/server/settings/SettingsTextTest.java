package io.arrtheaudio.launcher.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.failure.AudioFixException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTextTest {

    private static final String SECRET = "S3cr3tS3cr3tS3cr3t";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api: {api_key: S3cr3tS3cr3tS3cr3t, port: 1}",
                "api:\n  api_key: S3cr3tS3cr3tS3cr3t # my key: S3cr3tS3cr3tS3cr3t\n  port: 1",
                "api:\n  webhook_secret: 'S3cr3tS3cr3tS3cr3t'\n",
                "api:\n  webhook_secret: >-\n    S3cr3tS3cr3tS3cr3t\n  port: 1\n",
                "tmdb:\n  api_key: \"S3cr3tS3cr3tS3cr3t\"",
                "tmdb: {api_key: '${TMDB_API_KEY:-S3cr3tS3cr3tS3cr3t}'}",
                "api: {api_key: &key S3cr3tS3cr3tS3cr3t, webhook_secret: *key}",
                "tracing: {headers: 'Authorization=Basic%20S3cr3tS3cr3tS3cr3t'}",
                "tracing:\n  headers: >\n    a=S3cr3tS3cr3tS3cr3t,\n    b=S3cr3tS3cr3tS3cr3t\n  sample: 1",
                "# headers: Authorization=S3cr3tS3cr3tS3cr3t\nengine: auto",
                "# api_key: S3cr3tS3cr3tS3cr3t\nengine: auto",
                "engine: auto # token=S3cr3tS3cr3tS3cr3t",
                "\uFEFFapi: {host: \"\uD83C\uDFB5\", api_key: S3cr3tS3cr3tS3cr3t}"
            })
    void no_secret_is_left(String text) {
        String blotted = blotted(text);

        assertThat(blotted).doesNotContain(SECRET).doesNotContain("S3cr3t").contains(SettingsText.BLOT);
    }

    @Test
    void for_strangers_comments_are_cut_off_too() {
        String text = """
                # my old key was S3cr3tS3cr3tS3cr3t 🎵
                engine: auto # Größe
                api:
                  # and another one:
                  #   S3cr3tS3cr3tS3cr3t
                  host: "a#b" # S3cr3t
                libraries: ['/x #1', /y#2] # S3cr3t
                language_priority:
                - jpn #S3cr3t
                # S3cr3t
                - eng
                mtime: >- # S3cr3t
                  touch
                # S3cr3t
                # the end S3cr3t""";

        assertThat(new SettingsText(file(text)).bare().lines().filter(line -> !line.isEmpty()))
                .containsExactly(
                        "engine: auto",
                        "api:",
                        "  host: \"a#b\"",
                        "libraries: ['/x #1', /y#2]",
                        "language_priority:",
                        "- jpn",
                        "- eng",
                        "mtime: >-",
                        "  touch");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "# S3cr3t", "# S3cr3t\n\n", "---\n# S3cr3t\n...\n# S3cr3t\n", "# S3cr3t\r\nengine: auto\r\n"
            })
    void a_file_of_little_but_comments_is_no_trouble(String text) {
        assertThat(new SettingsText(file(text)).bare()).doesNotContain("S3cr3t").doesNotContain("#");
    }

    @Test
    void everything_else_is_left_as_it_is() {
        String text = """
                # my settings
                language_priority: [jpn, "Größe 🎵"]  # 🎵
                api: {port: 1, api_key: "${ARR_KEY}"}
                tmdb:
                  api_key: S3cr3tS3cr3tS3cr3t
                  enabled: true
                """;

        assertThat(blotted(text)).isEqualTo(text.replace(SECRET, SettingsText.BLOT));
        assertThat(new SettingsText(file(text)).whole()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void what_is_left_asks_for_the_secret_when_it_is_used() {
        Path file = file(blotted("api: {api_key: S3cr3tS3cr3tS3cr3t}"));

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> new SettingsReader(Map.of()).read(file))
                .withMessageContaining("REMOVED_SECRET, which is not set");
    }

    @Test
    void a_file_that_is_not_there_is_a_failure() {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> new SettingsText(folder.resolve("none")).withoutSecrets());
    }

    private String blotted(String text) {
        return new String(new SettingsText(file(text)).withoutSecrets(), StandardCharsets.UTF_8);
    }

    private Path file(String text) {
        try {
            return Files.writeString(folder.resolve("config.yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
