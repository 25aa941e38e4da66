package io.arrtheaudio.launcher.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.adapter.javalin.HttpSettings;
import io.arrtheaudio.adapter.javalin.HttpSettings.Keys;
import io.arrtheaudio.adapter.javalin.Rate;
import io.arrtheaudio.adapter.micrometer.tracing.TracingSettings;
import io.arrtheaudio.domain.job.RetryRule;
import io.arrtheaudio.service.Schedule;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerSettingsTest {

    @TempDir
    private Path folder;

    @Test
    void everything_about_the_daemon_can_be_set() {
        ServerSettings settings = read("""
                api:
                  host: 127.0.0.1
                  port: 8080
                  api_key: 0123456789abcdef-api
                  webhook_secret: 0123456789abcdef-hook
                  open_metrics: true
                  trusted_proxies: [10.0.0.7, 172.16.0.0/12, "fd00::/8"]
                  rate_limits: {batches: 1, failures: 2, open_webhooks: 3, webhooks: 4}
                processing:
                  max_queue_size: 5
                  max_mp4_concurrent: 6
                  retry_attempts: 7
                  retry_delay_seconds: 8
                  wait_days: 9
                  job_history_days: 10
                  failed_job_days: 11
                  cleanup_interval_hours: 12
                  stop_timeout: 13s
                  batch_chunk: 14
                  batch_pause_ms: 15
                scan:
                  schedule: [{path: /data/tv, when: daily 03:30}]
                backup: {schedule: weekly sun 04:00, folder: /backups, keep: 16}
                tracing:
                  otlp_endpoint: http://tempo:4318
                  sample: 0.25
                  headers: "Authorization=Basic%20c2VjcmV0, x-scope=a%2Cb=c"
                """);
        HttpSettings http = settings.api().http("not asked for");
        assertThat(http.host()).isEqualTo("127.0.0.1");
        assertThat(http.port()).isEqualTo(8080);
        assertThat(http.keys()).isEqualTo(new Keys("0123456789abcdef-api", "0123456789abcdef-hook"));
        assertThat(http.openMetrics()).isTrue();
        assertThat(http.trustedProxies()).containsExactly("10.0.0.7", "172.16.0.0/12", "fd00::/8");
        assertThat(http.rates())
                .isEqualTo(new HttpSettings.Rates(
                        Rate.perMinute(1), Rate.perMinute(2), Rate.perMinute(3), Rate.perMinute(4), 10_000));
        assertThat(settings.backups())
                .isEqualTo(new BackupSettings(
                        Optional.of(Schedule.parse("weekly sun 04:00")), Optional.of(Path.of("/backups")), 16));
        assertThat(settings.tracing())
                .contains(new TracingSettings(
                        URI.create("http://tempo:4318"),
                        0.25,
                        Map.of("Authorization", "Basic c2VjcmV0", "x-scope", "a,b=c")));
        assertThat(settings.queue())
                .isEqualTo(new QueueSettings(
                        5,
                        6,
                        new RetryRule(7, Duration.ofSeconds(8), Duration.ofHours(1)),
                        Duration.ofDays(9),
                        Duration.ofDays(10),
                        Duration.ofDays(11),
                        Duration.ofHours(12),
                        Duration.ofSeconds(13),
                        14,
                        Duration.ofMillis(15)));
        assertThat(settings.schedules())
                .containsExactly(new LibrarySchedule(Path.of("/data/tv"), Schedule.parse("daily 03:30")));
    }

    @Test
    void paths_are_mapped_and_what_they_are_mapped_to_are_the_libraries() {
        Settings settings = file("""
                path_mappings:
                  - {remote: /tv, local: /data/tv/}
                  - {remote: 'D:\\Films', local: /data/films}
                """).settings();
        assertThat(settings.libraries()).containsExactly(Path.of("/data/tv"), Path.of("/data/films"));
        assertThat(settings.server().mappings().map("d:\\Films\\A\\a.mkv").tried())
                .isEqualTo("by the path mapping D:\\Films -> /data/films");
    }

    @Test
    void libraries_that_are_named_are_all_there_are() {
        assertThat(file("{libraries: [/media], path_mappings: [{remote: /tv, local: /data/tv}]}")
                        .settings()
                        .libraries())
                .containsExactly(Path.of("/media"));
    }

    @Test
    void a_folder_that_is_mapped_twice_is_told_with_both_lines() {
        assertThat(file("""
                path_mappings:
                  - {remote: /tv, local: /data/tv}
                  - {remote: 'd:\\tv', local: /data/tv2}
                  - {remote: /tv/, local: /data/tv3}
                  - {remote: 'D:/tv', local: /data/tv4}
                """).problems()).isEqualTo("""
                        config.yaml:4: path_mappings[].remote: '/tv/' is mapped twice, before in line 2
                        config.yaml:5: path_mappings[].remote: 'D:/tv' is mapped twice, before in line 3
                        """);
    }

    @Test
    void mappings_that_cannot_be_are_told() {
        assertThat(file("""
                path_mappings:
                  - {remote: tv, local: /data/tv}
                  - {remote: /tv/../films, local: /data/tv}
                  - {remote: /tv, local: data}
                  - {remote: /tv}
                """).problems()).isEqualTo("""
                        config.yaml:2: path_mappings[].remote: was 'tv' but must be an absolute path without '..' such as \
                        /tv, D:\\TV or \\\\nas\\tv
                        config.yaml:3: path_mappings[].remote: was '/tv/../films' but must be an absolute path without \
                        '..' such as /tv, D:\\TV or \\\\nas\\tv
                        config.yaml:4: path_mappings[].local: was 'data' but must be an absolute path such as /data/media
                        config.yaml:5: path_mappings: needs remote, the folder as the app knows it, and local, the same \
                        folder here
                        """);
    }

    @Test
    void without_a_key_the_one_in_the_data_folder_counts() {
        ApiSettings api = ServerSettings.DEFAULT.api();
        assertThat(api.needsKey()).isTrue();
        assertThat(api.http("of the folder").keys()).isEqualTo(Keys.of("of the folder"));
    }

    @Test
    void without_authentication_nobody_needs_a_key() {
        SettingsFile file = file("api: {authentication: false, api_key: 0123456789abcdef}");
        ApiSettings api = file.settings().server().api();
        assertThat(api.needsKey()).isFalse();
        assertThat(api.http("").keys()).isEqualTo(Keys.NONE);
        assertThat(file.notices())
                .isEqualTo("config.yaml:1: api.api_key: has no effect, as api.authentication is off\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "''", "' '"})
    void a_secret_may_be_none(String none) {
        assertThat(read("api: {webhook_secret: " + none + "}")).isEqualTo(ServerSettings.DEFAULT);
    }

    @Test
    void a_short_secret_holds_and_is_told() {
        SettingsFile file = file("api: {api_key: hunter2}");
        assertThat(file.settings().server().api().apiKey()).isEqualTo("hunter2");
        assertThat(file.notices())
                .isEqualTo("config.yaml:1: api.api_key: is short enough to be guessed; make a good one"
                        + " by: openssl rand -hex 32\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter 2 hunter 2 hunter 2", "hünter2hunter2hunter2"})
    void a_secret_that_cannot_stand_in_a_header_is_refused_and_not_shown(String secret) {
        assertThat(file("api: {api_key: " + secret + "}").problems())
                .isEqualTo(
                        "config.yaml:1: api.api_key: must be letters, digits and signs without spaces, or none; make a"
                                + " good one by: openssl rand -hex 32\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hunter2", "a=hunter2, a=hunter2", "Host=hunter2", "a=hunter2\u00fc", "a b=hunter2", "a=hunter2,"
            })
    void headers_that_cannot_be_are_refused_and_not_shown(String headers) {
        assertThat(file("tracing: {otlp_endpoint: 'http://tempo:4318', headers: '" + headers + "'}")
                        .problems())
                .startsWith("config.yaml:1: tracing.headers: must be none, or headers such as ")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tempo:4318", "http://me:hunter2@tempo", "http://tempo?key=hunter2", "http://tempo/ hunter2"})
    void an_address_where_no_collector_can_be_is_refused_and_not_shown(String endpoint) {
        assertThat(file("tracing: {otlp_endpoint: '" + endpoint + "'}").problems())
                .startsWith("config.yaml:1: tracing.otlp_endpoint: must be http or https, ")
                .contains("keys belong into tracing.headers")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "-0.1", "2", "half", "."})
    void a_sample_is_a_share(String sample) {
        assertThat(file("tracing: {sample: " + sample + "}").problems())
                .isEqualTo("config.yaml:1: tracing.sample: was '" + sample + "' but must be a number from 0 to 1\n");
    }

    @Test
    void without_an_endpoint_there_are_no_traces() {
        assertThat(read("tracing: {otlp_endpoint: '', sample: 0.5, headers: 'a=b'}"))
                .isEqualTo(ServerSettings.DEFAULT);
        assertThat(read("tracing: {otlp_endpoint: '${OTLP_ENDPOINT:-}'}")).isEqualTo(ServerSettings.DEFAULT);
    }

    @Test
    void proxies_are_addresses_and_ranges() {
        assertThat(file("api: {trusted_proxies: [10.0.0.0/33, localhost]}").problems())
                .isEqualTo("""
                        config.yaml:1: api.trusted_proxies: was '10.0.0.0/33' but must be an address or a range such as \
                        10.0.0.7, 172.16.0.0/12 or fd00::/8
                        config.yaml:1: api.trusted_proxies: was 'localhost' but must be an address or a range such as \
                        10.0.0.7, 172.16.0.0/12 or fd00::/8
                        """);
    }

    @Test
    void no_record_shows_a_secret() {
        Settings settings = file("api: {api_key: hunter2hunter2hunter2, webhook_secret: hunter3hunter3hunter3}")
                .settings();
        assertThat(List.of(settings, settings.server().api().http("")).toString())
                .doesNotContain("hunter2", "hunter3");
    }

    private ServerSettings read(String yaml) {
        return file(yaml).settings().server();
    }

    private SettingsFile file(String yaml) {
        return SettingsFile.in(folder, yaml);
    }
}
