package io.arrtheaudio.adapter.javalin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arrtheaudio.adapter.javalin.Route.Access;
import io.arrtheaudio.adapter.javalin.RouteDoc.Answer;
import io.arrtheaudio.adapter.javalin.RouteDoc.Nothing;
import io.arrtheaudio.adapter.javalin.RouteDoc.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells in the words of OpenAPI 3.1 what the routes are; made of the routes that are served, and of nothing else. */
final class OpenApiDocument {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{([a-z_]+)}");
    private static final List<String> KEYS = List.of("api_key", "bearer", "basic", "api_key_parameter");

    private final List<Route> routes;
    private final String version;
    private final Schemas schemas = new Schemas();

    private OpenApiDocument(List<Route> routes, String version) {
        this.routes = routes;
        this.version = version;
    }

    /** The document of these routes. */
    static ObjectNode of(List<Route> routes, String version) {
        return new OpenApiDocument(routes, version).whole();
    }

    private ObjectNode whole() {
        ObjectNode document = NODES.objectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "ArrTheAudio")
                .put("version", version)
                .put("summary", "Makes the right audio track the default one.");
        document.putArray("servers").addObject().put("url", "/");
        tags(document.putArray("tags"));
        ObjectNode paths = document.putObject("paths");
        for (Route route : routes) {
            paths.withObjectProperty(route.path()).set(verb(route), operation(route));
        }
        ObjectNode components = document.putObject("components");
        components.set("responses", problems());
        components.set("schemas", schemas.all());
        components.set("securitySchemes", keys());
        return document;
    }

    private void tags(ArrayNode tags) {
        routes.stream()
                .map(route -> route.doc().group())
                .distinct()
                .forEach(group -> tags.addObject().put("name", group));
    }

    private static String verb(Route route) {
        return route.verb().name().toLowerCase(Locale.ROOT);
    }

    private ObjectNode operation(Route route) {
        ObjectNode operation = NODES.objectNode()
                .put("operationId", name(route))
                .put("summary", route.doc().summary());
        operation.putArray("tags").add(route.doc().group());
        ArrayNode parameters = operation.putArray("parameters");
        PATH_PARAMETER.matcher(route.path()).results().forEach(found -> parameters.add(ofPath(found.group(1))));
        route.doc().parameters().forEach(parameter -> parameters.add(parameter(parameter)));
        if (route.doc().body() != Nothing.class) {
            operation.set("requestBody", body(route.doc().body()));
        }
        operation.set("responses", answers(route));
        operation.set("security", security(route.access()));
        return operation;
    }

    /** {@code get_jobs_id}. */
    private static String name(Route route) {
        Matcher others = Pattern.compile("[^a-z0-9]+").matcher(route.path().replace("/api/v1", ""));
        return (verb(route) + others.replaceAll("_")).replaceFirst("_$", "");
    }

    private static ObjectNode ofPath(String name) {
        ObjectNode node = NODES.objectNode().put("name", name).put("in", "path").put("required", true);
        node.putObject("schema").put("type", "string");
        return node;
    }

    private static ObjectNode parameter(Parameter parameter) {
        ObjectNode node = NODES.objectNode()
                .put("name", parameter.name())
                .put("in", parameter.in())
                .put("description", parameter.about());
        if (parameter.oneOf().isEmpty()) {
            node.putObject("schema").put("type", parameter.type());
            return node;
        }
        ObjectNode items = node.put("style", "form")
                .put("explode", false)
                .putObject("schema")
                .put("type", "array");
        ArrayNode values = items.putObject("items").put("type", "string").putArray("enum");
        parameter.oneOf().forEach(values::add);
        return node;
    }

    private ObjectNode body(Class<? extends Record> fields) {
        ObjectNode body = NODES.objectNode();
        ObjectNode schema = schemas.of(fields);
        boolean isNeeded = schemas.all().path(Schemas.nameOf(fields)).has("required");
        body.put("required", isNeeded)
                .putObject("content")
                .putObject("application/json")
                .set("schema", schema);
        return body;
    }

    private ObjectNode answers(Route route) {
        ObjectNode answers = NODES.objectNode();
        for (Answer answer : route.doc().answers()) {
            String status = Integer.toString(answer.status());
            ObjectNode node = answer(answer);
            if (answers.path(status).path("content") instanceof ObjectNode others) { // another form of the same
                ((ObjectNode) node.path("content")).setAll(others);
            }
            answers.set(status, node);
        }
        if (route.access() != Access.OPEN) {
            refer(answers, "401", "NoKey");
            refer(answers, "429", "TooOften");
        }
        if (route.doc().body() != Nothing.class) {
            refer(answers, "400", "Unreadable");
            refer(answers, "413", "TooLarge");
            refer(answers, "415", "NotJson");
        }
        refer(answers, "default", "Problem");
        return answers;
    }

    private ObjectNode answer(Answer answer) {
        ObjectNode node = NODES.objectNode().put("description", answer.about());
        if (!answer.content().isEmpty()) {
            ObjectNode content = node.putObject("content").putObject(answer.content());
            content.set("schema", answer.body() == Nothing.class ? anything(answer) : schemas.of(answer.body()));
        }
        return node;
    }

    private static ObjectNode anything(Answer answer) {
        return NODES.objectNode().put("type", answer.content().equals(Json.CONTENT_TYPE) ? "object" : "string");
    }

    private static void refer(ObjectNode answers, String status, String name) {
        if (!answers.has(status)) {
            answers.putObject(status).put("$ref", "#/components/responses/" + name);
        }
    }

    private ObjectNode problems() {
        ObjectNode problems = NODES.objectNode();
        problems.set("NoKey", problem("no key was shown, or a wrong one"));
        problems.set("TooOften", problem("asked too often; Retry-After says when to ask again"));
        problems.set("Unreadable", problem("the body cannot be read"));
        problems.set("TooLarge", problem("the body is too large"));
        problems.set("NotJson", problem("the body is not application/json"));
        problems.set("Problem", problem("any other problem"));
        return problems;
    }

    private ObjectNode problem(String about) {
        return answer(new Answer(0, about, Problem.CONTENT_TYPE, Problem.class));
    }

    /** Any one of them is enough. */
    private static ArrayNode security(Access access) {
        ArrayNode any = NODES.arrayNode();
        if (access == Access.OPEN) {
            return any;
        }
        KEYS.forEach(key -> any.addObject().putArray(key));
        if (access == Access.WEBHOOK) {
            any.addObject().putArray("signature");
        }
        if (access == Access.METRICS) {
            any.addObject();
        }
        return any;
    }

    private static ObjectNode keys() {
        ObjectNode keys = NODES.objectNode();
        keys.set("api_key", key("header", "X-Api-Key", "the key"));
        keys.set("api_key_parameter", key("query", "apikey", "the key, where no header can be set"));
        keys.set(
                "signature",
                key("header", "X-Webhook-Signature", "HMAC-SHA256 of the body, made with the key, in hex"));
        keys.putObject("bearer").put("type", "http").put("scheme", "bearer").put("description", "the key as the token");
        keys.putObject("basic")
                .put("type", "http")
                .put("scheme", "basic")
                .put("description", "the key as the password");
        return keys;
    }

    private static ObjectNode key(String in, String name, String about) {
        return NODES.objectNode()
                .put("type", "apiKey")
                .put("in", in)
                .put("name", name)
                .put("description", about);
    }
}
