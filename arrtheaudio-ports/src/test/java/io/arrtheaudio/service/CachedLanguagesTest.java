package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.choice.OriginalLanguage.Confidence;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.domain.title.TitleIds;
import io.arrtheaudio.domain.title.TitleKind;
import io.arrtheaudio.kit.AtOnce;
import io.arrtheaudio.kit.InMemoryLanguageCache;
import io.arrtheaudio.kit.RecordingTelemetry;
import io.arrtheaudio.kit.StoppedClock;
import io.arrtheaudio.kit.ToldLanguages;
import io.arrtheaudio.port.out.Happening;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CachedLanguagesTest {

    private static final OriginalLanguage JAPANESE = new OriginalLanguage(new Language("jpn", "", ""), "TMDB");
    private static final TitleHint FILM =
            new TitleHint(TitleKind.MOVIE, "Your Name.", 2016, new TitleIds(372058, 0, ""));
    private static final TitleHint OTHER = new TitleHint(TitleKind.MOVIE, "Nobody Knows", 2004, TitleIds.NONE);

    private final StoppedClock clock = new StoppedClock(Instant.parse("2026-11-23T12:00:00Z"));
    private final InMemoryLanguageCache cache = new InMemoryLanguageCache();
    private final ToldLanguages source = new ToldLanguages().know(FILM.key(), JAPANESE);
    private final RecordingTelemetry telemetry = new RecordingTelemetry();
    private final CachedLanguages languages = new CachedLanguages(cache, source, CacheRules.DEFAULT, clock, telemetry);

    @Test
    void an_answer_is_remembered_for_a_month() {
        assertThat(languages.of(FILM)).isEqualTo(JAPANESE);
        clock.advance(Duration.ofDays(30).minusNanos(1));
        assertThat(languages.of(FILM)).isEqualTo(JAPANESE);
        assertThat(source.asked()).hasSize(1);

        clock.advance(Duration.ofNanos(1));
        languages.of(FILM);

        assertThat(source.asked()).hasSize(2);
        assertThat(telemetry.happenings())
                .containsExactly(
                        new Happening.MemoryAsked(false),
                        new Happening.MemoryAsked(true),
                        new Happening.MemoryAsked(false));
    }

    @Test
    void a_miss_is_remembered_for_a_day() {
        assertThat(languages.of(OTHER).isKnown()).isFalse();
        clock.advance(Duration.ofDays(1).minusNanos(1));
        languages.of(OTHER);
        assertThat(source.asked()).hasSize(1);

        clock.advance(Duration.ofNanos(1));
        languages.of(OTHER);

        assertThat(source.asked()).hasSize(2);
    }

    @Test
    void who_comes_by_another_name_but_the_same_id_asks_nothing() {
        languages.of(FILM);

        languages.of(new TitleHint(TitleKind.MOVIE, "Kimi no Na wa", 0, FILM.ids()));

        assertThat(source.asked()).hasSize(1);
    }

    @Test
    void nothing_is_asked_about_nothing() {
        assertThat(languages.of(TitleHint.UNKNOWN)).isEqualTo(OriginalLanguage.UNKNOWN);
        assertThat(source.asked()).isEmpty();
    }

    @Test
    void a_hundred_who_ask_at_once_make_one_request() {
        List<OriginalLanguage> answers = AtOnce.call(100, i -> languages.of(FILM));

        assertThat(answers).hasSize(100).containsOnly(JAPANESE);
        assertThat(source.asked()).hasSize(1);
    }

    @Test
    void while_nobody_answers_an_old_answer_is_used_and_marked() {
        languages.of(FILM);
        clock.advance(Duration.ofDays(100));
        source.gone();

        OriginalLanguage answer = languages.of(FILM);

        assertThat(answer.language()).isEqualTo(JAPANESE.language());
        assertThat(answer.confidence()).isEqualTo(Confidence.LOW);
        assertThat(answer.source()).isEqualTo("TMDB, as answered on 2026-11-23");
        assertThat(cache.find(FILM.key()))
                .hasValueSatisfying(known -> assertThat(known.language()).isEqualTo(JAPANESE));
    }

    @Test
    void while_nobody_answers_and_nothing_is_remembered_that_is_told_and_not_remembered() {
        source.gone();

        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(AudioFixException.class)
                    .isThrownBy(() -> languages.of(FILM))
                    .withMessageContaining("nobody answers");
        }

        assertThat(source.asked()).hasSize(2);
        assertThat(cache.all()).isEmpty();
    }

    @Test
    void an_answer_that_holds_is_given_although_nobody_answers() {
        languages.of(FILM);
        source.gone();

        assertThat(languages.of(FILM)).isEqualTo(JAPANESE);
    }
}
