package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.domain.health.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How things are, a line for each, and what to do below those that are not well.
 *
 * @param screen knows whether there are colours
 */
record FindingsText(Screen screen) {

    private static final String INDENT = " ".repeat(9); // under the second column

    List<String> lines(List<Finding> findings) {
        Columns columns = new Columns();
        for (Finding finding : findings) {
            columns.add(word(finding.level()), Shown.text(finding.subject()), Shown.text(finding.found()));
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            lines.add(painted(finding.level(), columns.lines().get(i)));
            if (!finding.remedy().isEmpty()) {
                lines.add(INDENT + Shown.text(finding.remedy()));
            }
        }
        return lines;
    }

    private String painted(Level level, String line) {
        String word = word(level);
        return screen.painted(paint(level), word) + line.substring(word.length());
    }

    private static Paint paint(Level level) {
        return switch (level) {
            case OK -> Paint.GREEN;
            case WARNING -> Paint.YELLOW;
            case PROBLEM -> Paint.RED;
        };
    }

    private static String word(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
