package io.arrtheaudio.adapter.tmdb;

import static io.arrtheaudio.adapter.tmdb.TmdbStub.header;
import static io.arrtheaudio.adapter.tmdb.TmdbStub.resource;
import static io.arrtheaudio.adapter.tmdb.TmdbStub.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.port.out.Telemetry;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long TMDB is left alone by its own wish, or because it does not accept the key. */
class RestTest {

    private static final TmdbStub.Reply FINE = status(200, resource("movie-129.json"));

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 7); // it may begin anywhere, and runs over
    private TmdbStub tmdb;
    private TmdbOriginalLanguages languages;

    @BeforeEach
    void start() throws IOException {
        tmdb = new TmdbStub();
        languages = asking(Samples.quick(tmdb.url()));
    }

    @AfterEach
    void end() {
        languages.close();
        tmdb.close();
    }

    @Test
    void a_wish_that_nobody_waits_for_ends_the_lookup_and_nothing_is_asked_until_it_is_over() {
        tmdb.onAll(wish("120"));
        assertThat(failure()).hasMessageContaining("too much is asked (status 429)");
        tmdb.onAll(FINE);
        for (int i = 0; i < 100; i++) {
            AudioFixException failure = failure();
            assertThat(failure.remedy()).isEqualTo(Remedy.RETRY_LATER);
            assertThat(failure).hasMessageContaining("it wishes to be left alone, so it is not asked for 121 s more");
        }
        pass(Duration.ofSeconds(119));
        assertThat(failure()).hasMessageContaining("for 2 s more");
        assertThat(tmdb.asked()).hasSize(1);

        pass(Duration.ofSeconds(1));

        assertThat(languages.of(Samples.SPIRITED_AWAY).isKnown()).isTrue();
    }

    @Test
    void a_wish_for_days_is_honoured_for_an_hour() {
        tmdb.onAll(wish("864000"));
        failure();
        tmdb.onAll(FINE);

        pass(Duration.ofMinutes(59));
        assertThat(failure()).hasMessageContaining("for 61 s more");
        pass(Duration.ofMinutes(1));

        assertThat(languages.of(Samples.SPIRITED_AWAY).isKnown()).isTrue();
    }

    @Test
    void a_wish_that_was_waited_for_in_vain_holds_for_all_titles() {
        languages.close();
        languages = asking(Samples.with(
                Samples.quick(tmdb.url()), new TmdbSettings.Retries(2, Duration.ofMillis(1), Duration.ofSeconds(10))));
        tmdb.onAll(wish("1"));
        failure();
        assertThat(tmdb.asked()).hasSize(2);

        assertThat(failure()).hasMessageContaining("it wishes to be left alone");

        assertThat(tmdb.asked()).hasSize(2);
    }

    @Test
    void a_shorter_wish_does_not_undercut_a_longer_one() {
        Rest rest = new Rest(Duration.ofSeconds(60), now::get);
        rest.asWished(Duration.ofSeconds(60));
        rest.asWished(Duration.ofSeconds(5));
        rest.asWished(Duration.ZERO);
        pass(Duration.ofSeconds(59));

        assertThat(catchThrowableOfType(TmdbFailure.class, rest::check)).hasMessageContaining("for 2 s more");
    }

    @Test
    void a_key_that_is_not_accepted_is_not_shown_again_for_a_while_that_doubles_up_to_an_hour() {
        tmdb.onAll(status(401, resource("status-7.json")));
        for (int seconds : new int[] {30, 60, 120, 240, 480, 960, 1920, 3600, 3600}) {
            assertThat(failure()).hasMessageContaining("the key is not accepted (status 401)");
            int asked = tmdb.asked().size();

            for (int i = 0; i < 10; i++) {
                AudioFixException failure = failure();
                assertThat(failure.remedy()).isEqualTo(Remedy.FIX_SETTINGS);
                assertThat(failure)
                        .hasMessageContaining("the key was not accepted (status 401), so it is not asked for "
                                + (seconds + 1) + " s more; set tmdb.api_key");
            }

            assertThat(tmdb.asked()).hasSize(asked);
            pass(Duration.ofSeconds(seconds));
        }
    }

    @Test
    void a_key_that_is_accepted_again_begins_anew() {
        for (int i = 0; i < 3; i++) {
            tmdb.onAll(status(401, resource("status-7.json")));
            failure();
            assertThat(failure()).hasMessageContaining("for 31 s more");
            pass(Duration.ofSeconds(30));
            tmdb.onAll(FINE);
            assertThat(languages.of(Samples.SPIRITED_AWAY).isKnown()).isTrue();
        }
    }

    @Test
    void requests_that_were_on_their_way_together_are_refused_once() {
        Rest rest = new Rest(Duration.ofSeconds(60), now::get);
        for (int i = 0; i < 10; i++) {
            rest.keyRefused();
        }
        pass(Duration.ofSeconds(60));
        rest.check();
        rest.keyRefused();

        assertThat(catchThrowableOfType(TmdbFailure.class, rest::check)).hasMessageContaining("for 121 s more");
    }

    private TmdbOriginalLanguages asking(TmdbSettings settings) {
        return new TmdbOriginalLanguages(settings, Telemetry.SILENT, now::get);
    }

    private static TmdbStub.Reply wish(String seconds) {
        return header("Retry-After", seconds, status(429, ""));
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private AudioFixException failure() {
        return catchThrowableOfType(AudioFixException.class, () -> languages.of(Samples.SPIRITED_AWAY));
    }
}
