package io.arrtheaudio.domain.choice;

import io.arrtheaudio.domain.language.Language;
import java.util.Objects;

/**
 * The language a title was made in, and who says so.
 *
 * @param language {@link Language#UNDETERMINED} if nobody knows
 * @param source in a few words for people: "asked for on the command line"; where nobody knows, why not; may be empty then
 * @param confidence how far to trust it
 */
public record OriginalLanguage(Language language, String source, Confidence confidence) {

    /** How far a source is to be trusted. */
    public enum Confidence {
        /** It knows. */
        HIGH,
        /** It may have guessed; whoever knows better is asked too, if there is one. */
        LOW
    }

    /** Nobody knows. */
    public static final OriginalLanguage UNKNOWN = new OriginalLanguage(Language.UNDETERMINED, "");

    /** Somebody was asked and did not answer; asked again later, he may. */
    public static final OriginalLanguage UNANSWERED = unknown("it could not be looked up");

    /** Nobody was asked, since it makes no difference. */
    public static final OriginalLanguage NOT_NEEDED = unknown("not looked up, as it cannot change the choice");

    /** There is nobody to ask. */
    public static final OriginalLanguage NOBODY_ASKED = unknown("nobody is asked about titles");

    /** Checks the values. */
    public OriginalLanguage {
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(confidence, "confidence");
    }

    /** What somebody says who knows. */
    public OriginalLanguage(Language language, String source) {
        this(language, source, Confidence.HIGH);
    }

    /** What to tell where nobody knows, and why not. */
    public static OriginalLanguage unknown(String why) {
        return new OriginalLanguage(Language.UNDETERMINED, why);
    }

    /** Whether there is a language to look for. */
    public boolean isKnown() {
        return language.isSpoken();
    }
}
