package io.arrtheaudio.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.domain.title.TitleIds;
import io.arrtheaudio.domain.title.TitleKind;
import io.arrtheaudio.port.out.OriginalLanguages;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToldLanguagesTest extends OriginalLanguagesContract {

    private static final OriginalLanguage JAPANESE = new OriginalLanguage(new Language("jpn", "", ""), "a test");
    private static final TitleHint FILM = new TitleHint(TitleKind.MOVIE, "Your Name.", 2016, new TitleIds(1, 2, "tt3"));

    private final ToldLanguages languages = new ToldLanguages()
            .know(FILM.key(), JAPANESE)
            .know(new TitleHint(FILM.kind(), FILM.name(), FILM.year(), TitleIds.NONE).key(), JAPANESE);

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
        return Optional.of(new ToldLanguages().gone());
    }

    @Test
    void what_was_asked_is_noted() {
        languages.of(FILM);

        assertThat(languages.asked()).containsExactly(FILM);
    }

    @Test
    void being_asked_about_nothing_is_an_error_of_the_caller() {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> languages.of(TitleHint.UNKNOWN));
    }
}
