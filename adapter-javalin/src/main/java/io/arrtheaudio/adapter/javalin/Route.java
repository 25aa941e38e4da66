package io.arrtheaudio.adapter.javalin;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One address and what answers there. The server and the OpenAPI document are both made of these, so that neither has what
 * the other has not.
 *
 * @param verb of HTTP
 * @param path with its parameters in braces, as Javalin and OpenAPI both write it: {@code /api/v1/jobs/{id}}
 * @param access who may ask
 * @param doc what people are told about it
 * @param handler answers; a {@link Refusal} that it throws is answered as a problem document. One for GET is asked for HEAD
 *     too, and its body is not sent then
 */
record Route(HandlerType verb, String path, Access access, RouteDoc doc, Handler handler) {

    /** Who may ask. */
    enum Access {
        /** Anybody. */
        OPEN,
        /** Who has the key, the webhook secret, or a signature made with one of them. */
        WEBHOOK,
        /** Who has the key. */
        KEY,
        /** Who has the key, or anybody if the settings say so. */
        METRICS
    }

    Route {
        Objects.requireNonNull(verb, "verb");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(access, "access");
        Objects.requireNonNull(doc, "doc");
        Objects.requireNonNull(handler, "handler");
    }

    /** For logs: {@code GET /api/v1/jobs/{id}}. Nothing that a caller wrote is in it. */
    String name() {
        return path.isEmpty() ? "an address where nothing is" : verb.name() + " " + path;
    }

    /** What it may be answered with: what it is documented to, and what comes before it. */
    Set<Integer> statuses() {
        Stream<Integer> own = doc.answers().stream().map(RouteDoc.Answer::status);
        Stream<Integer> others = access == Access.OPEN ? Stream.of() : Stream.of(401, 429);
        return Stream.concat(own, others).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a path is this one, with anything in the place of parameters; a slash at the end does not matter. */
    boolean isAt(String asked) {
        String[] mine = path.split("/");
        String[] others = asked.split("/");
        return mine.length == others.length
                && IntStream.range(0, mine.length)
                        .allMatch(i -> mine[i].startsWith("{") ? !others[i].isEmpty() : mine[i].equals(others[i]));
    }
}
