package io.arrtheaudio.service;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.domain.title.TitleIds;
import io.arrtheaudio.domain.title.TitleKind;
import io.arrtheaudio.kit.InMemoryLanguageCache;
import io.arrtheaudio.kit.OriginalLanguagesContract;
import io.arrtheaudio.kit.StoppedClock;
import io.arrtheaudio.kit.ToldLanguages;
import io.arrtheaudio.port.out.OriginalLanguages;
import io.arrtheaudio.port.out.Telemetry;
import java.time.Instant;
import java.util.Optional;

/** Whoever remembers is as good a source as the one that is asked. */
class CachedLanguagesContractTest extends OriginalLanguagesContract {

    private static final OriginalLanguage JAPANESE = new OriginalLanguage(new Language("jpn", "", ""), "TMDB");
    private static final TitleHint FILM =
            new TitleHint(TitleKind.MOVIE, "Your Name.", 2016, new TitleIds(372058, 0, ""));

    private final OriginalLanguages languages = cached(new ToldLanguages()
            .know(FILM.key(), JAPANESE)
            .know(new TitleHint(FILM.kind(), FILM.name(), FILM.year(), TitleIds.NONE).key(), JAPANESE));

    @Override
    protected OriginalLanguages languages() {
        return languages;
    }

    @Override
    protected TitleHint known() {
        return FILM;
    }

    @Override
    protected Language language() {
        return JAPANESE.language();
    }

    @Override
    protected Optional<OriginalLanguages> unanswered() {
        return Optional.of(cached(new ToldLanguages().gone()));
    }

    private static OriginalLanguages cached(ToldLanguages source) {
        return new CachedLanguages(
                new InMemoryLanguageCache(),
                source,
                CacheRules.DEFAULT,
                new StoppedClock(Instant.parse("2026-11-23T12:00:00Z")),
                Telemetry.SILENT);
    }
}
