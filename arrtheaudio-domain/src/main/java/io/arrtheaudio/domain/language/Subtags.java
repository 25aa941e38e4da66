package io.arrtheaudio.domain.language;

/** The forms of the parts of a language tag, checked by hand: every track of every file comes along here. */
final class Subtags {

    private Subtags() {}

    /** {@code jpn}. */
    static boolean isCode(String text) {
        return text.length() == 3 && isAll(text, 0, 'a', 'z');
    }

    /** {@code Hant}. */
    static boolean isScript(String text) {
        return text.length() == 4 && text.charAt(0) >= 'A' && text.charAt(0) <= 'Z' && isAll(text, 1, 'a', 'z');
    }

    /** {@code BR} or {@code 419}. */
    static boolean isRegion(String text) {
        return text.length() == 2 && isAll(text, 0, 'A', 'Z') || text.length() == 3 && isAll(text, 0, '0', '9');
    }

    /** Between one and eight lower-case letters and digits (RFC 5646 section 2.1). */
    static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= 8;
    }

    private static boolean isAll(String text, int from, char first, char last) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < first || text.charAt(i) > last) {
                return false;
            }
        }
        return true;
    }
}
