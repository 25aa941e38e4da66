package io.arrtheaudio.adapter.javalin;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrtheaudio.domain.failure.Nearest;
import io.javalin.http.Context;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Refuses fields and parameters of the API that are misspelt: who writes {@code dryRun} where it is {@code dry_run} wants no
 * file changed. What is like nothing that a route knows does not matter, and webhooks may hold what they like.
 */
final class KnownNames {

    private static final String API = "/api/";

    private KnownNames() {}

    /** Looks at the query of a request to the API. */
    static void check(Context context, Route route) {
        if (route.path().startsWith(API)) {
            Set<String> known = Stream.concat(
                            route.doc().parameters().stream()
                                    .filter(parameter -> parameter.in().equals("query"))
                                    .map(RouteDoc.Parameter::name),
                            Stream.of(Arrival.PARAMETER))
                    .collect(Collectors.toCollection(TreeSet::new));
            expectKnown(context.queryParamMap().keySet(), known, "", "parameter");
        }
    }

    /**
     * Looks at a body, and at the objects in it.
     *
     * @param fields what it may hold
     */
    static void check(JsonNode body, Class<? extends Record> fields) {
        check(body, fields, "");
    }

    private static void check(JsonNode body, Class<? extends Record> fields, String prefix) {
        Map<String, RecordComponent> known = new LinkedHashMap<>();
        Arrays.stream(fields.getRecordComponents()).forEach(field -> known.put(Schemas.nameOf(field), field));
        List<String> told = body.properties().stream().map(Map.Entry::getKey).toList();
        expectKnown(told, known.keySet(), prefix, "field");
        known.forEach((name, field) -> {
            if (field.getType().isRecord() && body.path(name).isObject()) {
                check(body.path(name), field.getType().asSubclass(Record.class), prefix + name + ".");
            }
        });
    }

    private static void expectKnown(Iterable<String> told, Set<String> known, String prefix, String what) {
        for (String name : told) {
            if (!known.contains(name)) {
                meant(Schemas.snake(name), known).ifPresent(nearest -> {
                    throw new Refusal(
                            422,
                            "there is no " + what + " " + Words.shown(prefix + name) + "; did you mean " + prefix
                                    + nearest + "?");
                });
            }
        }
    }

    private static Optional<String> meant(String name, Set<String> known) {
        return Nearest.of(name, known)
                .or(() -> known.stream()
                        .filter(word -> name.length() > 2 && (word.startsWith(name) || name.startsWith(word)))
                        .findFirst());
    }
}
