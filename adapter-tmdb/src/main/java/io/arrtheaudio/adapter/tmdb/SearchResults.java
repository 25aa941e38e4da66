package io.arrtheaudio.adapter.tmdb;

import com.fasterxml.jackson.databind.JsonNode;
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
    Optional<Integer> only(Agreement agreement) {
        List<JsonNode> meant = StreamSupport.stream(page.path("results").spliterator(), false)
                .filter(result -> result.path("id").asInt() > 0)
                .filter(result -> isCalled(agreement, result) && agreement.isOf(year(result)))
                .toList();
        List<JsonNode> ofThatYear = meant.stream()
                .filter(result -> agreement.year() != 0 && year(result) == agreement.year())
                .toList();
        List<JsonNode> best = ofThatYear.isEmpty() ? meant : ofThatYear;
        boolean areAlike = best.stream()
                        .map(result -> result.path("original_language").asText())
                        .distinct()
                        .count()
                == 1;
        return areAlike ? Optional.of(best.get(0).path("id").asInt()) : Optional.empty();
    }

    private boolean isCalled(Agreement agreement, JsonNode result) {
        String field = kind == TitleKind.MOVIE ? "title" : "name";
        return agreement.isCalled(result.path(field).asText())
                || agreement.isCalled(result.path("original_" + field).asText());
    }

    /** Of {@code 1999-03-31}; 0 if there is no date. */
    private int year(JsonNode result) {
        String date = result.path(kind == TitleKind.MOVIE ? "release_date" : "first_air_date")
                .asText();
        return date.matches("[0-9]{4}-.*") ? Integer.parseInt(date.substring(0, 4)) : 0;
    }
}
