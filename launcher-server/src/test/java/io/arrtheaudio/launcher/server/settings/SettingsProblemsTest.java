package io.arrtheaudio.launcher.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsProblemsTest {

    @TempDir
    Path folder;

    @Test
    void all_problems_are_in_one_report_in_the_order_of_the_file() {
        assertThat(problems("""
                langauge_priority: [eng]
                selection:
                  ranking: most-chanels
                  original_language: maybe
                engine: ffmpeg
                processing:
                  worker_count: two
                min_age: soon
                execution: {dry_run: perhaps}
                """)).isEqualTo("""
                config.yaml:1: langauge_priority: is not known; did you mean language_priority?
                config.yaml:3: selection.ranking: was 'most-chanels' but must be one of keep-current, most-channels, \
                stereo, most-compatible, first; did you mean most-channels?
                config.yaml:4: selection.original_language: was 'maybe' but must be one of prefer, ignore
                config.yaml:5: engine: was 'ffmpeg' but must be one of auto, builtin, tools
                config.yaml:7: processing.worker_count: was 'two' but must be a whole number from 1 to 256
                config.yaml:8: min_age: was 'soon' but must be a time such as 60s, 5m, 2h or 1d; a bare number counts \
                seconds
                config.yaml:9: execution.dry_run: was 'perhaps' but must be true or false
                """);
    }

    @Test
    void an_unknown_key_names_the_nearest_the_one_elsewhere_or_all() {
        assertThat(problems("""
                ranking: first
                mtimes: touch
                logging:
                  levle: info
                  colour: true
                path_overrides:
                  - path: /a/**
                    langauges: [eng]
                    untaged: eng
                    disabled_tracks: ignore
                """)).isEqualTo("""
                config.yaml:1: ranking: is not known; did you mean selection.ranking?
                config.yaml:2: mtimes: is not known; did you mean mtime?
                config.yaml:4: logging.levle: is not known; did you mean logging.level?
                config.yaml:5: logging.colour: is not known; known here: format, level, output, max_size_mb, keep
                config.yaml:8: path_overrides[].langauges: is not known; known here: path, language_priority, \
                original_language, ranking, untagged
                config.yaml:9: path_overrides[].untaged: is not known; did you mean path_overrides[].untagged?
                config.yaml:10: path_overrides[].disabled_tracks: is not known; did you mean selection.disabled_tracks?
                """);
    }

    @Test
    void a_value_of_another_type_is_told_by_its_kind() {
        assertThat(problems("""
                language_priority: eng
                path_overrides:
                  path: /a/**
                selection: prefer
                containers: [mkv]
                logging:
                  level: [info]
                  output: {file: x}
                """)).isEqualTo("""
                config.yaml:1: language_priority: was 'eng' but must be a list of languages such as [jpn, eng]
                config.yaml:3: path_overrides: was a section but must be a list, each item with keys and values
                config.yaml:4: selection: was 'prefer' but must be a section of keys with values
                config.yaml:5: containers: was a list but must be a section of keys with values
                config.yaml:7: logging.level: was a list but must be one of error, warn, info, debug, trace
                config.yaml:8: logging.output: was a section but must be stderr, stdout or the path of a log file
                """);
    }

    @Test
    void a_film_is_no_place_for_a_log() {
        assertThat(problems("""
                logging: {output: /media/film.MKV}
                """)).isEqualTo("""
                config.yaml:1: logging.output: was '/media/film.MKV' but must be stderr, stdout or the path of a log file
                """);
    }

    @Test
    void a_key_written_twice_is_told_with_both_lines() {
        assertThat(problems("""
                engine: auto
                logging:
                  level: info
                  format: text
                  level: debug
                engine: builtin
                """)).isEqualTo("""
                config.yaml:5: logging.level: is written twice, before in line 3
                config.yaml:6: engine: is written twice, before in line 1
                """);
    }

    @Test
    void sizes_programs_and_folders_say_what_they_must_be() {
        assertThat(problems("""
                hardlink_copy_limit: 500 giga
                tools:
                  ffmpeg: ""
                  ffprobe: bin/ffprobe
                libraries: [media, /data/films]
                processing: {timeout_seconds: 0}
                allow_tail_tracks: perhaps
                """)).isEqualTo("""
                config.yaml:1: hardlink_copy_limit: was '500 giga' but must be a size such as 500GB or 1.5TiB, or none; \
                a bare number counts bytes
                config.yaml:3: tools.ffmpeg: was '' but must be the name of a program or its absolute path
                config.yaml:4: tools.ffprobe: was 'bin/ffprobe' but must be the name of a program or its absolute path
                config.yaml:5: libraries: was 'media' but must be an absolute path such as /data/media
                config.yaml:6: processing.timeout_seconds: was '0' but must be a whole number, 1 or more
                config.yaml:7: allow_tail_tracks: was 'perhaps' but must be true or false
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "-1", "5 XB", "GB", "1.5.2GB", "99999999TB", "[5GB]", "unlimited"})
    void what_is_no_size_is_told(String written) {
        assertThat(problems("hardlink_copy_limit: " + written)).startsWith("config.yaml:1: hardlink_copy_limit: was ");
    }

    @Test
    void a_bad_pattern_and_a_missing_one_are_told() {
        assertThat(problems("""
                path_overrides:
                  - path: "/media/[anime/**"
                  - path: "/media/[z-a]/**"
                  - language_priority: [jpn]
                  - /media/anime/**
                """).lines())
                .satisfiesExactly(
                        open -> assertThat(open)
                                .startsWith("config.yaml:2: path_overrides[].path: was no pattern: glob"
                                        + " '/media/[anime/**' opens a bracket that it does not close"),
                        backwards -> assertThat(backwards)
                                .startsWith("config.yaml:3: path_overrides[].path: was no pattern: ")
                                .contains("z-a"),
                        missing -> assertThat(missing)
                                .isEqualTo("config.yaml:4: path_overrides: needs a path, the pattern of the files it"
                                        + " is for"),
                        text -> assertThat(text)
                                .isEqualTo("config.yaml:5: path_overrides: was '/media/anime/**' but must be a section"
                                        + " of keys with values"));
    }

    @Test
    void numbers_and_times_have_limits() {
        assertThat(problems("""
                min_age: -5s
                processing: {worker_count: 0}
                api: {port: 99999999999}
                tmdb: {cache_ttl_days: -1}
                """)).isEqualTo("""
                config.yaml:1: min_age: was '-5s' but must be a time such as 60s, 5m, 2h or 1d; a bare number counts \
                seconds
                config.yaml:2: processing.worker_count: was '0' but must be a whole number from 1 to 256
                config.yaml:3: api.port: was '99999999999' but must be a whole number from 0 to 65535
                config.yaml:4: tmdb.cache_ttl_days: was '-1' but must be a whole number from 0 to 180, as TMDB's terms of use \
                permit no more than six months
                """);
    }

    @Test
    void a_variable_that_is_not_set_is_named() {
        assertThat(file("""
                language_priority: ["${FIRST}", eng]
                engine: ${ENGINE:-bultin}
                hardlinks: ${LINKS}
                mtime: ${not a variable}
                min_age: "${OPEN"
                """).with(Map.of("LINKS", "break")).problems()).isEqualTo("""
                config.yaml:1: language_priority: needs the variable FIRST, which is not set; set it or write \
                ${FIRST:-default}
                config.yaml:2: engine: was 'bultin' but must be one of auto, builtin, tools; did you mean builtin?
                config.yaml:3: hardlinks: was 'break' but must be one of skip, copy, edit
                config.yaml:4: mtime: holds a '${' that begins no variable; write ${NAME} or ${NAME:-default}
                config.yaml:5: min_age: holds a '${' that begins no variable; write ${NAME} or ${NAME:-default}
                """);
    }

    @Test
    void what_a_variable_gives_is_told_beside_its_name() {
        assertThat(file("processing: {worker_count: '${WORKERS}'}")
                        .with(Map.of("WORKERS", "many"))
                        .problems())
                .isEqualTo("""
                config.yaml:1: processing.worker_count: was '${WORKERS}', which gives 'many', but must be a whole \
                number from 1 to 256
                """);
    }

    @Test
    void no_message_shows_a_secret() {
        assertThat(problems("""
                api:
                  webhook_secret: [hunter2]
                  api_key: {key: hunter2}
                tmdb:
                  api_key:
                    - hunter2
                  api_kye: hunter2
                """)).isEqualTo("""
                config.yaml:2: api.webhook_secret: was a list but must be none, or letters, digits and signs \
                without spaces
                config.yaml:3: api.api_key: was a section but must be none, or letters, digits and signs \
                without spaces
                config.yaml:6: tmdb.api_key: was a list but must be a key or an access token for TMDB
                config.yaml:7: tmdb.api_kye: is not known; did you mean tmdb.api_key?
                """);
    }

    @Test
    void a_list_at_the_top_is_no_settings_file() {
        assertThat(problems("""

                - eng
                - jpn
                """)).isEqualTo("""
                config.yaml:2: was a list but must be keys with values such as 'language_priority: [eng]'
                """);
    }

    @Test
    void a_key_that_is_no_word_is_told() {
        assertThat(problems("""
                engine: auto
                ? [a, b]
                : c
                "bad\\nkey": 1
                7: 8
                """)).isEqualTo("""
                config.yaml:2: a key must be a word, not a list or a section
                config.yaml:4: bad key: is not known; known here: %1$s
                config.yaml:5: 7: is not known; known here: %1$s
                """.formatted(everyKeyAtTheTop()));
    }

    private static String everyKeyAtTheTop() {
        return Keys.all().stream()
                .map(key -> key.path().replaceFirst("[.\\[].*", ""))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThat(new SettingsFile(folder.resolve("none.yaml"), Map.of()).problems())
                .isEqualTo("none.yaml: there is no such file\n");
    }

    @Test
    void a_folder_is_no_file() {
        assertThat(new SettingsFile(folder, Map.of()).problems())
                .isEqualTo(folder.getFileName() + ": cannot be read: it is a folder; name the file in it\n");
    }

    @Test
    void a_report_ends_somewhere() {
        String report = problems("language_priority:\n" + "  - [a]\n".repeat(500));
        assertThat(report.lines()).hasSize(101);
        assertThat(report).endsWith("config.yaml: and 400 more\n");
    }

    private String problems(String yaml) {
        return file(yaml).problems();
    }

    private SettingsFile file(String yaml) {
        return SettingsFile.in(folder, yaml);
    }
}
