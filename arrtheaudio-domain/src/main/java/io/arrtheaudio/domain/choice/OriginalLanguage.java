package io.arrtheaudio.domain.choice;

import io.arrtheaudio.domain.language.Language;
import java.util.Objects;

/**
 * The language a title was made in, and who says so.
 *
 * @param language {@link Language#UNDETERMINED} if nobody knows
 * @param source in a few words for people: "asked for on the command line"; empty if nobody knows
 */
public record OriginalLanguage(Language language, String source) {

    /** Nobody knows. */
    public static final OriginalLanguage UNKNOWN = new OriginalLanguage(Language.UNDETERMINED, "");

    /** Checks the values. */
    public OriginalLanguage {
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(source, "source");
    }

    /** Whether there is a language to look for. */
    public boolean isKnown() {
        return language.isSpoken();
    }
}
