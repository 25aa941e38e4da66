package io.arrtheaudio.adapter.javalin;

import java.time.InstantSource;
import java.util.List;

/** The API as a whole. */
final class Api {

    private Api() {}

    /** Its groups, events included; the documentation is made when all routes are known. */
    static List<RouteGroup> groups(ServerParts parts, Json json, HttpSettings.Events events, InstantSource clock) {
        ServerParts.Desks desks = parts.desks();
        return List.of(
                new JobRoutes(desks, json),
                new UndoRoutes(desks, json),
                new BatchRoutes(desks, json, clock),
                new LibraryRoutes(parts, json),
                EventStream.open(desks.jobs(), json, events, clock));
    }
}
