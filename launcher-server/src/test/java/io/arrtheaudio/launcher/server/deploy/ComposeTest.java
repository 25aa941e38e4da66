package io.arrtheaudio.launcher.server.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.launcher.server.settings.SettingsReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The compose file names what there is, and holds the daemon as the documentation says. */
class ComposeTest {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)[^}]*}");

    private final Map<?, ?> compose = DeployFolder.yaml("docker-compose.yml");
    private final Map<?, ?> services = DeployFolder.map(compose.get("services"));
    private final Map<?, ?> daemon = service("arrtheaudio");

    private Map<?, ?> service(String name) {
        return DeployFolder.map(services.get(name));
    }

    private Stream<Map<?, ?>> all() {
        return services.values().stream().map(DeployFolder::map);
    }

    @Test
    void everything_that_belongs_together_is_there() {
        assertThat(services.keySet())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "arrtheaudio", "sonarr", "radarr", "prometheus", "grafana", "alertmanager", "loki", "alloy");
    }

    @Test
    void alerts_and_logs_are_sent_only_when_asked_for() {
        assertThat(service("alertmanager").get("profiles")).isEqualTo(List.of("alerting"));
        assertThat(service("loki").get("profiles")).isEqualTo(List.of("logs"));
        assertThat(service("alloy").get("profiles")).isEqualTo(List.of("logs"));
        assertThat(services.values().stream()
                        .filter(one -> !DeployFolder.map(one).containsKey("profiles")))
                .hasSize(5);
    }

    @Test
    void the_daemon_has_no_rights_that_it_does_not_need() {
        assertThat(daemon.get("user")).isEqualTo("${PUID:-1000}:${PGID:-1000}");
        assertThat(daemon.get("read_only")).isEqualTo(true);
        assertThat(daemon.get("cap_drop")).isEqualTo(List.of("ALL"));
        assertThat(daemon.get("security_opt")).isEqualTo(List.of("no-new-privileges:true"));
    }

    @Test
    void the_daemon_has_limits() {
        assertThat(daemon.get("mem_limit")).isEqualTo("512m");
        assertThat(daemon.get("pids_limit")).isInstanceOf(Integer.class);
        assertThat(DeployFolder.map(daemon.get("ulimits")).keySet())
                .extracting(Object::toString)
                .contains("nofile");
    }

    @Test
    void it_is_given_more_time_to_stop_than_it_takes() {
        String grace = daemon.get("stop_grace_period").toString();
        assertThat(grace).matches("[0-9]+s");
        Duration patience = new SettingsReader(Map.of())
                .read(DeployFolder.PATH.resolve("config.yaml"))
                .settings()
                .server()
                .queue()
                .stopTimeout();

        assertThat(Duration.ofSeconds(Long.parseLong(grace.replace("s", "")))).isGreaterThan(patience.plusSeconds(10));
    }

    @Test
    void every_file_and_folder_of_the_project_that_it_mounts_is_there() {
        List<String> mounted = all().filter(service -> service.containsKey("volumes"))
                .flatMap(service -> DeployFolder.texts(service.get("volumes")).stream())
                .filter(volume -> volume.startsWith("./"))
                .map(volume -> volume.substring(0, volume.indexOf(':')))
                .toList();

        assertThat(mounted)
                .isNotEmpty()
                .allSatisfy(path -> assertThat(DeployFolder.PATH.resolve(path)).exists());
    }

    @Test
    void the_image_is_built_from_the_project() {
        Map<?, ?> build = DeployFolder.map(daemon.get("build"));
        Path context = DeployFolder.PATH.resolve(build.get("context").toString());

        assertThat(context.resolve("pom.xml")).exists();
        assertThat(context.resolve(build.get("dockerfile").toString())).exists();
    }

    @Test
    void nothing_is_open_to_the_network_unless_it_is_wished() {
        assertThat(all().filter(service -> service.containsKey("ports"))
                        .flatMap(service -> DeployFolder.texts(service.get("ports")).stream()))
                .isNotEmpty()
                .allMatch(port -> port.startsWith("${BIND:-127.0.0.1}:"));
    }

    @Test
    void every_variable_is_explained() {
        List<String> names = VARIABLE.matcher(DeployFolder.text("docker-compose.yml"))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        String example = DeployFolder.text(".env.example");

        assertThat(names)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(example).containsPattern("(?m)^(# )?" + name + "="));
    }

    @Test
    void images_have_a_version_but_for_the_apps_that_are_yours() {
        assertThat(services.entrySet().stream()
                        .filter(entry ->
                                !List.of("arrtheaudio", "sonarr", "radarr").contains(entry.getKey())))
                .hasSize(5)
                .allSatisfy(entry -> assertThat(
                                DeployFolder.map(entry.getValue()).get("image").toString())
                        .containsPattern(":v?[0-9]+\\.[0-9]+\\.[0-9]+$"));
    }

    @Test
    void prometheus_asks_the_daemon_at_its_port_with_the_key_of_the_data_folder() {
        Map<?, ?> job = DeployFolder.maps(
                        DeployFolder.yaml("prometheus/prometheus.yml").get("scrape_configs"))
                .stream()
                .filter(one -> one.get("job_name").equals("arrtheaudio"))
                .findFirst()
                .orElseThrow();

        assertThat(job.get("static_configs")).hasToString("[{targets=[arrtheaudio:9393]}]");
        assertThat(DeployFolder.map(job.get("authorization")).get("credentials_file"))
                .isEqualTo("/etc/arrtheaudio/api.key");
        assertThat(DeployFolder.texts(service("prometheus").get("volumes")))
                .contains("${STATE_ROOT:-./data}/arrtheaudio:/etc/arrtheaudio:ro");
        assertThat(DeployFolder.texts(daemon.get("volumes"))).contains("${STATE_ROOT:-./data}/arrtheaudio:/config");
        assertThat(service("prometheus").get("user")).isEqualTo(daemon.get("user"));
    }

    @Test
    void the_settings_for_it_are_read_without_a_word() {
        Map<String, String> given = Map.of("TMDB_API_KEY", "", "ARRTHEAUDIO_LOG", "/config/arrtheaudio.log");

        assertThat(new SettingsReader(given)
                        .read(DeployFolder.PATH.resolve("config.yaml"))
                        .notices())
                .isEmpty();
    }

    @Test
    void sonarr_and_radarr_see_the_same_paths_as_the_daemon() {
        String media = "${DATA_ROOT:-/srv/data}:/data";

        assertThat(Stream.of("arrtheaudio", "sonarr", "radarr"))
                .allSatisfy(name -> assertThat(DeployFolder.texts(service(name).get("volumes")))
                        .contains(media));
    }
}
