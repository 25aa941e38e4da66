package io.arrtheaudio.domain.media;

import java.text.Normalizer;
import java.util.Set;

/** A title in the form in which words are looked for: compatibility forms and accents undone, lower case. */
final class TitleText {

    /** Nobody says it later than here; a header may claim titles of any length. */
    private static final int LONGEST = 400;

    private final String asWritten;
    private final String lower;

    private TitleText(String asWritten) {
        this.asWritten = asWritten;
        char[] letters = asWritten.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = Character.toLowerCase(letters[i]);
        }
        this.lower = new String(letters);
    }

    static TitleText of(String title) {
        return new TitleText(unaccented(title.length() > LONGEST ? title.substring(0, LONGEST) : title));
    }

    /** Full-width letters become plain ones, half-width katakana whole ones, and letters lose their accents. */
    static String unaccented(String text) {
        if (isAscii(text)) {
            return text;
        }
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder kept = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                kept.append(c == '\u2019' ? '\'' : c);
            }
        }
        return kept.toString();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    /** Whether the title says so and does not deny it: "commentary", but not "no commentary" or "commentary-free". */
    boolean claims(WordList beginnings, WordList anywhere) {
        for (int at = 0; at < lower.length(); at++) {
            int end = anywhere.matchEnd(lower, at);
            if (end < 0 && !isLetterAt(lower, at - 1)) {
                end = beginnings.matchEnd(lower, at);
            }
            if (end >= 0 && !isDenied(at, end)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether "AD" (audio description) or "DVS" (descriptive video service) is there. In capitals they count wherever
     * they stand alone; otherwise, since "Ad Astra" is a film and "ad" a word, only as the last word, alone in brackets
     * or before a channel layout.
     */
    boolean isAbbreviatedDescription() {
        for (int at = 0; at < lower.length(); at++) {
            if ((lower.startsWith("ad", at) || lower.startsWith("dvs", at)) && !isLetterAt(lower, at - 1)) {
                int end = wordEnd(at);
                boolean isWhole = end - at == (lower.charAt(at) == 'a' ? 2 : 3);
                if (isWhole && countsAsAbbreviation(at, end) && !isDenied(at, end)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean countsAsAbbreviation(int at, int end) {
        int next = skipSeparators(lower, end);
        if (Vocabulary.OTHER_ADS.contains(wordAt(next))) {
            return false;
        }
        return isInCapitals(at, end) || next == lower.length() || isBracketed(at, end) || isLayout(next);
    }

    private boolean isInCapitals(int at, int end) {
        for (int i = at; i < end; i++) {
            if (!Character.isUpperCase(asWritten.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isBracketed(int at, int end) {
        return at > 0
                && end < lower.length()
                && "([{<".indexOf(lower.charAt(at - 1)) >= 0
                && ")]}>".indexOf(lower.charAt(end)) >= 0;
    }

    /** Such as {@code 2.0}. */
    private boolean isLayout(int at) {
        return at + 2 < lower.length()
                && Character.isDigit(lower.charAt(at))
                && lower.charAt(at + 1) == '.'
                && Character.isDigit(lower.charAt(at + 2));
    }

    private boolean isDenied(int at, int end) {
        return isDeniedBefore(wordStart(at)) || isDeniedBehind(end);
    }

    private boolean isDeniedBefore(int wordStart) {
        String before = wordBefore(wordStart);
        int start = wordStart;
        if (Vocabulary.BETWEEN.contains(before)) {
            start = lower.lastIndexOf(before, wordStart - 1);
            before = wordBefore(start);
        }
        boolean isDoctorNo = before.equals("no")
                && wordBefore(lower.lastIndexOf("no", start - 1)).equals("dr");
        return Vocabulary.DENYING.contains(before) && !isDoctorNo;
    }

    private boolean isDeniedBehind(int end) {
        int wordEnd = wordEnd(end);
        String tail = lower.substring(end, wordEnd);
        return Vocabulary.DENYING_BEHIND.contains(wordAt(skipSeparators(lower, wordEnd)))
                || endsWithOneOf(tail, Vocabulary.DENYING_ENDINGS);
    }

    private static boolean endsWithOneOf(String text, Set<String> endings) {
        for (String ending : endings) {
            if (text.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    private String wordAt(int at) {
        return lower.substring(at, wordEnd(at));
    }

    /** The word that ends before an index, separators between them left out; an apostrophe or a slash may be in it. */
    private String wordBefore(int index) {
        int end = index;
        while (end > 0 && !Character.isLetterOrDigit(lower.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && (isLetterAt(lower, start - 1) || "'/".indexOf(lower.charAt(start - 1)) >= 0)) {
            start--;
        }
        return lower.substring(start, end);
    }

    private int wordStart(int at) {
        int start = at;
        while (isLetterAt(lower, start - 1)) {
            start--;
        }
        return start;
    }

    private int wordEnd(int at) {
        int end = at;
        while (isLetterAt(lower, end)) {
            end++;
        }
        return end;
    }

    static boolean isLetterAt(String text, int index) {
        return index >= 0 && index < text.length() && Character.isLetter(text.charAt(index));
    }

    static int skipSeparators(String text, int from) {
        int at = from;
        while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
