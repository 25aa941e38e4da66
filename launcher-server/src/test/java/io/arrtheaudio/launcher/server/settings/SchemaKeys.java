package io.arrtheaudio.launcher.server.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The paths of all keys that a JSON Schema describes, written as in the table of keys. */
final class SchemaKeys {

    private final List<String> paths = new ArrayList<>();

    private SchemaKeys() {}

    static List<String> of(Object schema) {
        SchemaKeys keys = new SchemaKeys();
        keys.collect(schema, "");
        return keys.paths;
    }

    private void collect(Object schema, String prefix) {
        if (schema instanceof Map<?, ?> map && map.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, property) -> {
                paths.add(prefix + name);
                collect(property, prefix + name + ".");
                collect(((Map<?, ?>) property).get("items"), prefix + name + "[].");
            });
        }
    }
}
