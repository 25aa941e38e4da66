package io.arrtheaudio.adapter.javalin;

import static io.arrtheaudio.adapter.javalin.Route.Access.KEY;

import io.arrtheaudio.port.in.ThreadReport;
import io.javalin.http.HandlerType;
import java.util.List;

/**
 * What the server does at this moment, for a debug bundle. Thread-safe.
 *
 * @param report tells it
 */
record ThreadRoutes(ThreadReport report) implements RouteGroup {

    private static final String TEXT = "text/plain";

    @Override
    public List<Route> routes() {
        return List.of(new Route(
                HandlerType.GET,
                "/api/v1/admin/threads",
                KEY,
                new RouteDoc("Administration", "Every thread of the server, and where it is, for people")
                        .answers(200, "the threads", TEXT),
                context -> context.contentType(TEXT + "; charset=utf-8").result(report.threads())));
    }
}
