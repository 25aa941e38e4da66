package io.arrtheaudio.adapter.javalin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;

/**
 * JSON Schemas (draft 2020-12, as OpenAPI 3.1 has them) of the records that are written as JSON, made of the records
 * themselves.
 *
 * <p>One thread at a time.
 */
final class Schemas {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Map<Class<?>, String> TYPES = Map.of(
            String.class,
            "string",
            boolean.class,
            "boolean",
            Boolean.class,
            "boolean",
            int.class,
            "integer",
            long.class,
            "integer",
            Long.class,
            "integer",
            double.class,
            "number");

    private static final SnakeCaseStrategy NAMES = new SnakeCaseStrategy();

    private final ObjectNode all = NODES.objectNode();

    /** Every schema that was asked for until now, by name. */
    ObjectNode all() {
        return all;
    }

    /** The name of a record in the document. */
    static String nameOf(Class<?> fields) {
        return fields.getSimpleName().replaceFirst("View$", "");
    }

    /** A reference to the schema of a record that goes out, or comes in as a body. */
    ObjectNode of(Class<? extends Record> fields) {
        String name = nameOf(fields);
        if (!all.has(name)) {
            all.set(name, NODES.objectNode()); // before its fields, which may lead back here
            all.set(name, object(fields));
        }
        return NODES.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    private ObjectNode object(Class<? extends Record> fields) {
        ObjectNode schema = NODES.objectNode().put("type", "object");
        ObjectNode properties = NODES.objectNode();
        ArrayNode required = NODES.arrayNode();
        boolean comesIn = fields.getEnclosingClass() == Bodies.class;
        for (RecordComponent field : fields.getRecordComponents()) {
            properties.set(nameOf(field), described(field));
            if (comesIn ? field.getAnnotation(About.class).needed() : isAlwaysThere(field)) {
                required.add(nameOf(field));
            }
        }
        schema.set("properties", properties);
        return required.isEmpty() ? schema : schema.set("required", required);
    }

    /** How a field is called on the wire. */
    static String nameOf(RecordComponent field) {
        JsonProperty property = field.getAccessor().getAnnotation(JsonProperty.class);
        return property == null ? snake(field.getName()) : property.value();
    }

    /** A name as it is written on the wire: {@code dry_run}. */
    static String snake(String name) {
        return NAMES.translate(name);
    }

    /** Texts are left out if they are empty. */
    private static boolean isAlwaysThere(RecordComponent field) {
        return field.getType() != String.class && field.getAccessor().getAnnotation(JsonInclude.class) == null;
    }

    private ObjectNode described(RecordComponent field) {
        ObjectNode schema = type(field.getGenericType());
        About about = field.getAnnotation(About.class);
        if (about == null) {
            return schema;
        }
        if (about.oneOf() != About.AnyText.class) {
            ArrayNode values = schema.putArray("enum");
            Words.all(about.oneOf()).forEach(values::add);
        }
        ObjectNode whole = about.orOne() ? orOne(schema) : schema;
        return whole.put("description", about.value());
    }

    private static ObjectNode orOne(ObjectNode list) {
        ObjectNode either = NODES.objectNode();
        either.putArray("anyOf").add(list).add(list.get("items").deepCopy());
        return either;
    }

    private ObjectNode type(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class
                    ? NODES.objectNode().put("type", "array").set("items", type(arguments[0]))
                    : NODES.objectNode().put("type", "object").set("additionalProperties", type(arguments[1]));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return of(plain.asSubclass(Record.class));
        }
        if (!TYPES.containsKey(plain)) {
            throw new IllegalStateException("there is no JSON type for " + plain);
        }
        return NODES.objectNode().put("type", TYPES.get(plain));
    }
}
