package io.arrtheaudio.port.in;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.title.TitleHint;
import java.util.Objects;

/**
 * What a caller knows about the title of a file.
 *
 * @param named its original language, which the caller insists on; {@link OriginalLanguage#UNKNOWN} to find it out
 * @param told what an Arr app says about it; it counts less than the user's settings, and is checked where it is not certain
 * @param hint which title it is; {@link TitleHint#UNKNOWN} to take it from the path
 */
public record AboutTitle(OriginalLanguage named, OriginalLanguage told, TitleHint hint) {

    /** Nothing is known. */
    public static final AboutTitle NOTHING =
            new AboutTitle(OriginalLanguage.UNKNOWN, OriginalLanguage.UNKNOWN, TitleHint.UNKNOWN);

    /** Checks the values. */
    public AboutTitle {
        Objects.requireNonNull(named, "named");
        Objects.requireNonNull(told, "told");
        Objects.requireNonNull(hint, "hint");
    }

    /** The same, in a language that the caller insists on. */
    public AboutTitle in(OriginalLanguage language) {
        return new AboutTitle(language, told, hint);
    }
}
