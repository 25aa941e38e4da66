package io.arrtheaudio.launcher.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.adapter.tmdb.TmdbSettings;
import io.arrtheaudio.service.CacheRules;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How TMDB is asked, and with which key; the key is never shown. */
class TmdbKeysTest {

    private static final String KEY = "hunter2hunter2hunter2";

    @TempDir
    Path folder;

    @Test
    void every_policy_is_read() {
        LoadedSettings loaded = file("""
                tmdb:
                  enabled: false
                  api_key: hunter2
                  base_url: http://tmdb.lan:8080/3/
                  cache_ttl_days: 180
                  cache_miss_ttl: 0
                  retries: 0
                  retry_delay: 250ms
                  retry_after_limit: 1m
                  circuit_failures: 7
                  circuit_open: 5m
                  max_requests: 20
                  period: 2s
                  max_wait: 3s
                  max_in_flight: 4
                  connect_timeout: 1
                  timeout: 15s
                  lookup_timeout: 45s
                """).read();
        assertThat(loaded.notices()).isEmpty();
        assertThat(loaded.settings().lookup())
                .isEqualTo(new LookupSettings(
                        false,
                        new TmdbSettings(
                                "hunter2",
                                URI.create("http://tmdb.lan:8080/3"),
                                new TmdbSettings.Retries(1, Duration.ofMillis(250), Duration.ofMinutes(1)),
                                new TmdbSettings.Circuit(7, Duration.ofMinutes(5)),
                                new TmdbSettings.Pace(20, Duration.ofSeconds(2), Duration.ofSeconds(3), 4),
                                new TmdbSettings.Limits(
                                        Duration.ofSeconds(1), Duration.ofSeconds(15), Duration.ofSeconds(45))),
                        new CacheRules(Duration.ofDays(180), Duration.ZERO),
                        List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "true, hunter2, true",
        "true, '', false",
        "false, hunter2, false",
        "false, '', false",
    })
    void tmdb_is_asked_if_it_may_be_and_there_is_a_key(boolean enabled, String key, boolean isAsked) {
        Settings settings =
                file("tmdb: {enabled: " + enabled + ", api_key: '" + key + "'}").settings();
        assertThat(settings.lookup().asksTmdb()).isEqualTo(isAsked);
        assertThat(settings.withTmdb(true).lookup().asksTmdb()).isEqualTo(!key.isEmpty());
        assertThat(settings.withTmdb(false).lookup().asksTmdb()).isFalse();
        assertThat(settings.withTmdb(enabled)).isEqualTo(settings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${TMDB_API_KEY}", "${TMDB_API_KEY:-}", "x${TMDB_API_KEY}"})
    void without_its_variable_tmdb_is_off(String written) {
        SettingsFile file = file("tmdb: {api_key: '" + written + "'}");
        assertThat(file.settings()).isEqualTo(Settings.DEFAULT);
        assertThat(file.notices()).isEqualTo("\n");
    }

    @Test
    void another_variable_that_is_not_set_is_a_problem() {
        assertThat(file("""
                tmdb:
                  enabled: false
                  api_key: ${TMDB_TOKEN}
                """).problems()).isEqualTo("""
                config.yaml:3: tmdb.api_key: needs the variable TMDB_TOKEN, which is not set; set it or write \
                ${TMDB_TOKEN:-default}
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "engine: builtin",
                "tmdb: {enabled: true}",
                "tmdb:\n  api_key:\n",
                "tmdb: {api_key: '${TMDB_API_KEY}'}",
                "tmdb: {api_key: '${NONE:-hunter2hunter2hunter2}'}",
                "tmdb: {api_key: ' hunter2hunter2hunter2 '}"
            })
    void a_key_comes_from_the_environment_where_the_file_has_none(String yaml) {
        Map<String, String> environment = Map.of("TMDB_API_KEY", KEY + "\n");
        assertThat(file(yaml).with(environment).settings().lookup().tmdb().apiKey())
                .isEqualTo(KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter3", "''", "${EMPTY}"})
    void a_key_in_the_file_wins(String written) {
        Map<String, String> environment = Map.of("TMDB_API_KEY", KEY, "EMPTY", "");
        assertThat(file("tmdb: {api_key: \"" + written.replace("''", "") + "\"}")
                        .with(environment)
                        .settings()
                        .lookup()
                        .tmdb()
                        .apiKey())
                .isEqualTo(written.equals("hunter3") ? "hunter3" : "");
    }

    @Test
    void no_printed_settings_show_the_key() {
        LoadedSettings loaded = file("tmdb: {api_key: " + KEY + "}").read();
        assertThat(loaded.settings().lookup().tmdb().apiKey()).isEqualTo(KEY);
        assertThat(loaded.toString() + loaded.settings() + loaded.settings().lookup() + loaded.notices())
                .contains("***")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"hunter2 hunter2\"",
                "\"hunter2\\nhunter2\"",
                "\"Bearer hunter2\"",
                "\"hunter2\\ttab\"",
                "${KEY_WITH_SPACE}",
                "hunter2é"
            })
    void what_cannot_be_a_key_is_told_without_being_shown(String written) {
        assertThat(file("tmdb:\n  api_key: " + written + "\n")
                        .with(Map.of("KEY_WITH_SPACE", "hunter2 hunter2"))
                        .problems())
                .isEqualTo("""
                config.yaml:2: tmdb.api_key: must be letters, digits and signs without spaces; is there more than the \
                key in it?
                """);
    }

    @Test
    void a_variable_that_cannot_be_a_key_is_told_without_being_shown() {
        assertThat(file("engine: auto")
                        .with(Map.of("TMDB_API_KEY", "hunter2 hunter2"))
                        .problems())
                .isEqualTo("""
                config.yaml: the variable TMDB_API_KEY must be letters, digits and signs without spaces; is there more \
                than the key in it?
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://tmdb.lan/3?apikey=hunter2",
                "https://tmdb.lan/apikey=hunter2/3",
                "https://me:hunter2@tmdb.lan/3",
                "https://tmdb.lan/3#hunter2",
                "https://tmdb.lan/hunter2 hunter2",
                "hunter2",
                "${TMDB_API_KEY}",
                "ftp://hunter2/3"
            })
    void an_address_with_more_in_it_is_told_without_being_shown(String written) {
        assertThat(file("tmdb:\n  base_url: \"" + written + "\"\n")
                        .with(Map.of("TMDB_API_KEY", "hunter2"))
                        .problems())
                .isEqualTo("""
                config.yaml:2: tmdb.base_url: must be http or https, a host and a path, without user, query, fragment \
                and key
                """);
    }

    @Test
    void a_key_in_the_wrong_place_is_not_shown() {
        assertThat(file("tmdb: hunter2").problems()).isEqualTo("""
                config.yaml:1: tmdb: was a text but must be a section of keys with values
                """);
        assertThat(file("tmdb: {retries: '${TMDB_API_KEY}'}")
                        .with(Map.of("TMDB_API_KEY", "hunter2"))
                        .problems())
                .isEqualTo("""
                config.yaml:1: tmdb.retries: was '${TMDB_API_KEY}' but must be a whole number from 0 to 10
                """);
    }

    @Test
    void answers_may_not_be_kept_longer_than_tmdb_permits() {
        assertThat(file("tmdb: {cache_ttl_days: 181}").problems()).isEqualTo("""
                config.yaml:1: tmdb.cache_ttl_days: was '181' but must be a whole number from 0 to 180, as TMDB's terms \
                of use permit no more than six months
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "retries: -1",
                "retries: 11",
                "retry_delay: 0",
                "retry_after_limit: 0s",
                "circuit_failures: 0",
                "circuit_open: 2d",
                "max_requests: 0",
                "period: 0",
                "max_wait: 25h",
                "max_in_flight: 0",
                "connect_timeout: 0ms",
                "timeout: 0",
                "lookup_timeout: soon",
                "cache_miss_ttl: 181d"
            })
    void every_policy_has_limits(String written) {
        String key = written.substring(0, written.indexOf(':'));
        assertThat(file("tmdb: {" + written + "}").problems())
                .startsWith("config.yaml:1: tmdb." + key + ": was '")
                .hasLineCount(1);
    }

    @Test
    void a_time_tells_its_limits() {
        assertThat(file("tmdb: {timeout: 0}").problems()).isEqualTo("""
                config.yaml:1: tmdb.timeout: was '0' but must be a time such as 60s, 5m, 2h or 1d, at least 1ms, at most \
                1d; a bare number counts seconds
                """);
    }

    @Test
    void the_python_programs_cache_is_accepted_with_a_notice() {
        assertThat(file("""
                tmdb:
                  cache_path: ${NOWHERE}/tmdb_cache.db
                """).notices()).isEqualTo("""
                config.yaml:2: tmdb.cache_path: has no effect in this version or a later one
                """);
    }

    private SettingsFile file(String yaml) {
        return SettingsFile.in(folder, yaml);
    }
}
