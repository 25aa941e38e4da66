package io.arrtheaudio.adapter.tmdb;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Whether a title that TMDB knows is the one that is looked for.
 *
 * @param name what it is called where it was found
 * @param year 0 if unknown
 */
record Agreement(String name, int year) {

    /** Titles are compared without accents, signs and spaces, in lower case. */
    boolean isCalled(String title) {
        String wanted = plain(name);
        return !wanted.isEmpty() && wanted.equals(plain(title));
    }

    /** A year more or less: films are shown at festivals first, and series cross the new year. */
    boolean isOf(int otherYear) {
        return year == 0 || otherYear != 0 && Math.abs(year - otherYear) <= 1;
    }

    private static String plain(String title) {
        return Normalizer.normalize(title.replace("&", " and "), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
