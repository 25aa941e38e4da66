package io.arrtheaudio.adapter.tmdb;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.choice.OriginalLanguage.Confidence;
import io.arrtheaudio.domain.language.Closeness;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.title.TitleKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * All that TMDB knows of one film or series.
 *
 * @param kind which
 * @param id its number
 * @param page as TMDB answers to {@code /movie/{id}} or {@code /tv/{id}}
 */
record TitlePage(TitleKind kind, int id, JsonNode page) {

    /**
     * The language it was made in: {@code original_language}, an ISO 639-1 code but for {@code cn} (Cantonese),
     * {@code xx} (none), {@code sh} and {@code mo}.
     *
     * @param doubt why this may be the wrong page; empty if it is not
     */
    OriginalLanguage language(String doubt) {
        String code = page.path("original_language").asText("");
        Language language = Language.fromTag(code).orElse(Language.UNDETERMINED);
        if (!language.isSpoken()) {
            return new OriginalLanguage(Language.UNDETERMINED, source(doubt, "no language named there"));
        }
        String denial = isSpokenIn(language) ? "" : "not among its spoken languages";
        Confidence confidence = doubt.isEmpty() && denial.isEmpty() ? Confidence.HIGH : Confidence.LOW;
        return new OriginalLanguage(language, source(doubt, denial), confidence);
    }

    /** Made to stand in brackets behind a language: "(TMDB, film 129, found by its name without a year)". */
    private String source(String... remarks) {
        return Stream.concat(Stream.of("TMDB", Question.word(kind) + " " + id), Stream.of(remarks))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** Whether it is among the {@code spoken_languages}; a page without any denies nothing. */
    private boolean isSpokenIn(Language language) {
        List<Language> spoken = StreamSupport.stream(
                        page.path("spoken_languages").spliterator(), false)
                .map(entry -> Language.fromTag(entry.path("iso_639_1").asText()))
                .flatMap(Optional::stream)
                .filter(Language::isSpoken)
                .toList();
        return spoken.isEmpty() || spoken.stream().anyMatch(other -> other.closenessTo(language) != Closeness.NONE);
    }
}
