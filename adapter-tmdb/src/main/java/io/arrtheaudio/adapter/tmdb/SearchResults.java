package io.arrtheaudio.adapter.tmdb;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrtheaudio.domain.title.ComparableTitle;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.domain.title.TitleKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The first page of what TMDB finds by a name; its search is generous, so most of it is something else.
 *
 * @param kind films have {@code title} and {@code release_date}, series {@code name} and {@code first_air_date}
 * @param page as TMDB answers
 */
record SearchResults(TitleKind kind, JsonNode page) {

    /**
     * The one that is meant. Those of the very year come first; if several are left that were made in different
     * languages, none is taken, since a wrong answer is worse than none.
     *
     * @return its id
     */
    Optional<Integer> only(TitleHint wanted) {
        List<JsonNode> meant = StreamSupport.stream(page.path("results").spliterator(), false)
                .filter(result -> result.path("id").asInt() > 0)
                .filter(result -> isMeant(wanted, result))
                .toList();
        List<JsonNode> ofThatYear = meant.stream()
                .filter(result -> wanted.year() != 0 && year(result) == wanted.year())
                .toList();
        List<JsonNode> best = ofThatYear.isEmpty() ? meant : ofThatYear;
        boolean areAlike = best.stream()
                        .map(result -> result.path("original_language").asText())
                        .distinct()
                        .count()
                == 1;
        return areAlike ? Optional.of(best.get(0).path("id").asInt()) : Optional.empty();
    }

    /** One without a date may be of any year, so it is not the one of a year. */
    private boolean isMeant(TitleHint wanted, JsonNode result) {
        String field = kind == TitleKind.MOVIE ? "title" : "name";
        String title = result.path(field).asText();
        String original = result.path("original_" + field).asText();
        boolean isDated = wanted.year() == 0 || year(result) != 0;
        return isDated && ComparableTitle.agrees(wanted, title, original, year(result));
    }

    /** Of {@code 1999-03-31}; 0 if there is no date. */
    private int year(JsonNode result) {
        String date = result.path(kind == TitleKind.MOVIE ? "release_date" : "first_air_date")
                .asText();
        return date.matches("[0-9]{4}-.*") ? Integer.parseInt(date.substring(0, 4)) : 0;
    }
}
