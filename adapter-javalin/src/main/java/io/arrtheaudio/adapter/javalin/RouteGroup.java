package io.arrtheaudio.adapter.javalin;

import java.util.List;

/** Routes that belong together, and what they hold until the server ends. */
@FunctionalInterface
interface RouteGroup extends AutoCloseable {

    /** Its routes, the same every time. */
    List<Route> routes();

    /** Lets go of what it holds, and ends the answers that would go on for ever; called before the server stops. */
    @Override
    default void close() {}
}
