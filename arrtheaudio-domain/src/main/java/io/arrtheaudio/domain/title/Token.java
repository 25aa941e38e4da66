package io.arrtheaudio.domain.title;

import java.util.Locale;

/**
 * A word of a name.
 *
 * @param text as written
 * @param bracket the bracket it stands in, {@code (}, {@code [} or an opening brace, or a blank outside of any
 * @param group which of the brackets it stands in, counted from 1; 0 outside of any
 */
record Token(String text, char bracket, int group) {

    static final String DASH = "-";

    /** Stands alone, as in {@code Show - Title}. */
    boolean isDash() {
        return text.equals(DASH);
    }

    boolean isBare() {
        return group == 0;
    }

    /** In brackets that hold facts about a file; round ones may hold words of a title too. */
    boolean isAside() {
        return bracket == '[' || bracket == '{';
    }

    /** Behind the name, whatever it says. */
    boolean isBracketed() {
        return group != 0;
    }

    String lower() {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Its number, or -1 if it is anything but one to four digits. */
    int number() {
        if (text.isEmpty() || text.length() > 4) {
            return -1;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return -1;
            }
        }
        return Integer.parseInt(text);
    }

    Token bare() {
        return new Token(text, ' ', 0);
    }
}
