package io.arrtheaudio.domain.title;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import java.time.Instant;
import java.util.Objects;

/**
 * What somebody answered about a title.
 *
 * @param title its {@link TitleHint#key}
 * @param language the answer; {@link OriginalLanguage#isKnown} is false if there is no such title or it has no language
 * @param at when that was answered
 */
public record KnownLanguage(String title, OriginalLanguage language, Instant at) {

    /** Checks the values. */
    public KnownLanguage {
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(at, "at");
        if (title.isEmpty()) {
            throw new IllegalArgumentException("an answer about no title: " + language);
        }
    }
}
