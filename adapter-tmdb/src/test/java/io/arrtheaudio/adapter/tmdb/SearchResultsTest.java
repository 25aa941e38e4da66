package io.arrtheaudio.adapter.tmdb;

import static io.arrtheaudio.adapter.tmdb.Samples.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arrtheaudio.domain.title.TitleKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of TMDB's results is meant; how titles are compared is {@code ComparableTitle}'s. */
class SearchResultsTest {

    @ParameterizedTest
    @CsvSource({
        "Amelie, Amélie, true",
        "The Lord of the Rings The Two Towers, The Lord of the Rings: The Two Towers, true",
        "Fast and Furious, Fast & Furious, true",
        "WALL-E, WALL·E, true",
        "Rocky 2, Rocky II, true",
        "Der Untergang, Untergang, false",
        "Alien, Aliens, false",
        "Alien, Alien 3, false",
        "千と千尋の神隠し, 千と千尋の神隠し, true",
        "'...', '???', false",
        "'...', '...', true",
        "'', '', false"
    })
    void a_title_agrees_by_its_words_in_either_language(String name, String title, boolean isFound) {
        assertThat(of(result(1, title, "Something Else", "1999-03-31"))
                        .only(named(TitleKind.MOVIE, name, 1999))
                        .isPresent())
                .isEqualTo(isFound);
        assertThat(of(result(1, "Something Else", title, "1999-03-31"))
                        .only(named(TitleKind.MOVIE, name, 1999))
                        .isPresent())
                .isEqualTo(isFound);
    }

    @ParameterizedTest
    @CsvSource({
        "2001, 2001-07-20, true",
        "2001, 2002-01-01, true",
        "2001, 2000-12-31, true",
        "2001, 2003-01-01, false",
        "2001, 1999-12-31, false",
        "2001, '', false",
        "0, 1999-03-31, true",
        "0, '', true"
    })
    void years_agree_within_one_and_a_result_without_a_date_is_of_no_year(int year, String date, boolean isFound) {
        assertThat(of(result(1, "It", "It", date))
                        .only(named(TitleKind.MOVIE, "It", year))
                        .isPresent())
                .isEqualTo(isFound);
    }

    @Test
    void of_several_the_one_of_the_very_year_is_meant() {
        SearchResults results = of(
                result(1, "It", "It", "2016-05-01").put("original_language", "fr"),
                result(2, "It", "It", "2017-09-06").put("original_language", "en"));

        assertThat(results.only(named(TitleKind.MOVIE, "It", 2017))).contains(2);
    }

    @Test
    void of_several_in_different_languages_none_is_meant() {
        SearchResults results = of(
                result(1, "The Bridge", "Bron", "2017-05-01").put("original_language", "sv"),
                result(2, "Bridge", "The Bridge", "2017-09-06").put("original_language", "en"));

        assertThat(results.only(named(TitleKind.MOVIE, "The Bridge", 2017))).isEmpty();
    }

    private static ObjectNode result(int id, String title, String original, String date) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("title", title)
                .put("original_title", original)
                .put("original_language", "en")
                .put("release_date", date);
    }

    private static SearchResults of(ObjectNode... results) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        ArrayNode all = page.putArray("results");
        for (ObjectNode result : results) {
            all.add(result);
        }
        return new SearchResults(TitleKind.MOVIE, page);
    }
}
