package io.arrtheaudio.adapter.tmdb;

import static io.arrtheaudio.adapter.tmdb.TmdbStub.inTurn;
import static io.arrtheaudio.adapter.tmdb.TmdbStub.resource;
import static io.arrtheaudio.adapter.tmdb.TmdbStub.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.kit.RecordingTelemetry;
import io.arrtheaudio.port.out.Happening;
import io.arrtheaudio.port.out.Happening.Answer;
import io.arrtheaudio.port.out.Happening.Circuit;
import io.arrtheaudio.port.out.Happening.Component;
import io.arrtheaudio.port.out.Happening.Restraint;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of the requests that are made, and of those that are not. */
class ToldRequestsTest {

    private static final TmdbStub.Reply BROKEN = status(500, resource("status-11.json"));
    private static final TmdbStub.Reply FINE = status(200, resource("movie-129.json"));

    private final RecordingTelemetry telemetry = new RecordingTelemetry();
    private TmdbStub tmdb;
    private TmdbSettings settings;

    @BeforeEach
    void start() throws IOException {
        tmdb = new TmdbStub();
        settings = Samples.once(Samples.quick(tmdb.url()));
    }

    @AfterEach
    void end() {
        tmdb.close();
    }

    @Test
    void an_answer_is_told_and_nothing_else() {
        tmdb.onAll(FINE);

        look();

        assertThat(telemetry.happenings()).containsExactly(new Happening.SourceAsked(Answer.ANSWERED));
    }

    @Test
    void a_lookup_is_told_from_its_begin_to_its_end() {
        tmdb.onAll(FINE);

        look();

        assertThat(telemetry.spans()).containsExactly("begin lookup of tmdb movie 129", "end lookup of tmdb movie 129");
    }

    @Test
    void a_lookup_that_fails_is_told_with_the_reason() {
        told(BROKEN);

        assertThat(telemetry.spans())
                .hasSize(3)
                .element(1)
                .asString()
                .startsWith("failed lookup of tmdb movie 129: ")
                .contains("500");
    }

    @Test
    void a_title_that_is_not_there_is_an_answer() {
        look();

        assertThat(telemetry.happenings()).containsExactly(new Happening.SourceAsked(Answer.NOT_FOUND));
    }

    @Test
    void a_further_try_is_told_and_so_is_what_it_is_for() {
        settings = Samples.quick(tmdb.url());
        tmdb.onAll(inTurn(BROKEN, FINE));

        look();

        assertThat(telemetry.happenings())
                .containsExactly(
                        new Happening.SourceAsked(Answer.SERVER_ERROR),
                        new Happening.Troubled(Remedy.RETRY_LATER, Component.LOOKUP),
                        new Happening.TriedAgain(Component.LOOKUP),
                        new Happening.SourceAsked(Answer.ANSWERED));
    }

    @Test
    void each_way_to_fail_has_its_word() {
        assertThat(told(status(401, resource("status-7.json")))).isEqualTo(Answer.UNAUTHORIZED);
        assertThat(told(status(429, resource("status-25.json")))).isEqualTo(Answer.RATE_LIMITED);
        assertThat(told(status(400, "{\"status_code\":22,\"success\":false}"))).isEqualTo(Answer.REFUSED);
        assertThat(told(BROKEN)).isEqualTo(Answer.SERVER_ERROR);
        assertThat(told(status(200, "<html>"))).isEqualTo(Answer.STRANGE);

        settings = Samples.answeredWithin(settings, Duration.ofMillis(50));
        assertThat(told(tmdb.silence())).isEqualTo(Answer.TIMEOUT);

        settings = settings.at(URI.create("http://localhost:1/3"));
        assertThat(told(FINE)).isEqualTo(Answer.UNREACHABLE);
    }

    @Test
    void a_circuit_that_opens_spares_requests_until_it_closes() {
        settings = Samples.with(settings, new TmdbSettings.Circuit(1, Duration.ofMillis(50)));
        tmdb.onAll(inTurn(BROKEN, FINE));
        try (TmdbOriginalLanguages languages = new TmdbOriginalLanguages(settings, telemetry)) {
            fail(languages);
            while (isSpared(languages)) { // the breaker knows no clock but its own
                Thread.onSpinWait();
            }
        }

        assertThat(telemetry.of(Happening.CircuitMoved.class))
                .extracting(Happening.CircuitMoved::to)
                .containsExactly(Circuit.OPEN, Circuit.HALF_OPEN, Circuit.CLOSED);
        assertThat(telemetry.of(Happening.SourceSpared.class))
                .isNotEmpty()
                .containsOnly(new Happening.SourceSpared(Restraint.CIRCUIT_OPEN));
    }

    private static boolean isSpared(TmdbOriginalLanguages languages) {
        try {
            languages.of(Samples.SPIRITED_AWAY);
            return false;
        } catch (AudioFixException e) {
            return true;
        }
    }

    @Test
    void what_the_pace_does_not_permit_is_told() {
        settings = Samples.with(settings, new TmdbSettings.Pace(1, Duration.ofSeconds(60), Duration.ofMillis(1), 1));
        tmdb.onAll(FINE);
        try (TmdbOriginalLanguages languages = new TmdbOriginalLanguages(settings, telemetry)) {
            languages.of(Samples.SPIRITED_AWAY);
            fail(languages);
        }

        assertThat(telemetry.happenings())
                .containsExactly(
                        new Happening.SourceAsked(Answer.ANSWERED), new Happening.SourceSpared(Restraint.PACE));
    }

    @Test
    void a_key_that_is_not_accepted_is_shown_once_and_then_spared() {
        tmdb.onAll(status(401, resource("status-7.json")));
        try (TmdbOriginalLanguages languages = new TmdbOriginalLanguages(settings, telemetry)) {
            fail(languages);
            fail(languages);
        }

        assertThat(telemetry.happenings())
                .containsExactly(
                        new Happening.SourceAsked(Answer.UNAUTHORIZED),
                        new Happening.Troubled(Remedy.FIX_SETTINGS, Component.LOOKUP),
                        new Happening.SourceSpared(Restraint.RESTING));
    }

    private void look() {
        try (TmdbOriginalLanguages languages = new TmdbOriginalLanguages(settings, telemetry)) {
            languages.of(Samples.SPIRITED_AWAY);
        }
    }

    /** What the only request of a lookup that fails is told as. */
    private Answer told(TmdbStub.Reply reply) {
        tmdb.onAll(reply);
        int before = telemetry.of(Happening.SourceAsked.class).size();
        try (TmdbOriginalLanguages languages = new TmdbOriginalLanguages(settings, telemetry)) {
            fail(languages);
        }
        List<Happening.SourceAsked> asked = telemetry.of(Happening.SourceAsked.class);
        assertThat(asked).hasSize(before + 1);
        return asked.get(before).answer();
    }

    private static void fail(TmdbOriginalLanguages languages) {
        assertThatThrownBy(() -> languages.of(Samples.SPIRITED_AWAY)).isInstanceOf(AudioFixException.class);
    }
}
