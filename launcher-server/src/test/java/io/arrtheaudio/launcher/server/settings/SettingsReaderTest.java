package io.arrtheaudio.launcher.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrtheaudio.domain.choice.DisabledTracks;
import io.arrtheaudio.domain.choice.OriginalUse;
import io.arrtheaudio.domain.choice.Ranking;
import io.arrtheaudio.domain.choice.TrackPolicy;
import io.arrtheaudio.domain.choice.UngroupedTracks;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.library.PathPolicies;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.service.HardlinkRule;
import io.arrtheaudio.service.MtimeRule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {

    private static final Language JAPANESE = new Language("jpn", "", "");
    private static final Language GERMAN = new Language("deu", "", "");
    private static final Language ENGLISH = new Language("eng", "", "");

    @TempDir
    Path folder;

    @Test
    void every_key_that_works_is_read() {
        LoadedSettings loaded = file("""
                language_priority: [Japanese, de]
                selection: {original_language: ignore, ranking: most-channels, untagged: ger,
                            disabled_tracks: consider, mp4_ungrouped: skip}
                containers: {mkv: no, mp4: yes}
                engine: builtin
                hardlinks: edit
                mtime: preserve
                min_age: 5m
                execution: {dry_run: true, skip_if_correct: true}
                logging: {format: json, level: debug, output: /var/log/arr.log}
                processing: {worker_count: 7}
                """).read();
        Settings settings = loaded.settings();
        assertThat(loaded.notices()).isEmpty();
        assertThat(settings.rules().policies().global())
                .isEqualTo(new TrackPolicy(
                        "",
                        List.of(JAPANESE, GERMAN),
                        OriginalUse.IGNORE,
                        Ranking.MOST_CHANNELS,
                        GERMAN,
                        DisabledTracks.CONSIDER,
                        UngroupedTracks.SKIP));
        assertThat(settings.rules().containers()).containsExactly(Container.MP4);
        assertThat(settings.rules().hardlinks()).isEqualTo(HardlinkRule.EDIT);
        assertThat(settings.rules().mtime()).isEqualTo(MtimeRule.PRESERVE);
        assertThat(settings.engine()).isEqualTo(EngineChoice.BUILTIN);
        assertThat(settings.run()).isEqualTo(new RunSettings(true, Duration.ofMinutes(5), 7));
        assertThat(settings.logging())
                .isEqualTo(new LoggingSettings(
                        LogFormat.JSON,
                        LogLevel.DEBUG,
                        new LogOutput.File(Path.of("/var/log/arr.log")),
                        LogRotation.DEFAULT));
    }

    @Test
    void tools_and_copies_are_read() {
        LoadedSettings loaded = file("""
                engine: tools
                hardlinks: copy
                hardlink_copy_limit: 2TB
                allow_tail_tracks: yes
                tools: {ffprobe: /opt/ffprobe, ffmpeg: /opt/ffmpeg, mkvpropedit: mkvpropedit-90, mkvmerge: mkvmerge-90,
                        verify_streams: true}
                processing: {timeout_seconds: 60}
                """).read();
        Settings settings = loaded.settings();
        assertThat(loaded.notices()).isEmpty();
        assertThat(settings.engine()).isEqualTo(EngineChoice.TOOLS);
        assertThat(settings.rules().hardlinks()).isEqualTo(HardlinkRule.COPY);
        assertThat(settings.rules().copyLimit()).isEqualTo(2_000_000_000_000L);
        ToolPaths paths = new ToolPaths("/opt/ffprobe", "/opt/ffmpeg", "mkvpropedit-90", "mkvmerge-90");
        assertThat(settings.tools()).isEqualTo(new ToolsSettings(paths, true, true, Duration.ofMinutes(1)));
    }

    @Test
    void an_override_takes_what_it_does_not_say_from_outside_wherever_that_stands() {
        PathPolicies policies = file("""
                path_overrides:
                  - path: /media/anime/**
                    language_priority: [jpn]
                    ranking: stereo
                  - path: "/media/*/old/**"
                    untagged: leave
                    original_language: prefer
                  - {path: "/media/**"}
                selection: {original_language: ignore, untagged: deu, disabled_tracks: consider}
                language_priority: [deu, eng]
                """).settings().rules().policies();
        TrackPolicy global = policies.global();
        assertThat(policies.policyFor(Path.of("/media/anime/S01/a.mkv")))
                .isEqualTo(global.withLanguages(List.of(JAPANESE))
                        .withRanking(Ranking.STEREO)
                        .withRule("/media/anime/**"));
        assertThat(policies.policyFor(Path.of("/media/tv/old/a.mkv")))
                .isEqualTo(global.withUntagged(Language.UNDETERMINED)
                        .withOriginal(OriginalUse.PREFER)
                        .withRule("/media/*/old/**"));
        assertThat(policies.policyFor(Path.of("/media/tv/a.mkv"))).isEqualTo(global.withRule("/media/**"));
        assertThat(policies.policyFor(Path.of("/elsewhere/a.mkv"))).isEqualTo(global);
        assertThat(global.untagged()).isEqualTo(GERMAN);
    }

    @ParameterizedTest
    @CsvSource({
        "90, PT90S",
        "0, PT0S",
        "60s, PT1M",
        "5m, PT5M",
        "2h, PT2H",
        "1d, PT24H",
        "250ms, PT0.25S",
        "'5 m', PT5M"
    })
    void a_time_is_read_with_its_unit(String written, Duration meant) {
        assertThat(file("min_age: " + written).settings().run().minAge()).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1024, 1024",
        "5 kB, 5000",
        "500GB, 500000000000",
        "1.5TiB, 1649267441664",
        "7 b, 7",
        "0.5mib, 524288",
        "none, 9223372036854775807",
        "NONE, 9223372036854775807",
        "9PB, 9000000000000000"
    })
    void a_size_is_read_with_its_unit(String written, long bytes) {
        assertThat(file("hardlink_copy_limit: " + written).settings().rules().copyLimit())
                .isEqualTo(bytes);
    }

    @Test
    void libraries_are_where_the_overrides_begin_unless_they_are_named() {
        String overrides = """
                path_overrides:
                  - {path: "/media/anime/**"}
                  - {path: "/media/tv/[a-k]*/**"}
                  - {path: "/media/anime/*.mkv"}
                  - {path: "/media/one film.mkv"}
                  - {path: "*/Dubbed/*"}
                  - {path: "/*"}
                """;
        assertThat(file(overrides).settings().libraries())
                .containsExactly(Path.of("/media/anime"), Path.of("/media/tv"), Path.of("/media"));
        assertThat(file(overrides + "libraries: [/films, /films/../films/]")
                        .settings()
                        .libraries())
                .containsExactly(Path.of("/films"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing but a comment\n", "---\n", "~\n", "{}\n"})
    void a_file_with_nothing_in_it_gives_the_defaults(String yaml) {
        assertThat(file(yaml).read())
                .isEqualTo(new LoadedSettings(
                        Settings.DEFAULT, folder.resolve("config.yaml").toString(), List.of()));
    }

    @Test
    void keys_without_a_value_keep_their_default_and_are_told() {
        SettingsFile file = file("""
                language_priority:
                #  - jpn
                logging:
                  level:
                path_mappings:
                #  - remote: /tv
                libraries: []
                """);
        assertThat(file.settings()).isEqualTo(Settings.DEFAULT);
        assertThat(file.notices()).isEqualTo("""
                config.yaml:1: language_priority: has no value, so its default holds
                config.yaml:4: logging.level: has no value, so its default holds
                config.yaml:5: path_mappings: has no value, so its default holds
                """);
    }

    @Test
    void a_language_nobody_knows_is_told_and_a_word_that_is_none_is_left_out() {
        SettingsFile file = file("""
                language_priority:
                  - English Please
                  - qzz
                  - no
                  - Japanese
                  - ja
                selection:
                  untagged: whatever it is
                """);
        TrackPolicy policy = file.settings().rules().policies().global();
        assertThat(policy.languages())
                .containsExactly(new Language("qzz", "", ""), new Language("nor", "", ""), JAPANESE);
        assertThat(policy.untagged()).isEqualTo(Language.UNDETERMINED);
        assertThat(file.notices()).isEqualTo("""
                config.yaml:2: language_priority: 'English Please' cannot be a language and is left out; write a code \
                such as jpn
                config.yaml:3: language_priority: 'qzz' is no language this program knows; only tracks marked with \
                exactly this code will match it
                config.yaml:8: selection.untagged: 'whatever it is' cannot be a language and is left out; write a code \
                such as jpn
                """);
    }

    @Test
    void a_pattern_that_fits_no_path_is_told() {
        assertThat(file("""
                path_overrides:
                  - path: anime/**
                  - path: /media/anime/
                  - path: "*anime*"
                """).notices()).isEqualTo("""
                config.yaml:2: path_overrides[].path: 'anime/**' can fit no file: paths begin with / and do not end \
                with it; write as /media/anime/**
                config.yaml:3: path_overrides[].path: '/media/anime/' can fit no file: paths begin with / and do not \
                end with it; write as /media/anime/**
                """);
    }

    @Test
    void variables_are_filled_in_everywhere_but_in_keys() {
        Settings settings = file("""
                language_priority: ["${FIRST}", "${SECOND:-eng}"]
                path_overrides: [{path: "${MEDIA:-/media}/anime/**"}]
                execution:
                  dry_run: ${DRY:-true}
                min_age: '${MINUTES}${UNIT:-m}'
                logging: {output: "${LOGS:-/logs}/a.log"}
                """)
                .with(Map.of("FIRST", "jpn", "MEDIA", "/data", "MINUTES", "3", "LOGS", ""))
                .settings();
        assertThat(settings.rules().policies().global().languages()).containsExactly(JAPANESE, ENGLISH);
        assertThat(settings.rules().policies().rules().get(0).where()).hasToString("/data/anime/**");
        assertThat(settings.run()).isEqualTo(new RunSettings(true, Duration.ofMinutes(3), 2));
        assertThat(settings.logging().output()).isEqualTo(new LogOutput.File(Path.of("/logs/a.log")));
    }

    @Test
    void what_a_variable_holds_is_taken_as_it_is() {
        assertThat(file("logging: {output: '${ODD}'}")
                        .with(Map.of("ODD", "/logs/$1\\${FIRST}.log"))
                        .settings()
                        .logging()
                        .output())
                .isEqualTo(new LogOutput.File(Path.of("/logs/$1\\${FIRST}.log")));
    }

    @Test
    void words_of_the_python_program_are_translated() {
        SettingsFile file = file("""
                logging: {level: CRITICAL}
                execution: {skip_if_correct: false}
                """);
        assertThat(file.settings()).isEqualTo(Settings.DEFAULT.withLogLevel(LogLevel.ERROR));
        assertThat(file.notices()).isEqualTo("""
                config.yaml:1: logging.level: 'CRITICAL' is read as error
                config.yaml:2: execution.skip_if_correct: false changes nothing: files that are right already are \
                never touched
                """);
    }

    @Test
    void a_word_from_the_command_line_is_held_to_the_same_words() {
        assertThat(EngineChoice.named("--engine", "builtin")).isEqualTo(EngineChoice.BUILTIN);
        assertThat(LogLevel.named("--log-level", "WARNING")).isEqualTo(LogLevel.WARN);
        assertThat(EngineChoice.named("--engine", "Tools")).isEqualTo(EngineChoice.TOOLS);
        assertThatThrownBy(() -> EngineChoice.named("--engine", "tool"))
                .isInstanceOf(AudioFixException.class)
                .hasMessage("--engine: was 'tool' but must be one of auto, builtin, tools; did you mean tools?");
        assertThatThrownBy(() -> LogLevel.named("--log-level", "inof"))
                .hasMessage("--log-level: was 'inof' but must be one of error, warn, info, debug, trace; did you mean"
                        + " info?");
    }

    private SettingsFile file(String yaml) {
        return SettingsFile.in(folder, yaml);
    }
}
