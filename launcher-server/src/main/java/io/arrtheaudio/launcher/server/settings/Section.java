package io.arrtheaudio.launcher.server.settings;

import io.arrtheaudio.domain.failure.Nearest;
import io.arrtheaudio.launcher.server.settings.Key.Effect;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * The file, or one item of a list in it, held against the table of keys: each value under its path, sections within it
 * included. Keys without an effect are checked and dropped here.
 *
 * <p>One thread at a time.
 */
final class Section {

    private final Value whole;
    private final Map<String, Value> values = new HashMap<>();

    private Section(Value whole) {
        this.whole = whole;
    }

    /** Reads the keys of a section; their paths begin with the prefix. */
    static Section of(Value section, String prefix) {
        Section read = new Section(section);
        read.takeAll(section, prefix);
        return read;
    }

    /** What stands behind a key, read; empty if nothing does or if it cannot be read. To be asked once for each key. */
    <T> Optional<T> get(Key<T> key) {
        return Optional.ofNullable(values.get(key.path()))
                .flatMap(value -> key.shape().read(value));
    }

    /** Whether something stands behind a key, readable or not. */
    boolean has(Key<?> key) {
        return values.containsKey(key.path());
    }

    /** Tells something about what stands behind a key. */
    void notice(Key<?> key, String text) {
        values.get(key.path()).notice(text);
    }

    /** Tells what is wrong with what stands behind a key. */
    void problem(Key<?> key, String text) {
        values.get(key.path()).problem(text);
    }

    /** The line of what stands behind a key, counted from 1. */
    int line(Key<?> key) {
        return values.get(key.path()).line();
    }

    /** Tells what is wrong with the section. */
    void problem(String text) {
        whole.problem(text);
    }

    private void takeAll(Value section, String prefix) {
        Map<String, Integer> lines = new HashMap<>();
        for (NodeTuple entry : ((MappingNode) section.node()).getValue()) {
            Node name = entry.getKeyNode();
            int line = name.getStartMark().getLine() + 1;
            if (!(name instanceof ScalarNode scalar)) {
                section.report().problem(line, "a key must be a word, not a list or a section");
                continue;
            }
            String path = prefix + scalar.getValue();
            Optional<Integer> before = Optional.ofNullable(lines.putIfAbsent(path, line));
            if (Keys.at(path).isEmpty()) {
                section.report().problem(line, unknown(prefix, scalar.getValue()));
            } else if (before.isPresent()) {
                section.report().problem(line, path + ": is written twice, before in line " + before.get());
            } else {
                take(Keys.at(path).get(), section.inner(entry.getValueNode(), path));
            }
        }
    }

    private void take(Key<?> key, Value value) {
        if (!value.isUsed()) {
            check(key, value);
        } else if (key.effect() != Effect.NOW) {
            if (!value.isEmpty()) {
                value.notice("has no effect in this version or a later one");
            }
            check(key, value.unused());
        } else if (value.isNothing()) {
            value.notice("has no value, so its default holds");
        } else if (key.shape() instanceof Shape.Fields fields) {
            fields.read(value).ifPresent(section -> takeAll(section, key.path() + "."));
        } else {
            values.put(key.path(), value);
        }
    }

    /** Only looks whether it would be right. */
    private void check(Key<?> key, Value value) {
        if (value.isNothing()) {
            return;
        }
        if (key.shape() instanceof Shape.Fields fields) {
            fields.read(value).ifPresent(section -> takeAll(section, key.path() + "."));
        } else if (key.shape() instanceof Shape.Rows rows) {
            rows.read(value).ifPresent(items -> items.forEach(item -> takeAll(item, key.path() + "[].")));
        } else {
            key.shape().read(value);
        }
    }

    private static String unknown(String prefix, String name) {
        List<String> beside = Keys.all().stream()
                .filter(key -> key.prefix().equals(prefix))
                .map(Key::name)
                .toList();
        Optional<String> elsewhere = Keys.all().stream()
                .filter(key -> key.name().equals(name))
                .map(Key::path)
                .min(Comparator.comparing(path -> path.contains("[]"))); // the general place before an exception to it
        String hint = Nearest.of(name, beside)
                .map(near -> prefix + near)
                .or(() -> elsewhere)
                .map(meant -> "; did you mean " + meant + "?")
                .orElseGet(() -> "; known here: " + String.join(", ", beside));
        return prefix + Value.cut(name) + ": is not known" + hint;
    }
}
