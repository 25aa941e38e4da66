package io.arrtheaudio.domain.language;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A language in one canonical form, so that {@code ger}, {@code deu}, {@code de} and {@code German} are the same.
 *
 * @param code three lower-case letters: ISO 639-2/T, else ISO 639-3
 * @param script ISO 15924 such as {@code Hant}, empty if not told
 * @param region ISO 3166-1 or UN M.49 such as {@code BR} or {@code 419}, empty if not told
 */
public record Language(String code, String script, String region) {

    /** Nobody said which language it is. */
    public static final Language UNDETERMINED = new Language("und", "", "");

    private static final Set<String> NOT_A_LANGUAGE = Set.of("und", "zxx", "mis", "mul");

    /** Checks the form of each part. Use {@link #fromTag} to read what others wrote. */
    public Language {
        if (!Subtags.isCode(code)) {
            throw new IllegalArgumentException(
                    "language was '" + code + "' but must be three lower-case letters such as 'jpn'");
        }
        if (!script.isEmpty() && !Subtags.isScript(script)) {
            throw new IllegalArgumentException("script was '" + script + "' but must be written as 'Hant'");
        }
        if (!region.isEmpty() && !Subtags.isRegion(region)) {
            throw new IllegalArgumentException("region was '" + region + "' but must be written as 'BR' or '419'");
        }
    }

    /**
     * Reads a language tag in any letter case: ISO 639-1, 639-2 (both forms), 639-3, BCP 47 (RFC 5646, the deprecated
     * {@code iw}, {@code in} and the extended languages of {@code zh-yue} included; {@code _} counts as {@code -}),
     * TMDB's {@code cn} (Cantonese), {@code xx} (no language), {@code sh} and {@code mo}, and TheTVDB's {@code zhtw}.
     * Codes that no table lists are kept when they have three letters; see {@link #isKnown}.
     *
     * @return empty if the text cannot be a language tag
     */
    public static Optional<Language> fromTag(String tag) {
        return TagReader.read(tag);
    }

    /**
     * Reads an English name in any letter case, such as Sonarr and Radarr send it: {@code Japanese}, {@code Flemish},
     * {@code Portuguese (Brazil)}. Their {@code Any}, {@code Original} and {@code Unknown} name no language.
     *
     * @return empty if no language has this name
     */
    public static Optional<Language> fromName(String name) {
        return LanguageTable.byName(name);
    }

    /**
     * Reads what a person may write in the settings or on the command line: a listed code, else an English name, else
     * any tag. {@code Any}, {@code Original} and {@code Unknown} name no language here either.
     *
     * @return empty if it is none of these
     */
    public static Optional<Language> read(String text) {
        if (LanguageTable.namesNone(text)) {
            return Optional.empty();
        }
        Optional<Language> tagged = fromTag(text);
        if (tagged.map(Language::isKnown).orElse(false)) {
            return tagged; // first, because Ga is also the name of a language whose code is gaa
        }
        Optional<Language> named = fromName(text);
        return named.isPresent() ? named : tagged;
    }

    /**
     * The same where there must be a language.
     *
     * @throws IllegalArgumentException if the text is none of these
     */
    public static Language of(String text) {
        return read(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "' is no language; write it such as 'jpn', 'ja', 'pt-BR' or 'Japanese'"));
    }

    /** Whether a table lists the code; one that is not listed is compared letter by letter. */
    public boolean isKnown() {
        return LanguageTable.isListed(code);
    }

    /** Whether this names a language at all: not {@code und}, {@code zxx}, {@code mis} or {@code mul}. */
    public boolean isSpoken() {
        return !NOT_A_LANGUAGE.contains(code);
    }

    /** Whether nobody said which language it is, whatever script or region was told. */
    public boolean isUndetermined() {
        return code.equals(UNDETERMINED.code);
    }

    /** How near another language is to this one; the order of the two does not matter. */
    public Closeness closenessTo(Language other) {
        if (code.equals(other.code)) {
            return equals(other) ? Closeness.EXACT : Closeness.SAME_BASE;
        }
        return Macrolanguages.closeness(code, other.code);
    }

    /** The code with its script and region, {@code por-BR}. */
    @Override
    public String toString() {
        return code + (script.isEmpty() ? "" : "-" + script) + (region.isEmpty() ? "" : "-" + region);
    }

    /** The usual English name, {@code Portuguese (BR)}; the tag itself if no table has a name. */
    public String name() {
        String variant = (script + " " + region).trim();
        return LanguageTable.nameOf(code)
                .map(name -> variant.isEmpty() ? name : name + " (" + variant + ")")
                .orElse(toString());
    }

    static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
