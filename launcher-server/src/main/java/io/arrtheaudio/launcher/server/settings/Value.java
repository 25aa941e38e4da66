package io.arrtheaudio.launcher.server.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * What stands behind one key of the file. Texts are taken as they are written whatever YAML would make of them, so that
 * {@code no} can be Norwegian and {@code "2"} a number.
 *
 * @param node where it stands
 * @param key the key's path, for messages
 * @param report takes what is wrong with it
 * @param variables fills in what texts take from the environment
 * @param isUsed whether this version does anything with it; if not, a variable that is not set does no harm
 */
record Value(Node node, String key, Report report, Variables variables, boolean isUsed) {

    private static final int SHOWN = 60;

    /** Something that belongs to this one: an item of the list, a value of the section. */
    Value inner(Node part, String path) {
        return new Value(part, path, report, variables, isUsed);
    }

    /** The same, only to be checked. */
    Value unused() {
        return new Value(node, key, report, variables, false);
    }

    /** Whether nothing is written behind the key, or {@code null}. */
    boolean isNothing() {
        return node instanceof ScalarNode && node.getTag().equals(Tag.NULL);
    }

    /** Whether there is nothing in it: nothing written, or an empty list or section. */
    boolean isEmpty() {
        return isNothing()
                || node instanceof CollectionNode<?> list && list.getValue().isEmpty();
    }

    boolean isSection() {
        return node instanceof MappingNode;
    }

    /** The text, variables filled in; empty, and told, if there is none. */
    Optional<String> text(String allowed) {
        return textUnlessUnset("", allowed);
    }

    /** The same, but an empty text if it needs a variable of this name that is not set. */
    Optional<String> textUnlessUnset(String variable, String allowed) {
        if (!(node instanceof ScalarNode scalar) || isNothing()) {
            wrong(allowed);
            return Optional.empty();
        }
        Variables.Expansion expansion = variables.expand(scalar.getValue());
        if (expansion.worked()) {
            return Optional.of(expansion.text());
        }
        if (!variable.isEmpty() && expansion.unset().equals(variable)) {
            return Optional.of("");
        }
        if (isUsed) {
            problem(expansion.problem());
        }
        return Optional.empty();
    }

    /** What a reading makes of the text; empty, and told, if it makes nothing of it. */
    <T> Optional<T> text(String allowed, Function<String, Optional<T>> reading) {
        Optional<String> text = text(allowed);
        Optional<T> read = text.flatMap(reading);
        if (text.isPresent() && read.isEmpty()) {
            wrong(allowed);
        }
        return read;
    }

    /** The items of the list; empty, and told, if it is none. */
    Optional<List<Value>> items(String allowed) {
        if (node instanceof SequenceNode list) {
            return Optional.of(
                    list.getValue().stream().map(item -> inner(item, key)).toList());
        }
        wrong(allowed);
        return Optional.empty();
    }

    /** Tells that something else should stand here. */
    void wrong(String allowed) {
        problem("was " + found() + " but must be " + allowed);
    }

    /** The same, without showing what stands here, which may be a secret. */
    void wrongKind(String allowed) {
        String kind = node instanceof ScalarNode && !isNothing() ? "a text" : found();
        problem("was " + kind + " but must be " + allowed);
    }

    void problem(String text) {
        report.problem(line(), named(text));
    }

    void notice(String text) {
        report.notice(line(), named(text));
    }

    private String named(String text) {
        return key.isEmpty() ? text : key + ": " + text;
    }

    /** Where it stands, counted from 1. */
    int line() {
        return node.getStartMark().getLine() + 1;
    }

    private String found() {
        if (isNothing()) {
            return "nothing";
        }
        if (!(node instanceof ScalarNode scalar)) {
            return isSection() ? "a section" : "a list";
        }
        String written = scalar.getValue();
        String meant = variables.expand(written).text();
        boolean isTold = !written.equals(meant) && !Variables.takesSecret(written);
        return shown(written) + (isTold ? ", which gives " + shown(meant) + "," : "");
    }

    /** A text in quotes, on one line, not too long. */
    static String shown(String text) {
        return "'" + cut(text) + "'";
    }

    /** A text on one line, not too long. */
    static String cut(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "..." : line;
    }
}
