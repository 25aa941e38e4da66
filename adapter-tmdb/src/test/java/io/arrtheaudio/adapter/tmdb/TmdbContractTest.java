package io.arrtheaudio.adapter.tmdb;

import static io.arrtheaudio.adapter.tmdb.TmdbStub.resource;
import static io.arrtheaudio.adapter.tmdb.TmdbStub.status;

import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.domain.title.TitleIds;
import io.arrtheaudio.domain.title.TitleKind;
import io.arrtheaudio.kit.OriginalLanguagesContract;
import io.arrtheaudio.port.out.OriginalLanguages;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class TmdbContractTest extends OriginalLanguagesContract {

    private TmdbStub tmdb;
    private TmdbOriginalLanguages languages;

    @BeforeEach
    void start() throws IOException {
        tmdb = new TmdbStub()
                .on("/movie/129", "movie-129.json")
                .on("/search/movie?query=Spirited+Away&primary_release_year=2001", "search-movie.json")
                .on("/search/movie?query=Spirited+Away", "search-movie.json")
                .on(
                        "/search/movie?query=Spirited+Away+and+something+else&primary_release_year=2001",
                        "search-movie.json");
        languages = new TmdbOriginalLanguages(Samples.quick(tmdb.url()));
    }

    @AfterEach
    void end() {
        languages.close();
        tmdb.close();
    }

    @Override
    protected OriginalLanguages languages() {
        return languages;
    }

    @Override
    protected TitleHint known() {
        return new TitleHint(TitleKind.MOVIE, "Spirited Away", 2001, new TitleIds(129, 0, "tt0245429"));
    }

    @Override
    protected Language language() {
        return new Language("jpn", "", "");
    }

    @Override
    protected Optional<OriginalLanguages> unanswered() {
        tmdb.on("/movie/129", status(503, ""));
        return Optional.of(languages);
    }

    @Override
    protected Optional<OriginalLanguages> refused() {
        tmdb.on("/movie/129", status(401, resource("status-7.json")));
        return Optional.of(languages);
    }
}
