package io.arrtheaudio.adapter.tmdb;

import static io.arrtheaudio.adapter.tmdb.TmdbStub.header;
import static io.arrtheaudio.adapter.tmdb.TmdbStub.resource;
import static io.arrtheaudio.adapter.tmdb.TmdbStub.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.domain.health.Level;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A look at how TMDB is, taken by the client that looks titles up. */
class HealthLookTest {

    private TmdbStub tmdb;

    @BeforeEach
    void start() throws IOException {
        tmdb = new TmdbStub()
                .on("/configuration", status(200, "{\"images\": {}}"))
                .on("/movie/129", status(200, resource("movie-129.json")));
    }

    @AfterEach
    void end() {
        tmdb.close();
    }

    @Test
    void its_configuration_is_asked_for_once() {
        try (TmdbOriginalLanguages languages = languages(1)) {
            assertThat(languages.examine()).containsExactly(Finding.ok(subject(), "it answers"));
        }
        assertThat(tmdb.asked()).containsExactly("/configuration");
    }

    @Test
    void a_look_that_fails_leaves_the_circuit_closed() {
        tmdb.on("/configuration", status(500, ""));
        try (TmdbOriginalLanguages languages = languages(1)) {
            for (int i = 0; i < 3; i++) {
                assertThat(finding(languages).level()).isEqualTo(Level.WARNING);
            }
            languages.of(Samples.SPIRITED_AWAY);
        }
        assertThat(tmdb.asked()).hasSize(4);
    }

    @Test
    void a_look_that_goes_well_does_not_close_an_open_circuit() {
        tmdb.on("/movie/129", status(500, ""));
        try (TmdbOriginalLanguages languages = languages(1)) {
            assertThatThrownBy(() -> languages.of(Samples.SPIRITED_AWAY)).isInstanceOf(AudioFixException.class);

            assertThat(finding(languages).level()).isEqualTo(Level.OK);
            assertThatThrownBy(() -> languages.of(Samples.SPIRITED_AWAY)).hasMessageContaining("is left alone for");
        }
    }

    @Test
    void silence_is_told_after_the_time_for_a_request() {
        tmdb.on("/configuration", tmdb.silence());
        TmdbSettings hasty = Samples.with(
                Samples.quick(tmdb.url()), new TmdbSettings.Limits(Samples.LONG, Duration.ofMillis(20), Samples.LONG));
        try (TmdbOriginalLanguages languages = new TmdbOriginalLanguages(hasty)) {
            assertThat(finding(languages).level()).isEqualTo(Level.WARNING);
            assertThat(finding(languages).found()).isEqualTo("no whole answer within 20 ms");
        }
    }

    @Test
    void it_keeps_to_the_pace_and_gives_way_to_lookups() {
        TmdbSettings slow = Samples.with(
                Samples.quick(tmdb.url()), new TmdbSettings.Pace(1, Duration.ofHours(1), Duration.ofMillis(1), 1));
        try (TmdbOriginalLanguages languages = new TmdbOriginalLanguages(slow)) {
            languages.of(Samples.SPIRITED_AWAY);

            assertThat(finding(languages))
                    .isEqualTo(Finding.ok(subject(), "not asked, since so many titles are looked up"));
        }
        assertThat(tmdb.asked()).containsExactly("/movie/129");
    }

    @Test
    void when_it_wishes_to_be_left_alone_it_is() {
        tmdb.on("/movie/129", header("Retry-After", "600", status(429, "")));
        try (TmdbOriginalLanguages languages = languages(1)) {
            assertThatThrownBy(() -> languages.of(Samples.SPIRITED_AWAY)).isInstanceOf(AudioFixException.class);

            assertThat(finding(languages).found()).startsWith("it wishes to be left alone");
        }
        assertThat(tmdb.asked()).containsExactly("/movie/129");
    }

    @Test
    void somebody_else_in_its_place_is_a_problem() {
        tmdb.on("/configuration", status(404, "{}"));
        try (TmdbOriginalLanguages languages = languages(1)) {
            assertThat(finding(languages).level()).isEqualTo(Level.PROBLEM);
        }
    }

    @Test
    void a_key_that_is_not_accepted_is_a_problem() {
        tmdb.on("/configuration", status(401, "{\"status_code\": 7}"));
        try (TmdbOriginalLanguages languages = languages(1)) {
            assertThat(finding(languages).level()).isEqualTo(Level.PROBLEM);
            assertThat(finding(languages).remedy()).startsWith("set tmdb.api_key");
        }
    }

    private TmdbOriginalLanguages languages(int failures) {
        return new TmdbOriginalLanguages(
                Samples.with(Samples.quick(tmdb.url()), new TmdbSettings.Circuit(failures, Samples.LONG)));
    }

    private String subject() {
        return "TMDB at localhost:" + tmdb.url().getPort();
    }

    private static Finding finding(TmdbOriginalLanguages languages) {
        return languages.examine().get(0);
    }
}
