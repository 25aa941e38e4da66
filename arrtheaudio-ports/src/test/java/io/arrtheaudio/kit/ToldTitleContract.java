package io.arrtheaudio.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.choice.OriginalLanguage.Confidence;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.title.ToldTitle;
import io.arrtheaudio.port.out.ToldTitleStore;
import io.arrtheaudio.port.out.ToldTitleView;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link ToldTitleStore} does, and what a {@link ToldTitleView} sees of it. */
public abstract class ToldTitleContract {

    private static final Instant NOON = Instant.parse("2026-02-28T12:00:00.123456789Z");
    private static final OriginalLanguage JAPANESE =
            new OriginalLanguage(new Language("jpn", "", ""), "told by Sonarr", Confidence.HIGH);
    private static final OriginalLanguage ENGLISH =
            new OriginalLanguage(new Language("eng", "Latn", "GB"), "told by 'Sonarr'\n日本", Confidence.LOW);
    private static final String FOLDER = "folder /data/tv/It's; DROP TABLE told_key; -- 日本 (100%_)";

    /** Opens the store of this test; every time the same one. */
    protected abstract ToldTitleStore open();

    /** Opens what somebody who only looks sees of it; a store itself will do where there is nothing else. */
    protected ToldTitleView openView() {
        return open();
    }

    @Test
    public final void an_empty_one_knows_nothing() {
        assertThat(open().find(List.of("tvdb 1"))).isEmpty();
        assertThat(open().find(List.of())).isEmpty();
        assertThat(open().all()).isEmpty();
        assertThat(open().isEmpty()).isTrue();
        assertThat(open().forget(List.of("tvdb 1"))).isZero();
    }

    @Test
    public final void everything_that_was_told_survives_under_each_of_its_keys() {
        for (OriginalLanguage language : List.of(JAPANESE, ENGLISH)) {
            ToldTitle told = told(NOON, language, "tmdb series 1396", "tvdb 81189", "imdb tt0903747", FOLDER);

            open().put(told);

            assertThat(told.keys())
                    .allSatisfy(key -> assertThat(open().find(List.of(key))).contains(told));
        }
        assertThat(open().isEmpty()).isFalse();
        assertThat(open().all()).hasSize(1);
    }

    @Test
    public final void the_first_key_that_is_known_counts() {
        open().put(told(NOON, JAPANESE, "tvdb 1"));
        open().put(told(NOON, ENGLISH, "tvdb 2"));

        assertThat(open().find(List.of("tvdb 3", "tvdb 2", "tvdb 1"))
                        .orElseThrow()
                        .language())
                .isEqualTo(ENGLISH);
    }

    @Test
    public final void the_latest_word_wins_under_every_key_of_the_title() {
        open().put(told(NOON, JAPANESE, "tvdb 1", "imdb tt1", "folder /tv/Show"));
        open().put(told(NOON.plusSeconds(1), ENGLISH, "tvdb 1", "folder /moved/Show"));

        ToldTitle latest =
                told(NOON.plusSeconds(1), ENGLISH, "tvdb 1", "folder /moved/Show", "imdb tt1", "folder /tv/Show");
        assertThat(open().all()).containsExactly(latest);
        assertThat(open().find(List.of("folder /tv/Show"))).contains(latest);
    }

    @Test
    public final void what_is_not_told_deletes_nothing_and_gives_an_earlier_word_its_new_folder() {
        open().put(told(NOON, OriginalLanguage.UNKNOWN, "tvdb 1", "folder /tv/Show"));
        assertThat(open().isEmpty()).isTrue();

        open().put(told(NOON, JAPANESE, "tvdb 1", "folder /tv/Show"));
        open().put(told(NOON.plusSeconds(1), OriginalLanguage.UNKNOWN, "tvdb 1", "folder /moved/Show"));
        open().put(ToldTitle.NOTHING);

        ToldTitle kept = told(NOON, JAPANESE, "tvdb 1", "folder /tv/Show", "folder /moved/Show");
        assertThat(open().find(List.of("folder /moved/Show"))).contains(kept);
        assertThat(open().all()).containsExactly(kept);
    }

