package io.arrtheaudio.adapter.tmdb;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.domain.title.TitleKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks one title up: by what is surest first, until TMDB knows it. The page of the title itself is always asked for,
 * since only it lists the spoken languages.
 */
final class Lookup {

    private static final String NO_YEAR = "found by its name without a year";

    private final Policies tmdb;
    private final TitleHint title;
    private final Deadline deadline;

    Lookup(Policies tmdb, TitleHint title, Deadline deadline) {
        this.tmdb = tmdb;
        this.title = title;
        this.deadline = deadline;
    }

    OriginalLanguage result() {
        return byTmdbId().or(this::byTvdbId).or(this::byImdbId).or(this::byName).orElse(OriginalLanguage.UNKNOWN);
    }

    /** Films and series have the same numbers, so one without a kind says nothing. */
    private Optional<OriginalLanguage> byTmdbId() {
        int id = title.ids().tmdb();
        return id == 0 || title.kind() == TitleKind.UNKNOWN ? Optional.empty() : page(title.kind(), id, "");
    }

    /** TVDB numbers series, seasons, episodes and films apart; what is given is always a series. */
    private Optional<OriginalLanguage> byTvdbId() {
        int id = title.ids().tvdb();
        return id == 0 || title.kind() == TitleKind.MOVIE
                ? Optional.empty()
                : tmdb.ask(Question.tvdb(id), deadline).flatMap(found -> firstOf(found, TitleKind.SERIES));
    }

    private Optional<OriginalLanguage> byImdbId() {
        String id = title.ids().imdb();
        return id.isEmpty()
                ? Optional.empty()
                : tmdb.ask(Question.imdb(id), deadline).flatMap(found -> forKinds(kind -> firstOf(found, kind)));
    }

    private Optional<OriginalLanguage> byName() {
        return title.name().isBlank() ? Optional.empty() : forKinds(this::search);
    }

    /** With the year first, so that a name that many have is found at all; TMDB leaves out the years beside it then. */
    private Optional<OriginalLanguage> search(TitleKind kind) {
        Optional<Integer> found = search(kind, title.year());
        return (found.isEmpty() && title.year() != 0 ? search(kind, 0) : found)
                .flatMap(id -> page(kind, id, title.year() == 0 ? NO_YEAR : ""));
    }

    private Optional<Integer> search(TitleKind kind, int year) {
        return tmdb.ask(Question.search(kind, title.name(), year), deadline)
                .flatMap(page -> new SearchResults(kind, page).only(title));
    }

    private Optional<OriginalLanguage> firstOf(JsonNode found, TitleKind kind) {
        String field = kind == TitleKind.MOVIE ? "movie_results" : "tv_results";
        int id = found.path(field).path(0).path("id").asInt();
        return id <= 0 ? Optional.empty() : page(kind, id, "");
    }

    private Optional<OriginalLanguage> page(TitleKind kind, int id, String doubt) {
        return tmdb.ask(Question.title(kind, id), deadline).map(page -> new TitlePage(kind, id, page).language(doubt));
    }

    private Optional<OriginalLanguage> forKinds(Function<TitleKind, Optional<OriginalLanguage>> ask) {
        List<TitleKind> kinds =
                title.kind() == TitleKind.UNKNOWN ? List.of(TitleKind.MOVIE, TitleKind.SERIES) : List.of(title.kind());
        return kinds.stream().map(ask).flatMap(Optional::stream).findFirst();
    }
}
