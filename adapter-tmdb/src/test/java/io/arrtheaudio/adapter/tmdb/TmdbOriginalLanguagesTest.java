package io.arrtheaudio.adapter.tmdb;

import static io.arrtheaudio.adapter.tmdb.Samples.ids;
import static io.arrtheaudio.adapter.tmdb.Samples.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.choice.OriginalLanguage.Confidence;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.domain.title.TitleIds;
import io.arrtheaudio.domain.title.TitleKind;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TmdbOriginalLanguagesTest {

    private static final OriginalLanguage JAPANESE =
            new OriginalLanguage(Language.fromTag("ja").orElseThrow(), "TMDB, film 129");
    private static final OriginalLanguage GERMAN =
            new OriginalLanguage(Language.fromTag("de").orElseThrow(), "TMDB, series 70523");

    private TmdbStub tmdb;
    private TmdbOriginalLanguages languages;

    @BeforeEach
    void start() throws IOException {
        tmdb = new TmdbStub()
                .on("/movie/129", "movie-129.json")
                .on("/tv/70523", "tv-70523.json")
                .on("/find/334824?external_source=tvdb_id", "find-tvdb-334824.json")
                .on("/find/tt0245429?external_source=imdb_id", "find-imdb-movie.json")
                .on("/find/tt5753856?external_source=imdb_id", "find-imdb-series.json");
        languages = new TmdbOriginalLanguages(Samples.quick(tmdb.url()));
    }

    @AfterEach
    void end() {
        languages.close();
        tmdb.close();
    }

    @Test
    void a_movie_is_asked_for_by_its_own_number() {
        assertThat(languages.of(ids(TitleKind.MOVIE, 129, 0, ""))).isEqualTo(JAPANESE);
        assertThat(tmdb.asked()).containsExactly("/movie/129");
    }

    @Test
    void a_series_is_asked_for_by_its_own_number() {
        assertThat(languages.of(ids(TitleKind.SERIES, 70523, 334824, "tt5753856")))
                .isEqualTo(GERMAN);
        assertThat(tmdb.asked()).containsExactly("/tv/70523");
    }

    @Test
    void a_number_without_a_kind_is_not_asked_for() {
        assertThat(languages.of(ids(TitleKind.UNKNOWN, 129, 0, ""))).isEqualTo(OriginalLanguage.UNKNOWN);
        assertThat(tmdb.asked()).isEmpty();
    }

    @Test
    void a_series_is_found_by_its_number_at_tvdb() {
        assertThat(languages.of(ids(TitleKind.SERIES, 0, 334824, ""))).isEqualTo(GERMAN);
        assertThat(tmdb.asked()).containsExactly("/find/334824?external_source=tvdb_id", "/tv/70523");
    }

    @Test
    void films_and_episodes_with_the_same_number_at_tvdb_are_not_taken() {
        tmdb.on("/find/5?external_source=tvdb_id", "find-tvdb-episode-only.json");

        assertThat(languages.of(ids(TitleKind.UNKNOWN, 0, 5, ""))).isEqualTo(OriginalLanguage.UNKNOWN);
        assertThat(tmdb.asked()).containsExactly("/find/5?external_source=tvdb_id");
    }

    @Test
    void a_film_is_not_asked_for_by_a_number_of_tvdb() {
        assertThat(languages.of(ids(TitleKind.MOVIE, 0, 334824, ""))).isEqualTo(OriginalLanguage.UNKNOWN);
        assertThat(tmdb.asked()).isEmpty();
    }

    @Test
    void a_film_is_found_by_its_number_at_imdb() {
        assertThat(languages.of(ids(TitleKind.MOVIE, 0, 0, "tt0245429"))).isEqualTo(JAPANESE);
        assertThat(tmdb.asked()).containsExactly("/find/tt0245429?external_source=imdb_id", "/movie/129");
    }

    @Test
    void a_series_is_found_by_its_number_at_imdb() {
        assertThat(languages.of(ids(TitleKind.SERIES, 0, 0, "tt5753856"))).isEqualTo(GERMAN);
        assertThat(languages.of(ids(TitleKind.UNKNOWN, 0, 0, "tt5753856"))).isEqualTo(GERMAN);
    }

    @Test
    void a_film_is_no_series_even_at_imdb() {
        assertThat(languages.of(ids(TitleKind.SERIES, 0, 0, "tt0245429"))).isEqualTo(OriginalLanguage.UNKNOWN);
    }

    @Test
    void what_one_number_does_not_find_the_next_one_may() {
        tmdb.on("/find/7?external_source=tvdb_id", "find-nothing.json");

        assertThat(languages.of(ids(TitleKind.SERIES, 4711, 7, "tt5753856"))).isEqualTo(GERMAN);
        assertThat(tmdb.asked())
                .containsExactly(
                        "/tv/4711",
                        "/find/7?external_source=tvdb_id",
                        "/find/tt5753856?external_source=imdb_id",
                        "/tv/70523");
    }

    @Test
    void a_film_is_searched_by_name_and_year() {
        tmdb.on("/search/movie?query=Spirited+Away&primary_release_year=2001", "search-movie.json");

        assertThat(languages.of(named(TitleKind.MOVIE, "Spirited Away", 2001))).isEqualTo(JAPANESE);
        assertThat(tmdb.asked())
                .containsExactly("/search/movie?query=Spirited+Away&primary_release_year=2001", "/movie/129");
    }

    @Test
    void an_original_title_in_its_own_script_is_found() {
        String query = "%E5%8D%83%E3%81%A8%E5%8D%83%E5%B0%8B%E3%81%AE%E7%A5%9E%E9%9A%A0%E3%81%97";
        tmdb.on("/search/movie?query=" + query + "&primary_release_year=2001", "search-movie.json");

        assertThat(languages.of(named(TitleKind.MOVIE, "千と千尋の神隠し", 2001))).isEqualTo(JAPANESE);
    }

    @Test
    void a_series_is_searched_by_name_and_year() {
        tmdb.on("/search/tv?query=dark&first_air_date_year=2017", "search-tv.json");

        assertThat(languages.of(named(TitleKind.SERIES, "dark", 2017))).isEqualTo(GERMAN);
    }

    @Test
    void a_year_more_or_less_counts() {
        tmdb.on("/search/movie?query=Spirited+Away&primary_release_year=2002", "search-nothing.json")
                .on("/search/movie?query=Spirited+Away", "search-movie.json");

        assertThat(languages.of(named(TitleKind.MOVIE, "Spirited Away", 2002))).isEqualTo(JAPANESE);
    }

    @Test
    void two_years_more_or_less_do_not_count() {
        tmdb.on("/search/movie?query=Spirited+Away", "search-movie.json");

        assertThat(languages.of(named(TitleKind.MOVIE, "Spirited Away", 2003))).isEqualTo(OriginalLanguage.UNKNOWN);
        assertThat(tmdb.asked()).noneMatch(path -> path.startsWith("/movie/"));
    }

    @Test
    void a_name_that_is_only_similar_does_not_count() {
        tmdb.on("/search/movie?query=Spirited&primary_release_year=2001", "search-movie.json");

        assertThat(languages.of(named(TitleKind.MOVIE, "Spirited", 2001))).isEqualTo(OriginalLanguage.UNKNOWN);
    }

    @Test
    void without_a_year_a_name_that_one_title_has_counts_with_low_confidence() {
        tmdb.on("/search/tv?query=Dark", "search-tv.json");

        OriginalLanguage found = languages.of(named(TitleKind.SERIES, "Dark", 0));

        assertThat(found.language()).isEqualTo(GERMAN.language());
        assertThat(found.confidence()).isEqualTo(Confidence.LOW);
        assertThat(found.source()).isEqualTo("TMDB, series 70523, found by its name without a year");
    }

    @Test
    void without_a_year_a_name_of_titles_in_several_languages_decides_nothing() {
        tmdb.on("/search/movie?query=Spirited+Away", "search-movie.json");

        assertThat(languages.of(named(TitleKind.MOVIE, "Spirited Away", 0))).isEqualTo(OriginalLanguage.UNKNOWN);
    }

    @Test
    void what_may_be_either_is_searched_among_films_first() {
        tmdb.on("/search/movie?query=Dark&primary_release_year=2017", "search-nothing.json")
                .on("/search/tv?query=Dark&first_air_date_year=2017", "search-tv.json");

        assertThat(languages.of(named(TitleKind.UNKNOWN, "Dark", 2017))).isEqualTo(GERMAN);
        assertThat(tmdb.asked().get(0)).startsWith("/search/movie");
    }

    @Test
    void ids_come_before_names() {
        TitleHint hint = new TitleHint(TitleKind.MOVIE, "Spirited Away", 2001, new TitleIds(129, 0, "tt0245429"));

        assertThat(languages.of(hint)).isEqualTo(JAPANESE);
        assertThat(tmdb.asked()).containsExactly("/movie/129");
    }

    @Test
    void nothing_is_asked_about_nothing() {
        assertThat(languages.of(TitleHint.UNKNOWN)).isEqualTo(OriginalLanguage.UNKNOWN);
        assertThat(tmdb.asked()).isEmpty();
    }

    @Test
    void a_title_that_tmdb_does_not_know_is_an_answer_and_asked_for_once() {
        assertThat(languages.of(ids(TitleKind.MOVIE, 1, 0, ""))).isEqualTo(OriginalLanguage.UNKNOWN);
        assertThat(tmdb.asked()).containsExactly("/movie/1");
    }

    @Test
    void a_key_of_version_3_is_a_parameter() {
        languages.of(ids(TitleKind.SERIES, 0, 334824, ""));

        assertThat(tmdb.keys()).hasSize(2).containsOnly("?api_key=" + Samples.KEY);
    }

    @Test
    void a_token_is_a_header() {
        TmdbSettings settings = Samples.withKey(Samples.quick(tmdb.url()), Samples.TOKEN);
        try (TmdbOriginalLanguages withToken = new TmdbOriginalLanguages(settings)) {
            assertThat(withToken.of(ids(TitleKind.SERIES, 0, 334824, ""))).isEqualTo(GERMAN);
        }
        assertThat(tmdb.keys()).hasSize(2).containsOnly("Bearer " + Samples.TOKEN);
    }

    @Test
    void without_a_key_there_is_nobody_to_ask() {
        TmdbSettings off = Samples.withKey(Samples.quick(tmdb.url()), "");

        assertThatThrownBy(() -> new TmdbOriginalLanguages(off)).isInstanceOf(IllegalArgumentException.class);
    }
}
