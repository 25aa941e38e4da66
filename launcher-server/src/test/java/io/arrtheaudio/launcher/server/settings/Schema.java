package io.arrtheaudio.launcher.server.settings;

import io.arrtheaudio.launcher.server.settings.Key.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The JSON Schema (draft 7) that follows from the table of keys. */
final class Schema {

    private static final String VARIABLE = "\\$\\{[A-Za-z_][A-Za-z0-9_]*(:-[^}]*)?\\}";

    private Schema() {}

    static String text() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("$schema", "http://json-schema.org/draft-07/schema#");
        root.put("title", "ArrTheAudio settings");
        root.putAll(section(""));
        root.put("definitions", Map.of("variable", ordered("type", "string", "pattern", VARIABLE)));
        return json(root, "") + "\n";
    }

    private static Map<String, Object> section(String prefix) {
        Map<String, Object> properties = new LinkedHashMap<>();
        Keys.all().stream()
                .filter(key -> key.prefix().equals(prefix))
                .forEach(key -> properties.put(key.name(), property(key)));
        Map<String, Object> section =
                ordered("type", "object", "additionalProperties", false, "properties", properties);
        section.putAll(needed(prefix));
        return section;
    }

    private static Map<String, Object> needed(String prefix) {
        return switch (prefix) {
            case "path_overrides[]." -> ordered("required", List.of("path"));
            case "path_mappings[]." -> ordered("required", List.of("remote", "local"));
            case "scan.schedule[]." -> ordered("required", List.of("path", "when"));
            case "titles[]." ->
                ordered(
                        "required",
                        List.of("original_language"),
                        "anyOf",
                        Stream.of("tmdb", "tvdb", "imdb", "path")
                                .map(name -> ordered("required", List.of(name)))
                                .toList());
            default -> ordered();
        };
    }

    private static Map<String, Object> property(Key<?> key) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("description", key.meaning().replace("`", "'"));
        if (key.effect() == Effect.NEVER) {
            property.put("deprecated", true);
        }
        if (!key.byDefault().isEmpty()) {
            property.put("default", new Yaml(new SafeConstructor(new LoaderOptions())).load(key.byDefault()));
        }
        property.putAll(allowed(key));
        return property;
    }

    private static Map<String, Object> allowed(Key<?> key) {
        Shape<?> shape = key.shape();
        if (shape instanceof Shape.Fields) {
            return section(key.path() + ".");
        }
        if (shape instanceof Shape.Rows) {
            return ordered("type", "array", "items", section(key.path() + "[]."));
        }
        if (shape instanceof Shape.Tongues || shape instanceof Addresses || shape instanceof Shape.Folders) {
            return ordered("type", "array", "items", ordered("type", "string"));
        }
        if (shape instanceof Words<?> words) {
            List<String> all = new ArrayList<>(words.words().keySet());
            words.older().keySet().stream().sorted().forEach(all::add);
            return orVariable(ordered("enum", all));
        }
        if (shape instanceof Shape.Flag) {
            return orVariable(ordered("type", "boolean"));
        }
        if (shape instanceof Shape.Whole whole) {
            return orVariable(ordered("type", "integer", "minimum", whole.least(), "maximum", whole.most()));
        }
        if (shape instanceof Share) {
            return orVariable(ordered("type", "number", "minimum", 0, "maximum", 1));
        }
        if (shape instanceof Shape.Span span) {
            Map<String, Object> time = ordered(
                    "type",
                    List.of("string", "integer"),
                    "minimum",
                    span.least().isZero() ? 0 : 1);
            return span.isLimited() ? with(time, "maximum", span.most().toSeconds()) : time;
        }
        if (shape instanceof Size) {
            return ordered("type", List.of("string", "integer"), "minimum", 0);
        }
        if (shape instanceof Millis) {
            return orVariable(ordered("type", "integer", "minimum", 0, "maximum", 60_000));
        }
        return ordered("type", "string");
    }

    private static Map<String, Object> orVariable(Map<String, Object> other) {
        return ordered("anyOf", List.of(other, ordered("$ref", "#/definitions/variable")));
    }

    private static Map<String, Object> with(Map<String, Object> map, String name, Object value) {
        map.put(name, value);
        return map;
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    private static String json(Object value, String indent) {
        String inner = indent + "  ";
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> inner + json(entry.getKey(), inner) + ": " + json(entry.getValue(), inner))
                    .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(item -> json(item, inner)).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof String text ? quoted(text) : value.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
