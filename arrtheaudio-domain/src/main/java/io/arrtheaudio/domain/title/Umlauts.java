package io.arrtheaudio.domain.title;

import java.text.Normalizer;
import java.util.Map;

/** Letters that are more than a letter with an accent. */
final class Umlauts {

    /** How they are written where the letter is not to be had. */
    private static final Map<Integer, String> SPELLED_OUT = Map.ofEntries(
            entry('\u00e4', "ae"),
            entry('\u00f6', "oe"),
            entry('\u00fc', "ue"),
            entry('\u00c4', "ae"),
            entry('\u00d6', "oe"),
            entry('\u00dc', "ue"),
            entry('\u00f8', "oe"),
            entry('\u00d8', "oe"),
            entry('\u00e5', "aa"),
            entry('\u00c5', "aa"));

    /** Small letters that no decomposition makes plain. */
    private static final Map<Integer, String> PLAIN = Map.ofEntries(
            entry('\u00df', "ss"),
            entry('\u00e6', "ae"),
            entry('\u0153', "oe"),
            entry('\u00f8', "o"),
            entry('\u0111', "d"),
            entry('\u00f0', "d"),
            entry('\u0142', "l"),
            entry('\u00fe', "th"),
            entry('\u0131', "i"),
            entry('\u03c2', "\u03c3"));

    private Umlauts() {}

    private static Map.Entry<Integer, String> entry(char letter, String letters) {
        return Map.entry((int) letter, letters);
    }

    /** With {@code ä} as {@code ae}. */
    static String spelledOut(String text) {
        StringBuilder spelled = new StringBuilder(text.length() + 8);
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> append(spelled, c));
        return spelled.toString();
    }

    private static void append(StringBuilder spelled, int c) {
        String letters = SPELLED_OUT.get(c);
        if (letters == null) {
            spelled.appendCodePoint(c);
        } else {
            spelled.append(letters);
        }
    }

    /** The plain letters for a small one, empty if it needs none. */
    static String plainLetters(int c) {
        return PLAIN.getOrDefault(c, "");
    }
}
