package io.arrtheaudio.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.choice.OriginalLanguage.Confidence;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.title.KnownLanguage;
import io.arrtheaudio.port.out.LanguageCache;
import io.arrtheaudio.port.out.LanguageCacheView;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link LanguageCache} does, and what a {@link LanguageCacheView} sees of it. */
public abstract class LanguageCacheContract {

    private static final Instant NOON = Instant.parse("2026-02-28T12:00:00.123456789Z");
    private static final OriginalLanguage JAPANESE =
            new OriginalLanguage(new Language("jpn", "", ""), "TMDB", Confidence.HIGH);
    private static final OriginalLanguage BRAZILIAN =
            new OriginalLanguage(new Language("por", "Latn", "BR"), "TMDB, 'quoted'\n日本", Confidence.LOW);

    /** Opens the cache of this test; every time the same one. */
    protected abstract LanguageCache open();

    /** Opens what somebody who only looks sees of it; a cache itself will do where there is nothing else. */
    protected LanguageCacheView openView() {
        return open();
    }

    @Test
    public final void an_empty_one_knows_nothing() {
        assertThat(open().find("tmdb movie 603")).isEmpty();
        assertThat(open().all()).isEmpty();
        assertThat(open().forget(List.of())).isZero();
    }

    @Test
    public final void everything_of_an_answer_survives() {
        for (OriginalLanguage language : List.of(JAPANESE, BRAZILIAN, OriginalLanguage.UNKNOWN)) {
            KnownLanguage answer = new KnownLanguage("name movie 2016 'your name.' 君の名は", language, NOON);

            open().put(answer);

            assertThat(open().find(answer.title())).contains(answer);
        }
    }

    @Test
    public final void a_later_answer_takes_the_place_of_an_earlier_one() {
        put("tmdb movie 603", BRAZILIAN, NOON);
        put("tmdb movie 603", JAPANESE, NOON.plusSeconds(1));

        assertThat(open().all()).containsExactly(new KnownLanguage("tmdb movie 603", JAPANESE, NOON.plusSeconds(1)));
    }

    @Test
    public final void the_newest_answers_come_first() {
        put("b", JAPANESE, NOON);
        put("c", JAPANESE, NOON.minusNanos(1));
        put("a", JAPANESE, NOON.plusNanos(1));

        assertThat(open().all()).extracting(KnownLanguage::title).containsExactly("a", "b", "c");
    }

    @Test
    public final void a_view_sees_what_is_put_in_and_what_is_forgotten() {
        put("a", JAPANESE, NOON);
        LanguageCacheView view = openView();
        assertThat(view.find("a")).contains(new KnownLanguage("a", JAPANESE, NOON));

        put("b", BRAZILIAN, NOON.plusNanos(1));
        assertThat(view.all()).containsExactlyElementsOf(open().all()).hasSize(2);

        open().forget(List.of("a"));
        assertThat(view.find("a")).isEmpty();
        assertThat(view.find("b")).isPresent();
    }

    @Test
    public final void some_answers_or_all_of_them_are_forgotten() {
        put("a", JAPANESE, NOON);
        put("b", JAPANESE, NOON);
        put("c", JAPANESE, NOON);

        assertThat(open().forget(List.of("a", "nobody"))).isEqualTo(1);
        assertThat(open().find("a")).isEmpty();
        assertThat(open().all()).hasSize(2);
        assertThat(open().forget(List.of())).isEqualTo(2);
        assertThat(open().all()).isEmpty();
    }

    @Test
    public final void titles_are_told_apart_to_the_letter() {
        put("name movie 0 it", JAPANESE, NOON);

        assertThat(open().find("name movie 0 It")).isEmpty();
        assertThat(open().find("name movie 0 it%")).isEmpty();
    }

    @Test
    public final void many_threads_put_and_find() {
        LanguageCache one = open();
        LanguageCache other = open();
        AtOnce.call(8, i -> {
            for (int n = 0; n < 20; n++) {
                (n % 2 == 0 ? one : other).put(new KnownLanguage(i + "-" + n, JAPANESE, NOON));
                assertThat(one.find(i + "-" + n)).isPresent();
            }
            return i;
        });

        assertThat(other.all()).hasSize(160);
    }

    private void put(String title, OriginalLanguage language, Instant at) {
        open().put(new KnownLanguage(title, language, at));
    }
}
