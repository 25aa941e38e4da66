package io.arrtheaudio.adapter.javalin;

import io.arrtheaudio.adapter.javalin.HttpSettings.Keys;
import io.arrtheaudio.adapter.javalin.RequestObserver.Answered;
import io.arrtheaudio.kit.StoppedClock;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A real server with nothing behind it but what a test puts there. */
final class TestServer implements AutoCloseable {

    static final String KEY = "0123456789abcdef";
    static final String SECRET = "webhooks only";
    static final String[] WITH_KEY = {"X-Api-Key", KEY};

    final StoppedClock clock = new StoppedClock(Instant.parse("2026-11-25T08:00:00Z"));
    final KeptCalls calls = new KeptCalls();
    final KeptAudit audit = new KeptAudit(clock);
    final List<String> underway = new CopyOnWriteArrayList<>();
    final List<Answered> observed = new CopyOnWriteArrayList<>();
    final Map<String, Set<Integer>> served = new ConcurrentHashMap<>();
    private final HttpServer server;

    TestServer(HttpSettings settings, Route... routes) {
        RouteGroup webhooks = new WebhookRoutes(calls, new Json());
        RouteGroup others = () -> List.of(routes);
        server = HttpServer.start(settings, settings::keys, List.of(webhooks, others), audit, new Observer(), clock);
    }

    private final class Observer implements RequestObserver {

        @Override
        public void serves(String verb, String route, Set<Integer> statuses) {
            served.put(verb + " " + route, statuses);
        }

        @Override
        public Underway begins(String verb, String route, String id, String parent) {
            underway.add("begin " + verb + " " + route + " as " + id + " in " + parent);
            return status -> underway.add("end " + id + " with " + status);
        }

        @Override
        public void answered(Answered request) {
            observed.add(request);
        }
    }

    /** With a key, and a secret for webhooks. */
    static TestServer locked(Route... routes) {
        return new TestServer(lockedSettings(), routes);
    }

    /** Open to everybody. */
    static TestServer open(Route... routes) {
        return new TestServer(HttpSettings.at("127.0.0.1", 0, Keys.NONE), routes);
    }

    static HttpSettings lockedSettings() {
        return HttpSettings.at("127.0.0.1", 0, new Keys(KEY, SECRET));
    }

    /** A route for who has the key. */
    static Route route(HandlerType verb, String path, Handler handler) {
        return new Route(verb, path, Route.Access.KEY, new RouteDoc("Test", "For tests"), handler);
    }

    /** A route that answers with what it was sent. */
    static Route echo(HandlerType verb, String path) {
        return route(verb, path, context -> context.result(context.bodyAsBytes()));
    }

    int port() {
        return server.port();
    }

    Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    /** Posts JSON. */
    Answer post(String path, String body, String... headers) {
        return send("POST", path, body, with(headers, "Content-Type", "application/json"));
    }

    /** Sends exactly that. */
    Answer send(String verb, String path, String body, String... headers) {
        return Answer.to(port(), verb, path, body, headers);
    }

    static String[] with(String[] headers, String... more) {
        return Stream.concat(Stream.of(headers), Stream.of(more)).toArray(String[]::new);
    }

    /** A connection on which anything can be sent. */
    Wire wire() {
        return new Wire(port());
    }

    @Override
    public void close() {
        server.close();
    }
}
