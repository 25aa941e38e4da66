package io.arrtheaudio.adapter.javalin;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Locale;
import java.util.Set;

/**
 * Keeps other pages from writing with the key that a browser remembers: what a form can post is refused, and so is what a
 * browser says comes from elsewhere. What is no browser says nothing of the kind.
 */
final class WriteCheck {

    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);

    private WriteCheck() {}

    /**
     * Looks at a request.
     *
     * @throws Refusal with 403 if it comes from another site, with 415 if its body is not JSON
     */
    static void check(Context context) {
        if (READING.contains(context.method())) {
            return;
        }
        if (isOfAnotherSite(context)) {
            throw new Refusal(403, "this was sent by a page of another site");
        }
        String type = header(context, "Content-Type");
        boolean isNothing = type.isEmpty() && context.bodyAsBytes().length == 0;
        if (!isNothing && !isJson(type)) {
            throw new Refusal(415, "the body must be JSON, and Content-Type say application/json");
        }
    }

    private static boolean isOfAnotherSite(Context context) {
        String site = header(context, "Sec-Fetch-Site");
        if (!site.isEmpty()) {
            return site.equalsIgnoreCase("cross-site");
        }
        String origin = header(context, "Origin");
        return !origin.isEmpty() && !origin.replaceFirst("^https?://", "").equalsIgnoreCase(header(context, "Host"));
    }

    private static boolean isJson(String type) {
        String kind = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return kind.equals(Json.CONTENT_TYPE);
    }

    private static String header(Context context, String name) {
        String value = context.header(name);
        return value == null ? "" : value;
    }
}
