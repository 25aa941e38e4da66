package io.arrtheaudio.domain.title;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which words are years of films and series. */
final class Years {

    private static final int FIRST = 1888;

    /** Later ones are of the stories: "Blade Runner 2049", "2046", "Cyberpunk 2077". */
    private static final int LAST = 2040;

    /** {@code 1999}, {@code 2010-2015}, {@code 2010-}, {@code 1999-GROUP}, and {@code 1999,} in a list of facts. */
    private static final Pattern YEAR = Pattern.compile("([12][0-9]{3})(?:[-\u2013,/].*)?");

    private Years() {}

    /** The year a word tells, 0 if it tells none. */
    static int of(Token token) {
        Matcher matcher = YEAR.matcher(token.text());
        int year = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        return year >= FIRST && year <= LAST ? year : 0;
    }

    static boolean isYear(Token token) {
        return of(token) != 0;
    }
}
