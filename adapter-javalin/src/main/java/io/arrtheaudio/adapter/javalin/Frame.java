package io.arrtheaudio.adapter.javalin;

import io.arrtheaudio.port.in.LogFields;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.servlet.JavalinServlet;
import io.javalin.router.Endpoint;
import io.javalin.router.EndpointNotFound;
import jakarta.servlet.Servlet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.MDC;

/**
 * What is around every route: who may ask, what may be written, what is answered when something is thrown, and who is told
 * about it. An address where nothing is goes the same way, so that strangers do not learn what there is.
 */
final class Frame {

    private final List<Route> routes;
    private final Admission admission;
    private final Problems problems;
    private final RequestObserver observer;
    private final InstantSource clock;

    Frame(List<Route> routes, Admission admission, Problems problems, RequestObserver observer, InstantSource clock) {
        this.routes = List.copyOf(routes);
        this.admission = admission;
        this.problems = problems;
        this.observer = observer;
        this.clock = clock;
    }

    /** All routes in one; the plain one, without a server of Javalin's own and without web sockets. */
    Servlet servlet(long bodyBytes) {
        return new JavalinServlet(Javalin.create(config -> set(config, bodyBytes)).unsafe);
    }

    private void set(JavalinConfig config, long bodyBytes) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = bodyBytes;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.asyncTimeout = 0; // streams go on; the connection's idle time ends what is dead
        routes.forEach(route -> add(config, route));
        config.routes.exception(EndpointNotFound.class, (thrown, context) -> answerNowhere(context));
        config.routes.exception(Exception.class, (thrown, context) -> problems.answer(context, "a request", thrown));
        config.router.javaLangErrorHandler((response, error) -> {
            response.setStatus(500);
            problems.logged(error);
        });
    }

    private void add(JavalinConfig config, Route route) {
        add(config, route.verb(), route);
        if (route.verb().equals(HandlerType.GET)) {
            add(config, HandlerType.HEAD, route);
        }
    }

    private void add(JavalinConfig config, HandlerType verb, Route route) {
        config.routes.addEndpoint(new Endpoint(verb, route.path(), context -> answer(context, route, route.handler())));
    }

    private void answer(Context context, Route route, Handler handler) {
        Instant begun = clock.instant();
        String id = Arrival.of(context).id();
        String parent = context.header("traceparent");
        RequestObserver.Underway underway =
                observer.begins(context.method().name(), route.path(), id, parent == null ? "" : parent);
        MDC.put(LogFields.CORRELATION, id);
        try {
            BodyGate.check(context);
            admission.admit(context, route);
            WriteCheck.check(context);
            KnownNames.check(context, route);
            handler.handle(context);
        } catch (Exception e) {
            problems.answer(context, route.name(), e);
        } finally {
            MDC.remove(LogFields.CORRELATION);
        }
        if (context.statusCode() >= 400) {
            admission.refused(context);
        }
        underway.answered(context.statusCode());
        Duration time = Duration.between(begun, clock.instant());
        observer.answered(
                new RequestObserver.Answered(context.method().name(), route.path(), context.statusCode(), time));
    }

    private void answerNowhere(Context context) {
        String path = context.path();
        Route nowhere = new Route(
                HandlerType.findOrDefault(FrontDoor.OTHER),
                "",
                Route.Access.KEY,
                new RouteDoc("", ""),
                asked -> refuse(path));
        answer(context, nowhere, nowhere.handler());
    }

    private void refuse(String path) {
        String verbs = routes.stream()
                .filter(route -> route.isAt(path))
                .flatMap(Frame::verbs)
                .map(HandlerType::name)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        throw verbs.isEmpty()
                ? Refusal.notFound("there is nothing at this address; /docs lists what there is")
                : new Refusal(405, "this address answers to " + verbs, Map.of("Allow", verbs));
    }

    private static Stream<HandlerType> verbs(Route route) {
        return route.verb().equals(HandlerType.GET)
                ? Stream.of(HandlerType.GET, HandlerType.HEAD)
                : Stream.of(route.verb());
    }
}
