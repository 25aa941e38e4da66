package io.arrtheaudio.adapter.tmdb;

import static io.arrtheaudio.adapter.tmdb.TmdbStub.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.health.Finding;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What it finds on bad days is in {@link BadDaysTest}. */
class TmdbProbeTest {

    private TmdbStub tmdb;

    @BeforeEach
    void start() throws IOException {
        tmdb = new TmdbStub().on("/authentication", "authentication.json");
    }

    @AfterEach
    void end() {
        tmdb.close();
    }

    @Test
    void a_key_that_is_accepted_is_fine() {
        assertThat(finding(Samples.KEY)).isEqualTo(Finding.ok(subject(), "it accepts the key"));
        assertThat(finding(Samples.TOKEN)).isEqualTo(Finding.ok(subject(), "it accepts the key"));
        assertThat(tmdb.asked()).containsExactly("/authentication", "/authentication");
        assertThat(tmdb.keys()).containsExactly("?api_key=" + Samples.KEY, "Bearer " + Samples.TOKEN);
    }

    @Test
    void without_a_key_nothing_is_asked_and_nothing_is_wrong() {
        assertThat(finding("")).isEqualTo(Finding.ok("TMDB", "off; there is no tmdb.api_key"));
        assertThat(tmdb.asked()).isEmpty();
    }

    @Test
    void somebody_else_who_answers_is_a_warning() {
        tmdb.on("/authentication", status(200, "{\"hello\": true}"));

        assertThat(finding(Samples.KEY))
                .isEqualTo(
                        Finding.warning(subject(), "it does not say that it accepts the key", "look at tmdb.base_url"));
    }

    private String subject() {
        return "TMDB at localhost:" + tmdb.url().getPort();
    }

    private Finding finding(String key) {
        TmdbSettings settings = Samples.withKey(Samples.quick(tmdb.url()), key);
        return new TmdbProbe(settings).examine().get(0);
    }
}
