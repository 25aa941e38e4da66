package io.arrtheaudio.adapter.micrometer.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TracingSettingsTest {

    private static final String SECRET = "Basic c2VjcmV0";

    private static TracingSettings at(String endpoint) {
        return new TracingSettings(URI.create(endpoint), 1, Map.of("Authorization", SECRET));
    }

    @ParameterizedTest
    @CsvSource({
        "http://tempo:4318, http://tempo:4318/v1/traces",
        "http://tempo:4318/, http://tempo:4318/v1/traces",
        "https://otlp.example.com/otlp, https://otlp.example.com/otlp/v1/traces",
        "http://tempo:4318/v1/traces, http://tempo:4318/v1/traces",
        "http://tempo:4318/v1/traces/, http://tempo:4318/v1/traces",
    })
    void requests_go_below_the_endpoint(String endpoint, String target) {
        assertThat(at(endpoint).target()).isEqualTo(URI.create(target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tempo:4318", "grpc://tempo:4317", "/v1/traces", "http://me:secret@tempo", "http://tempo?key=a"})
    void other_addresses_are_none(String endpoint) {
        assertThatThrownBy(() -> at(endpoint))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tracing.otlp_endpoint")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void a_sample_is_a_share(double sample) {
        assertThatThrownBy(() -> new TracingSettings(URI.create("http://tempo"), sample, Map.of()))
                .hasMessageContaining("from 0 to 1");
    }

    @ParameterizedTest
    @CsvSource({"Host, tempo", "content-length, 1", "two words, a", "a, ' '", "a, 'é'"})
    void what_http_cannot_carry_is_no_header(String name, String value) {
        assertThatThrownBy(() -> new TracingSettings(URI.create("http://tempo"), 1, Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_headers_hold_is_never_shown() {
        assertThat(at("http://tempo:4318").toString())
                .contains("http://tempo:4318", "Authorization=***")
                .doesNotContain(SECRET);
    }
}
