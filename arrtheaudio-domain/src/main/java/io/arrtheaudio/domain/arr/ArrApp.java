package io.arrtheaudio.domain.arr;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.choice.OriginalLanguage.Confidence;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.domain.title.TitleIds;
import io.arrtheaudio.domain.title.TitleKind;
import java.util.Optional;

/** Who tells. */
public enum ArrApp {
    /** For series. */
    SONARR("Sonarr", TitleKind.SERIES),
    /** For films. */
    RADARR("Radarr", TitleKind.MOVIE);

    private static final String ENGLISH = "eng";
    private static final int FIRST_YEAR = 1870;
    private static final int LAST_YEAR = 2200;

    private final String label;
    private final TitleKind kind;

    ArrApp(String label, TitleKind kind) {
        this.label = label;
        this.kind = kind;
    }

    /** As people write it, "Sonarr". */
    public String label() {
        return label;
    }

    /** What its titles are. */
    public TitleKind kind() {
        return kind;
    }

    /**
     * The original language by the name that webhooks give it, "Japanese"; names, not numbers, mean the same in both.
     * Both apps say English for every language that they do not have, so English has low confidence.
     *
     * @return {@link OriginalLanguage#UNKNOWN} for {@code Unknown}, {@code Any}, {@code Original}, and for no name at all
     */
    public OriginalLanguage languageNamed(String name) {
        return told(Language.fromName(name));
    }

    /**
     * The original language by the code that script variables give it, {@code jpn}; the same holds for English.
     *
     * @return {@link OriginalLanguage#UNKNOWN} for no code at all
     */
    OriginalLanguage languageCoded(String code) {
        return told(Language.fromTag(code));
    }

    private OriginalLanguage told(Optional<Language> language) {
        return language.filter(Language::isSpoken)
                .map(known -> new OriginalLanguage(
                        known, "told by " + label, known.code().equals(ENGLISH) ? Confidence.LOW : Confidence.HIGH))
                .orElse(OriginalLanguage.UNKNOWN);
    }

    /**
     * The title as far as what was told makes sense; the rest is left out. A year that the name ends with is no part of
     * it.
     *
     * @param tvdb of a series; films have none
     */
    public TitleHint title(String name, long year, long tmdb, long tvdb, String imdb) {
        int sensible = year >= FIRST_YEAR && year <= LAST_YEAR ? (int) year : 0;
        String ending = " (" + sensible + ")";
        String stripped = name.strip();
        String plain = stripped.endsWith(ending)
                ? stripped.substring(0, stripped.length() - ending.length()).strip()
                : stripped;
        return new TitleHint(kind, plain, sensible, new TitleIds(number(tmdb), number(tvdb), imdb(imdb)));
    }

    private static int number(long told) {
        return told > 0 && told <= Integer.MAX_VALUE ? (int) told : 0;
    }

    private static String imdb(String told) {
        return told.strip().matches("tt[0-9]{1,12}") ? told.strip() : "";
    }
}
