package io.arrtheaudio.domain.title;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a name apart into words. Blanks, underscores and dots part words; dots do not in abbreviations ({@code S.W.A.T.}),
 * and in names with blanks not behind a word ({@code Mr. Robot}) or in small decimals ({@code 12.5}). Hyphens belong to
 * words, unless a name has nothing else to part them.
 */
final class TokenReader {

    private static final String OPENING = "([{\uFF08\uFF3B\u3010";
    private static final String OPENING_PLAIN = "([{([[";
    private static final String CLOSING = ")]}\uFF09\uFF3D\u3011";
    private static final String QUOTES = "\u300C\u300D\u300E\u300F\u300A\u300B\u201C\u201D\"";
    private static final String DASHES = "-\u2013\u2014\uFF0D";

    private final String text;
    private final boolean isSpaced;
    private final boolean isPlussed;
    private final boolean isHyphened;
    private final List<Token> tokens = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private char bracket = ' ';
    private int groups;

    TokenReader(String text) {
        this.text = text;
        this.isSpaced = text.indexOf(' ') >= 0;
        boolean isParted = isSpaced || text.indexOf('.') >= 0 || text.indexOf('_') >= 0;
        this.isPlussed = !isParted && text.indexOf('+') > 0;
        this.isHyphened = !isParted && !isPlussed && partsOfHyphensAreFacts(text);
    }

    /** {@code the-matrix-1999}, but not {@code 9-1-1} or {@code Spider-Man}. */
    private static boolean partsOfHyphensAreFacts(String text) {
        for (String part : text.split(Token.DASH)) {
            Token token = new Token(part, ' ', 0);
            if (part.length() < text.length() && (Years.isYear(token) || Tags.isCertain(token))) {
                return true;
            }
        }
        return false;
    }

    List<Token> read() {
        for (int at = 0; at < text.length(); at++) {
            readChar(at);
        }
        endWord();
        return List.copyOf(tokens);
    }

    private void readChar(int at) {
        char c = text.charAt(at);
        if (OPENING.indexOf(c) >= 0) {
            endWord();
            bracket = OPENING_PLAIN.charAt(OPENING.indexOf(c));
            groups++;
        } else if (CLOSING.indexOf(c) >= 0) {
            endWord();
            bracket = ' ';
        } else if (c == '.') {
            readDot(at);
        } else if (parts(c)) {
            endWord();
        } else {
            word.append(c);
        }
    }

    private boolean parts(char c) {
        return c <= ' '
                || c == '_'
                || Character.isSpaceChar(c)
                || QUOTES.indexOf(c) >= 0
                || (c == '+' && isPlussed)
                || (c == '-' && isHyphened);
    }

    private void readDot(int at) {
        if (isInAbbreviation(at)) {
            word.append('.');
            if (!isSingleLetter(at + 1)) {
                endWord();
            }
        } else if (isSpaced && (endsWord(at) || isDecimal(at) || isDot(at - 1))) {
            word.append('.');
        } else {
            endWord();
        }
    }

    /** Between single letters, or behind the last of them. */
    private boolean isInAbbreviation(int at) {
        return isSingleLetter(at - 1) && (isSingleLetter(at + 1) || (isDot(at - 2) && isSingleLetter(at - 3)));
    }

    private boolean isSingleLetter(int at) {
        return isLetter(at) && !isLetterOrDigit(at - 1) && !isLetterOrDigit(at + 1);
    }

    /** Such as in {@code Mr. Robot} and {@code tick... BOOM}. */
    private boolean endsWord(int at) {
        return at + 1 == text.length() || !isLetterOrDigit(at + 1);
    }

    /** Such as in {@code 2.0} and {@code 12.5}. */
    private boolean isDecimal(int at) {
        return isDigit(at - 1)
                && !isLetterOrDigit(isDigit(at - 2) ? at - 3 : at - 2)
                && isDigit(at + 1)
                && !isLetterOrDigit(at + 2);
    }

    private boolean isDot(int at) {
        return at >= 0 && text.charAt(at) == '.';
    }

    private boolean isLetter(int at) {
        return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at));
    }

    private boolean isDigit(int at) {
        return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
    }

    private boolean isLetterOrDigit(int at) {
        return isLetter(at) || isDigit(at);
    }

    /** A hyphen at either end of a word counts as one that stands alone: {@code Alien- Romulus}. */
    private void endWord() {
        int start = 0;
        int end = word.length();
        while (start < end && isDash(start)) {
            start++;
        }
        while (end > start && isDash(end - 1)) {
            end--;
        }
        addDash(start > 0);
        if (start < end) {
            tokens.add(new Token(word.substring(start, end), bracket, group()));
        }
        addDash(start < end && end < word.length());
        word.setLength(0);
    }

    private boolean isDash(int at) {
        return DASHES.indexOf(word.charAt(at)) >= 0;
    }

    private void addDash(boolean isThere) {
        if (isThere && !(bracket == ' ' && isHyphened)) {
            tokens.add(new Token(Token.DASH, bracket, group()));
        }
    }

    private int group() {
        return bracket == ' ' ? 0 : groups;
    }
}