    @Test
    public final void a_folder_that_another_title_has_by_now_is_no_longer_the_first_ones() {
        open().put(told(NOON, JAPANESE, "tvdb 1", "folder /tv/Show"));
        open().put(told(NOON.plusSeconds(1), ENGLISH, "tvdb 2", "folder /tv/Show"));

        assertThat(open().find(List.of("folder /tv/Show")).orElseThrow().language())
                .isEqualTo(ENGLISH);
        assertThat(open().find(List.of("tvdb 1"))).contains(told(NOON, JAPANESE, "tvdb 1"));
    }

    @Test
    public final void several_titles_become_one_when_they_turn_out_to_be_one() {
        open().put(told(NOON, JAPANESE, "tvdb 1", "folder /tv/Show"));
        open().put(told(NOON, ENGLISH, "tmdb series 7", "folder /tv4k/Show"));

        open().put(told(NOON.plusSeconds(1), JAPANESE, "tvdb 1", "tmdb series 7"));

        assertThat(open().all()).hasSize(1);
        assertThat(open().find(List.of("folder /tv4k/Show")).orElseThrow().language())
                .isEqualTo(JAPANESE);
    }

    @Test
    public final void a_title_is_forgotten_with_all_its_keys_and_the_others_stay() {
        open().put(told(NOON, JAPANESE, "tvdb 1", "folder /tv/Show"));
        open().put(told(NOON, ENGLISH, "tvdb 2", "folder /tv/Other"));

        assertThat(open().forget(List.of("tvdb 1", "folder /tv/Show", "nobody")))
                .isEqualTo(1);

        assertThat(open().find(List.of("tvdb 1", "folder /tv/Show"))).isEmpty();
        assertThat(open().find(List.of("tvdb 2"))).isPresent();
        assertThat(open().forget(List.of())).isZero();
    }

    @Test
    public final void the_newest_come_first() {
        open().put(told(NOON, JAPANESE, "tvdb 2"));
        open().put(told(NOON.minusNanos(1), JAPANESE, "tvdb 3"));
        open().put(told(NOON.plusNanos(1), JAPANESE, "tvdb 1"));

        assertThat(open().all())
                .extracting(title -> String.join(",", title.keys()))
                .containsExactly("tvdb 1", "tvdb 2", "tvdb 3");
    }

    @Test
    public final void keys_are_told_apart_to_the_letter() {
        open().put(told(NOON, JAPANESE, "folder /tv/Show"));

        assertThat(open().find(List.of("folder /tv/show", "folder /tv/Sho_", "folder /tv/Sho%")))
                .isEmpty();
    }

    @Test
    public final void a_view_sees_what_is_told_and_what_is_forgotten() {
        open().put(told(NOON, JAPANESE, "tvdb 1"));
        ToldTitleView view = openView();
        assertThat(view.find(List.of("tvdb 1"))).isPresent();
        assertThat(view.isEmpty()).isFalse();

        open().put(told(NOON.plusNanos(1), ENGLISH, "tvdb 2"));
        assertThat(view.all()).containsExactlyElementsOf(open().all()).hasSize(2);

        open().forget(List.of("tvdb 1", "tvdb 2"));
        assertThat(view.find(List.of("tvdb 1"))).isEmpty();
        assertThat(view.isEmpty()).isTrue();
    }

    @Test
    public final void many_threads_that_tell_of_one_title_leave_one_word() {
        ToldTitleStore one = open();
        ToldTitleStore other = open();

        AtOnce.call(8, i -> {
            for (int n = 0; n < 20; n++) {
                (n % 2 == 0 ? one : other).put(told(NOON.plusSeconds(n), JAPANESE, "tvdb 1", "folder /tv/" + i));
            }
            return i;
        });

        assertThat(other.all()).hasSize(1);
        assertThat(other.all().get(0).keys()).hasSize(9);
    }

    private static ToldTitle told(Instant at, OriginalLanguage language, String... keys) {
        return new ToldTitle(new LinkedHashSet<>(List.of(keys)), language, at);
    }
}
