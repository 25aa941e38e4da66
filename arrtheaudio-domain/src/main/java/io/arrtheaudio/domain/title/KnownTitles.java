package io.arrtheaudio.domain.title;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Titles that rules would read wrong: they end in a year, or look like a mark of an episode or a season. */
final class KnownTitles {

    private static final Set<String> WITH_YEAR_AT_END = comparable(
            "Space 1999",
            "Wonder Woman 1984",
            "Class of 1984",
            "Class of 1999",
            "Airport 1975",
            "Dracula 2000",
            "Death Race 2000",
            "Fantasia 2000",
            "Heavy Metal 2000",
            "Godzilla 2000",
            "Godzilla 1985",
            "Summer 1993",
            "American Horror Story 1984",
            "Reply 1988",
            "Reply 1994",
            "Reply 1997",
            "Argentina 1985",
            "Fear Street 1994",
            "Fear Street 1978",
            "Fear Street Part One 1994",
            "Fear Street Part Two 1978");

    private static final Set<String> WITH_LANGUAGE_AT_END = comparable("The Good German");

    private static final Set<String> LIKE_A_MARK = comparable("Open Season 2", "Open Season 3", "10x10", "Series 7");

    private KnownTitles() {}

    static boolean endsInYear(List<Token> words) {
        return WITH_YEAR_AT_END.contains(comparable(words));
    }

    static boolean endsInLanguage(List<Token> words) {
        return WITH_LANGUAGE_AT_END.contains(comparable(words));
    }

    static boolean looksLikeMark(List<Token> words) {
        return LIKE_A_MARK.contains(comparable(words));
    }

    private static String comparable(List<Token> words) {
        return ComparableTitle.normalised(words.stream().map(Token::text).collect(Collectors.joining(" ")));
    }

    private static Set<String> comparable(String... titles) {
        return Stream.of(titles).map(ComparableTitle::normalised).collect(Collectors.toUnmodifiableSet());
    }
}
