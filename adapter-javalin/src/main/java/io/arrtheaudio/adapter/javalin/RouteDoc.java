package io.arrtheaudio.adapter.javalin;

import java.util.Objects;

/**
 * What people are told about a route.
 *
 * @param group under which heading it stands
 * @param summary in one line
 */
record RouteDoc(String group, String summary) {

    RouteDoc {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(summary, "summary");
    }
}
