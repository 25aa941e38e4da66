package io.arrtheaudio.domain.title;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.language.Language;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ToldTitleTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final OriginalLanguage JAPANESE = told("jpn");
    private static final OriginalLanguage KOREAN = told("kor");

    @Test
    void the_ids_of_a_title_are_its_keys_and_films_have_none_of_tvdb() {
        TitleIds ids = new TitleIds(3, 7, "tt1");

        assertThat(new TitleHint(TitleKind.SERIES, "Show", 0, ids).idKeys())
                .containsExactly("tmdb series 3", "tvdb 7", "imdb tt1");
        assertThat(new TitleHint(TitleKind.MOVIE, "", 0, ids).idKeys()).containsExactly("tmdb movie 3", "imdb tt1");
        assertThat(new TitleHint(TitleKind.UNKNOWN, "", 0, ids).idKeys()).containsExactly("tvdb 7", "imdb tt1");
        assertThat(TitleHint.UNKNOWN.idKeys()).isEmpty();
    }

    @Test
    void the_folders_above_a_file_are_keys_but_for_the_root() {
        Path root = Path.of("/").toAbsolutePath();

        assertThat(ToldTitle.keysAbove(root.resolve("tv/Show/S1/a.mkv")))
                .containsExactly(
                        ToldTitle.keyOf(root.resolve("tv/Show/S1")),
                        ToldTitle.keyOf(root.resolve("tv/Show")),
                        ToldTitle.keyOf(root.resolve("tv")));
        assertThat(ToldTitle.keyOf(root.resolve("tv/x/../Show"))).isEqualTo(ToldTitle.keyOf(root.resolve("tv/Show")));
    }

    @Test
    void people_name_ids_in_any_letter_case_and_folders_to_the_letter() {
        assertThat(TitleHint.keysMeantBy(" TVDB 7 ")).containsExactly("tvdb 7");
        assertThat(TitleHint.keysMeantBy(" folder /tv/Show ")).containsExactly("folder /tv/Show");
    }

    @Test
    void the_word_says_on_which_day_it_was_told() {
        assertThat(title(NOON, JAPANESE, "tvdb 7").word().source()).isEqualTo("told by Sonarr on 2026-11-25");
    }

    @Test
    void the_first_word_stands_alone() {
        ToldTitle first = title(NOON, JAPANESE, "tvdb 7", "folder /tv/Show");

        assertThat(first.after(List.of())).containsExactly(first);
    }

    @Test
    void a_corrected_number_takes_the_folder_along() {
        ToldTitle wrong = title(NOON, JAPANESE, "tvdb 7", "tmdb series 5", "folder /tv/Show");

        assertThat(title(NOON.plusSeconds(1), KOREAN, "tvdb 7", "tmdb series 6", "folder /tv/Show")
                        .after(List.of(wrong)))
                .containsExactly(
                        title(NOON.plusSeconds(1), KOREAN, "tvdb 7", "tmdb series 6", "folder /tv/Show"),
                        title(NOON, JAPANESE, "tmdb series 5"));
    }

    @Test
    void two_titles_that_one_place_numbers_alike_and_another_apart_are_not_mixed() {
        ToldTitle other = title(NOON, JAPANESE, "tvdb 1", "tmdb series 5", "folder /tv/Other");

        assertThat(title(NOON, KOREAN, "tvdb 2", "tmdb series 5", "folder /tv/Show")
                        .after(List.of(other)))
                .containsExactly(
                        title(NOON, KOREAN, "tvdb 2", "tmdb series 5", "folder /tv/Show"),
                        title(NOON, JAPANESE, "tvdb 1", "folder /tv/Other"));
    }

    @Test
    void a_film_in_the_folder_of_a_series_is_not_that_series() {
        ToldTitle series = title(NOON, JAPANESE, "tmdb series 5", "folder /media/Same");

        assertThat(title(NOON, KOREAN, "tmdb movie 5", "folder /media/Same").after(List.of(series)))
                .containsExactly(
                        title(NOON, KOREAN, "tmdb movie 5", "folder /media/Same"),
                        title(NOON, JAPANESE, "tmdb series 5"));
    }

    @Test
    void without_a_language_of_its_own_or_an_earlier_one_nothing_changes() {
        ToldTitle other = title(NOON, JAPANESE, "tvdb 1", "folder /tv/Show");
        ToldTitle untold = title(NOON, OriginalLanguage.UNKNOWN, "tvdb 2", "folder /tv/Show");

        assertThat(untold.after(List.of())).isEmpty();
        assertThat(untold.after(List.of(other))).containsExactly(other);
        assertThat(ToldTitle.NOTHING.after(List.of())).isEmpty();
    }

    @Test
    void an_empty_key_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> title(NOON, JAPANESE, ""))
                .withMessageContaining("empty key");
    }

    private static ToldTitle title(Instant at, OriginalLanguage language, String... keys) {
        return new ToldTitle(Set.of(keys), language, at);
    }

    private static OriginalLanguage told(String code) {
        return new OriginalLanguage(new Language(code, "", ""), "told by Sonarr");
    }
}
