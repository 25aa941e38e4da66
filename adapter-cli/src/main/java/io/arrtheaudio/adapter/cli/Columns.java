package io.arrtheaudio.adapter.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines up cells in columns by the room they take on a terminal: East Asian wide characters take two places, combining
 * marks none (Unicode Standard Annex 11).
 */
final class Columns {

    private static final String GAP = "  ";
    private static final String CUT = "...";

    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a row; all rows have the same number of cells. */
    void add(String... cells) {
        rows.add(List.of(cells));
    }

    /** The rows as lines without trailing blanks. */
    List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    private String line(List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            line.append(cell).append(" ".repeat(widthOf(column) - width(cell))).append(GAP);
        }
        return line.toString().stripTrailing();
    }

    private int widthOf(int column) {
        return rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0);
    }

    /** How many places a text takes. */
    static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    /** A text, its end cut off if it takes more places than there are. */
    static String fitted(String text, int places) {
        if (width(text) <= places) {
            return text;
        }
        StringBuilder start = new StringBuilder(text);
        while (start.length() > 0 && width(start.toString()) + CUT.length() > places) {
            start.setLength(start.offsetByCodePoints(start.length(), -1));
        }
        return start + CUT;
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(c) ? 2 : 1;
    }

    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115f) // Hangul
                || (c >= 0x2e80 && c <= 0xa4cf && c != 0x303f) // CJK, kana, Yi
                || (c >= 0xa960 && c <= 0xa97f)
                || (c >= 0xac00 && c <= 0xd7a3) // Hangul syllables
                || (c >= 0xf900 && c <= 0xfaff)
                || (c >= 0xfe30 && c <= 0xfe6f)
                || (c >= 0xff01 && c <= 0xff60) // full-width forms
                || (c >= 0xffe0 && c <= 0xffe6)
                || (c >= 0x1f300 && c <= 0x1f64f) // pictographs
                || (c >= 0x1f680 && c <= 0x1f6ff)
                || (c >= 0x1f900 && c <= 0x1f9ff)
                || (c >= 0x20000 && c <= 0x3fffd);
    }
}
