package io.arrtheaudio.domain.title;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What people put before a title: a group in brackets, an index, "sample". */
final class NameFrame {

    /** A film, and a tag for nothing. */
    private static final Set<String> TITLES_IN_BRACKETS = Set.of("rec");

    private static final String SAMPLE = "sample-";

    private NameFrame() {}

    /** {@code [Group] Title}, with a title behind it that is no year. */
    static boolean beginsWithGroup(List<Token> tokens) {
        if (tokens.isEmpty() || tokens.get(0).bracket() != '[') {
            return false;
        }
        int next = behindFirstBracket(tokens);
        boolean isTitleItself = TITLES_IN_BRACKETS.contains(tokens.get(0).lower()) || Years.isYear(tokens.get(0));
        return !isTitleItself && next < tokens.size() && !Years.isYear(tokens.get(next));
    }

    private static int behindFirstBracket(List<Token> tokens) {
        int at = 0;
        while (at < tokens.size() && tokens.get(at).group() == 1) {
            at++;
        }
        return at;
    }

    /** Where everything is in brackets, the second one holds the title. */
    static List<Token> withoutGroup(List<Token> tokens) {
        List<Token> behind = tokens.subList(behindFirstBracket(tokens), tokens.size());
        Token first = behind.get(0);
        if (!first.isAside()) {
            return behind;
        }
        return behind.stream()
                .map(token -> token.group() == first.group() ? token.bare() : token)
                .toList();
    }

    /** {@code 01 - Title} and {@code 01. Title}, but not {@code 24 - S01E01} and {@code 12 Monkeys}. */
    static List<Token> withoutIndex(List<Token> tokens) {
        if (tokens.size() < 3 || !isIndex(tokens.get(0)) || !tokens.get(0).isBare()) {
            return tokens;
        }
        boolean isDotted = tokens.get(0).text().endsWith(".");
        if (!isDotted && !tokens.get(1).isDash()) {
            return tokens;
        }
        List<Token> rest = tokens.subList(isDotted ? 1 : 2, tokens.size());
        return rest.size() > 1 && isTitleWord(rest.get(0)) ? rest : tokens;
    }

    private static boolean isIndex(Token token) {
        String text = token.text();
        String digits = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        return digits.length() <= 3 && new Token(digits, ' ', 0).number() >= 0;
    }

    private static boolean isTitleWord(Token token) {
        return token.isBare()
                && !Tags.isCertain(token)
                && new Marks(List.of(token), false).find().sign() == Mark.Sign.NONE;
    }

    static List<Token> withoutSample(List<Token> tokens) {
        String first = tokens.isEmpty() ? "" : tokens.get(0).lower();
        if (tokens.size() > 1 && first.equals("sample")) {
            return tokens.subList(1, tokens.size());
        }
        return first.startsWith(SAMPLE) && first.length() > SAMPLE.length() ? withoutPrefix(tokens) : tokens;
    }

    private static List<Token> withoutPrefix(List<Token> tokens) {
        List<Token> rest = new ArrayList<>(tokens);
        Token first = tokens.get(0);
        rest.set(0, new Token(first.text().substring(SAMPLE.length()), first.bracket(), first.group()));
        return rest;
    }
}
