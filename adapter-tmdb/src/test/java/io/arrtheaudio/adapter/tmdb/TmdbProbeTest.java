package io.arrtheaudio.adapter.tmdb;

import static io.arrtheaudio.adapter.tmdb.TmdbStub.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.health.Finding;
import java.io.IOException;
import java.util.Map;
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
    void somebody_else_who_answers_is_a_problem_whatever_he_says() {
        Map<TmdbStub.Reply, String> strange = Map.of(
                status(200, "{\"hello\": true}"), "it does not say that it accepts the key",
                status(200, "<html>"), "the answer is no JSON object",
                status(302, ""), "the answer was status 302");
        strange.forEach((reply, found) -> {
            tmdb.on("/authentication", reply);

            assertThat(finding(Samples.KEY))
                    .isEqualTo(Finding.problem(
                            subject(),
                            found,
                            "does something else answer in its place? does tmdb.base_url lead to TMDB?"));
        });
    }

    private String subject() {
        return "TMDB at localhost:" + tmdb.url().getPort();
    }

    private Finding finding(String key) {
        TmdbSettings settings = Samples.withKey(Samples.quick(tmdb.url()), key);
        return new TmdbProbe(settings).examine().get(0);
    }
}
