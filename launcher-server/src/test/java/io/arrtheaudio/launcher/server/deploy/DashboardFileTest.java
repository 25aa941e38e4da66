package io.arrtheaudio.launcher.server.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The dashboard is one that Grafana can show; what its queries ask for is tried by {@code tests/monitoring.sh}. */
class DashboardFileTest {

    private final Map<?, ?> dashboard = DeployFolder.yaml("grafana/dashboards/arrtheaudio.json");
    private final List<Map<?, ?>> panels = DeployFolder.maps(dashboard.get("panels"));

    private Stream<Map<?, ?>> graphs() {
        return panels.stream().filter(panel -> !panel.get("type").equals("row"));
    }

    @Test
    void every_panel_says_what_it_shows_and_has_a_number_of_its_own() {
        assertThat(graphs()).hasSizeGreaterThan(20).allSatisfy(panel -> {
            assertThat(panel.get("title").toString()).isNotBlank();
            assertThat(DeployFolder.list(panel.get("targets"))).isNotEmpty();
        });
        assertThat(panels).extracting(panel -> panel.get("id")).doesNotHaveDuplicates();
    }

    @Test
    void no_panel_lies_over_another_or_beyond_the_page() {
        Set<String> taken = new HashSet<>();
        for (Map<?, ?> panel : panels) {
            Map<?, ?> place = DeployFolder.map(panel.get("gridPos"));
            int left = (int) place.get("x");
            int top = (int) place.get("y");
            assertThat(left + (int) place.get("w")).isLessThanOrEqualTo(24);
            for (int x = left; x < left + (int) place.get("w"); x++) {
                for (int y = top; y < top + (int) place.get("h"); y++) {
                    assertThat(taken.add(x + "," + y))
                            .as(panel.get("title").toString())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void every_query_goes_to_a_data_source_that_is_provisioned() {
        List<Object> known =
                DeployFolder.maps(DeployFolder.yaml("grafana/provisioning/datasources/datasources.yml")
                                .get("datasources"))
                        .stream()
                        .<Object>map(source -> source.get("uid"))
                        .toList();

        assertThat(graphs().flatMap(panel -> DeployFolder.maps(panel.get("targets")).stream()))
                .allSatisfy(target -> {
                    assertThat(DeployFolder.map(target.get("datasource")).get("uid"))
                            .isIn(known);
                    assertThat(target.get("expr").toString()).isNotBlank();
                });
    }

    @Test
    void it_is_where_grafana_looks_for_it() {
        Map<?, ?> provider = DeployFolder.maps(DeployFolder.yaml("grafana/provisioning/dashboards/dashboards.yml")
                        .get("providers"))
                .get(0);
        Map<?, ?> grafana = DeployFolder.map(
                DeployFolder.map(DeployFolder.yaml("docker-compose.yml").get("services"))
                        .get("grafana"));

        assertThat(DeployFolder.texts(grafana.get("volumes")))
                .contains("./grafana/dashboards:"
                        + DeployFolder.map(provider.get("options")).get("path") + ":ro");
        assertThat(DeployFolder.map(grafana.get("environment")).get("GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH"))
                .isEqualTo(DeployFolder.map(provider.get("options")).get("path") + "/arrtheaudio.json");
    }
}
