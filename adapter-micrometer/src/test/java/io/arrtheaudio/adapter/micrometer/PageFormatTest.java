package io.arrtheaudio.adapter.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageFormatTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/openmetrics-text",
                "Application/OpenMetrics-Text; Version=1.0.0",
                "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,"
                        + "text/plain;version=0.0.4;q=0.5,*/*;q=0.1",
                "text/plain;q=0.5, application/openmetrics-text;q=0.6"
            })
    void open_metrics_for_who_likes_that_better(String accept) {
        assertThat(PageFormat.of(accept)).isEqualTo(PageFormat.OPEN_METRICS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "text/html,application/xhtml+xml,*/*;q=0.8",
                "text/plain, application/openmetrics-text",
                "text/plain, application/openmetrics-text;q=0.2",
                "application/openmetrics-text;q=0",
                "application/openmetrics-text;q=much",
                "application/openmetrics-text;q=-1",
                "application/openmetrics-textual",
                ";,;q=",
                "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily"
            })
    void text_for_all_others(String accept) {
        assertThat(PageFormat.of(accept)).isEqualTo(PageFormat.TEXT);
    }
}
