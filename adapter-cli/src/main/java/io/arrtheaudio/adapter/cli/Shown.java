package io.arrtheaudio.adapter.cli;

import java.nio.file.Path;

/**
 * Text of unknown origin as it may be printed: control characters, and those that turn the direction of writing, are
 * escaped, so that a file name can neither move the cursor nor start a new line.
 */
final class Shown {

    private Shown() {}

    /** A path in one line. */
    static String path(Path path) {
        return text(path.toString());
    }

    /** Any text in one line. */
    static String text(String raw) {
        StringBuilder shown = new StringBuilder(raw.length());
        raw.codePoints().forEach(c -> {
            if (isHarmless(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append(escaped(c));
            }
        });
        return shown.toString();
    }

    /** A line of JSON, in which the JSON library has escaped what JSON forbids but not all that moves a cursor. */
    static String json(String line) {
        StringBuilder shown = new StringBuilder(line.length());
        line.chars().forEach(c -> {
            if (Character.isSurrogate((char) c) || isHarmless(c)) {
                shown.append((char) c);
            } else {
                shown.append(String.format("\\u%04x", c));
            }
        });
        return shown.toString();
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            case Character.FORMAT -> !turnsDirection(c);
            default -> true;
        };
    }

    /** The marks of Unicode Standard Annex 9, table 4, and the byte order mark. */
    private static boolean turnsDirection(int c) {
        return c == 0x061c
                || c == 0x200e
                || c == 0x200f
                || c == 0xfeff
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069);
    }

    private static String escaped(int c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(c < 0x100 ? "\\x%02x" : "\\u%04x", c);
        };
    }
}
