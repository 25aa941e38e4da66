package io.arrtheaudio.launcher.server.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Says in our own words why a text is not YAML. The parser's words are never passed on: they quote the file, and there may
 * be a secret in that line.
 *
 * @param line counted from 1, 0 if the parser does not tell
 * @param position of the character if that is all the parser tells, else -1
 * @param text what is wrong and what to do
 */
record YamlFault(int line, int position, String text) {

    private static final String OPEN_END = "found unexpected end of stream";

    private static final Map<String, String> OURS = new LinkedHashMap<>();

    static {
        OURS.put("found character '\\t(TAB)'", "a tab stands where YAML wants spaces");
        OURS.put("that cannot start any token", "a text that begins with @, ` or % must be in quotes");
        OURS.put(
                "mapping values are not allowed",
                "a colon too many, or a line that is indented too deep; put texts with ': ' in quotes");
        OURS.put("could not find expected ':'", "a key without a colon behind it");
        OURS.put("found undefined alias", "a text that begins with * must be in quotes");
        OURS.put("anchor", "a text that begins with & must be in quotes");
        OURS.put("tag", "a text that begins with ! must be in quotes");
        OURS.put(OPEN_END, "a quote is opened here and not closed");
        OURS.put(
                "unknown escape character",
                "in double quotes a \\ must be written \\\\; single quotes take it as it is");
        OURS.put("expected ',' or", "a list in [ ] or a section in { } lacks a comma or its end");
        OURS.put("expected <block end>", "this does not fit what stands before it; are the lines indented alike?");
        OURS.put("expected the node content", "a value is missing, or a comma or bracket stands where none belongs");
        OURS.put(
                "sequence entries are not allowed",
                "a list item (-) stands where none belongs; begin a new line for it");
        OURS.put("expected a single document", "a second document begins (---); only one may be in the file");
        OURS.put("Nesting Depth exceeded", "lists and sections lie too deep within each other");
        OURS.put("Number of aliases", "too many aliases (*name)");
        OURS.put("special characters are not allowed", "a character that YAML does not allow");
    }

    static YamlFault of(YAMLException e) {
        if (e instanceof ReaderException reader) {
            return new YamlFault(0, reader.getPosition(), words("special characters are not allowed"));
        }
        if (!(e instanceof MarkedYAMLException marked)) {
            return new YamlFault(0, -1, words(String.valueOf(e.getMessage())));
        }
        String problem = String.valueOf(marked.getProblem());
        Optional<Mark> begin = Optional.ofNullable(marked.getContextMark());
        Optional<Mark> place = Optional.ofNullable(marked.getProblemMark());
        Mark mark = (problem.contains(OPEN_END) ? begin.or(() -> place) : place.or(() -> begin)).orElseThrow();
        return new YamlFault(mark.getLine() + 1, -1, words(problem + " " + marked.getContext()));
    }

    private static String words(String theirs) {
        return "is not YAML: "
                + OURS.entrySet().stream()
                        .filter(known -> theirs.contains(known.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("this line, or the one before it, cannot be read");
    }
}
