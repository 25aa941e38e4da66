package io.arrtheaudio.adapter.tmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TmdbSettingsTest {

    private static final TmdbSettings DEFAULTS = TmdbSettings.withKey(Samples.KEY);

    @Test
    void defaults_are_polite() {
        assertThat(DEFAULTS.baseUrl()).isEqualTo(URI.create("https://api.themoviedb.org/3"));
        assertThat(DEFAULTS.retries())
                .isEqualTo(new TmdbSettings.Retries(3, Duration.ofMillis(500), Duration.ofSeconds(10)));
        assertThat(DEFAULTS.circuit()).isEqualTo(new TmdbSettings.Circuit(5, Duration.ofSeconds(60)));
        assertThat(DEFAULTS.pace())
                .isEqualTo(new TmdbSettings.Pace(40, Duration.ofSeconds(10), Duration.ofSeconds(10), 10));
        assertThat(DEFAULTS.limits())
                .isEqualTo(
                        new TmdbSettings.Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20)));
    }

    @Test
    void the_key_is_not_printed() {
        assertThat(DEFAULTS.toString()).contains("***", "themoviedb").doesNotContain(Samples.KEY);
        assertThat(new ApiKey(Samples.KEY).toString()).doesNotContain(Samples.KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "line\nend", "tab\tinside", "na\u00efve", "Bearer 0123456789abcdef"})
    void a_key_with_anything_else_in_it_is_refused_without_being_printed(String key) {
        assertThatThrownBy(() -> TmdbSettings.withKey(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tmdb.api_key")
                .hasMessageNotContaining(key);
    }

    @Test
    void white_space_around_the_key_is_taken_away() {
        assertThat(TmdbSettings.withKey("  " + Samples.KEY + "\n")).isEqualTo(DEFAULTS);
        assertThat(TmdbSettings.withKey(" ").isOn()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://tmdb/3",
                "tmdb/3",
                "https:///3",
                "https://me:secret@tmdb/3",
                "https://tmdb/3?api_key=secret",
                "https://tmdb/3#secret",
                "https://tmdb/apikey=secret/3",
                "https://tmdb/3/Access_Token%3Dsecret",
                "mailto:a@b"
            })
    void an_address_that_is_more_or_less_than_one_is_refused_without_being_printed(String url) {
        assertThatThrownBy(() -> DEFAULTS.at(URI.create(url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tmdb.base_url")
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_slash_at_the_end_of_the_address_does_not_matter() {
        assertThat(DEFAULTS.at(URI.create("https://api.themoviedb.org/3/"))).isEqualTo(DEFAULTS);
    }

    @Test
    void nothing_may_be_zero() {
        Duration second = Duration.ofSeconds(1);
        assertRefused("tries", () -> new TmdbSettings.Retries(0, second, second));
        assertRefused("back-off", () -> new TmdbSettings.Retries(1, Duration.ZERO, second));
        assertRefused("Retry-After", () -> new TmdbSettings.Retries(1, second, second.negated()));
        assertRefused("failures", () -> new TmdbSettings.Circuit(0, second));
        assertRefused("open time", () -> new TmdbSettings.Circuit(1, Duration.ZERO));
        assertRefused("requests", () -> new TmdbSettings.Pace(0, second, second, 1));
        assertRefused("in flight", () -> new TmdbSettings.Pace(1, second, second, 0));
        assertRefused("lookup", () -> new TmdbSettings.Limits(second, second, Duration.ZERO));
    }

    private static void assertRefused(String what, Runnable making) {
        assertThatThrownBy(making::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(what);
    }
}
