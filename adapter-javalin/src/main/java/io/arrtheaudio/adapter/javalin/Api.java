package io.arrtheaudio.adapter.javalin;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Everything that is served. */
final class Api {

    private Api() {}

    /** All groups, and at their end the documentation of all. */
    static List<RouteGroup> groups(ServerParts parts, Json json, HttpSettings.Events events, InstantSource clock) {
        ServerParts.Desks desks = parts.desks();
        List<RouteGroup> groups = new ArrayList<>(List.of(
                new WebhookRoutes(desks.arr(), json),
                new StatusRoutes(desks.health(), parts.hooks(), json, clock),
                new JobRoutes(desks, json),
                new UndoRoutes(desks, json),
                new BatchRoutes(desks, json, clock),
                new LibraryRoutes(parts, json),
                new BackupRoutes(desks, json),
                new LogRoutes(parts, json),
                new ThreadRoutes(desks.threads()),
                new ScheduleRoutes(desks.schedules(), json),
                EventStream.open(desks.jobs(), json, events, clock)));
        List<Route> routes =
                groups.stream().flatMap(group -> group.routes().stream()).toList();
        groups.add(new DocsRoutes(routes, parts.hooks().version(), json));
        return List.copyOf(groups);
    }
}
