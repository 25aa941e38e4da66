package io.arrtheaudio.adapter.ffmpeg;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How a tool ended.
 *
 * @param exit its exit code
 * @param output what it printed, from the start
 * @param complaints what it printed to its error stream, up to the end
 */
record ToolResult(int exit, String output, String complaints) {

    private static final int LINES = 3;
    private static final int LONGEST = 400;

    /** Its last lines in one, from the error stream or, as mkvtoolnix does it, from the other. */
    String lastWords() {
        String text = complaints.isBlank() ? output : complaints;
        List<String> lines = text.lines()
                .map(line -> line.replaceAll("\\p{Cntrl}", " ").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        String last = lines.stream().skip(Math.max(0, lines.size() - LINES)).collect(Collectors.joining(" / "));
        return last.length() > LONGEST ? "..." + last.substring(last.length() - LONGEST) : last;
    }
}
