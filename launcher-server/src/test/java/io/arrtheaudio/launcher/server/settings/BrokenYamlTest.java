package io.arrtheaudio.launcher.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenYamlTest {

    @TempDir
    Path folder;

    @Test
    void a_tab_is_told_with_its_line() {
        assertThat(problems("logging:\n\tlevel: info\n"))
                .isEqualTo("config.yaml:2: is not YAML: a tab stands where YAML wants spaces\n");
    }

    @Test
    void a_quote_that_stays_open_is_told_where_it_opens() {
        assertThat(problems("engine: auto\nmtime: \"touch\nhardlinks: skip\n"))
                .isEqualTo("config.yaml:2: is not YAML: a quote is opened here and not closed\n");
    }

    @Test
    void a_bracket_that_stays_open_is_told() {
        assertThat(problems("language_priority: [eng, jpn\nengine: auto\n"))
                .startsWith("config.yaml:2: is not YAML: a list in [ ] or a section in { } lacks a comma or its end");
    }

    @Test
    void a_second_colon_is_told() {
        assertThat(problems("engine: auto: builtin\n"))
                .startsWith("config.yaml:1: is not YAML: a colon too many, or a line that is indented too deep");
    }

    @Test
    void a_line_that_stands_too_far_left_or_right_is_told() {
        assertThat(problems("logging:\n    level: info\n  format: text\n"))
                .startsWith("config.yaml:3: is not YAML: this does not fit what stands before it");
    }

    @Test
    void a_second_document_is_told() {
        assertThat(problems("engine: auto\n---\nengine: auto\n"))
                .startsWith("config.yaml:2: is not YAML: a second document begins (---)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api: {webhook_secret: *hunter2}",
                "api: {webhook_secret: *hunter2 x}",
                "api: {webhook_secret: !hunter2!x y}",
                "api: {webhook_secret: &hunter2&x y}",
                "api: {webhook_secret: !<hunter2 y}",
                "api: {webhook_secret: @hunter2}",
                "api: {webhook_secret: \"hunter2\" hunter2}",
                "api: {webhook_secret: \"hunter2\\q\"}",
                "api:\n  webhook_secret: 'hunter2",
                "api:\n  webhook_secret hunter2\n  port: 9393",
                "api:\n  webhook_secret: hunter2: hunter2",
                "api:\n  webhook_secret: hunter2\u0001",
                "api:\n  webhook_secret: |9x hunter2",
                "%YAML hunter2\n---\na: b"
            })
    void the_line_that_cannot_be_read_is_never_quoted(String yaml) {
        assertThat(problems(yaml))
                .startsWith("config.yaml:")
                .contains("is not YAML")
                .doesNotContain("hunter2");
    }

    @Test
    void an_alias_bomb_is_defused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [lol, lol]\n");
        for (int i = 1; i <= 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        assertThat(problems(bomb.toString())).isEqualTo("config.yaml: is not YAML: too many aliases (*name)\n");
    }

    @Test
    void a_few_aliases_may_stand_and_one_that_holds_itself_ends() {
        assertThat(SettingsFile.in(folder, """
                path_overrides:
                  - path: /a/**
                    language_priority: &anime [jpn]
                  - path: /b/**
                    language_priority: *anime
                """).settings().rules().policies().rules())
                .hasSize(2);
        assertThat(problems("language_priority: &me [*me]\n"))
                .isEqualTo("config.yaml:1: language_priority: was a list but must be a language such as eng\n");
        assertThat(problems("path_mappings: &me [{remote: *me}]\n")).isEqualTo("""
                        config.yaml:1: path_mappings: needs remote, the folder as the app knows it, and local, the same \
                        folder here
                        config.yaml:1: path_mappings[].remote: was a list but must be a text
                        """);
    }

    @Test
    void deep_nesting_is_told() {
        assertThat(problems("language_priority: " + "[".repeat(100_000)))
                .isEqualTo("config.yaml: is not YAML: lists and sections lie too deep within each other\n");
    }

    @Test
    void a_file_without_an_end_is_not_read_to_its_end() {
        assertThat(new SettingsFile(Path.of("/dev/zero"), Map.of()).problems())
                .isEqualTo("zero: is larger than any settings file (1048576 bytes)\n");
    }

    @Test
    void a_byte_order_mark_is_not_seen() {
        assertThat(SettingsFile.in(folder, "\uFEFFengine: builtin\n").settings().engine())
                .isEqualTo(EngineChoice.BUILTIN);
    }

    @Test
    void bytes_that_are_not_utf_8_are_told_with_their_line() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("engine: auto\n# Fran".getBytes(StandardCharsets.UTF_8));
        bytes.write(0xE7); // c with a cedilla in ISO 8859-1
        bytes.writeBytes("ais\n".getBytes(StandardCharsets.UTF_8));
        assertThat(SettingsFile.in(folder, bytes.toByteArray()).problems())
                .isEqualTo("config.yaml:2: holds bytes that are not UTF-8; save the file as UTF-8\n");
    }

    @Test
    void utf_16_is_not_guessed() {
        assertThat(SettingsFile.in(folder, "engine: auto\n".getBytes(StandardCharsets.UTF_16))
                        .problems())
                .isEqualTo("config.yaml:1: holds bytes that are not UTF-8; save the file as UTF-8\n");
    }

    @Test
    void a_character_that_yaml_forbids_is_told_with_its_line() {
        assertThat(problems("engine: auto\nmtime: touch\u0007\n"))
                .isEqualTo("config.yaml:2: is not YAML: a character that YAML does not allow\n");
    }

    private String problems(String yaml) {
        return SettingsFile.in(folder, yaml).problems();
    }
}
