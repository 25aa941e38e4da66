package io.arrtheaudio.adapter.javalin;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eclipse.jetty.server.Request;

/**
 * What a request shows before anything of its body is read.
 *
 * @param shown the keys that it shows
 * @param client its address, behind trusted proxies
 * @param id names it in the log and in its answer
 * @param isSecure whether it came by TLS, as far as a trusted proxy says
 */
record Arrival(CallerCheck.Shown shown, IpAddress client, String id, boolean isSecure) {

    private static final String ATTRIBUTE = "arrival";

    /** The parameter that may show a key. */
    static final String PARAMETER = "apikey";

    private static final IpAddress UNKNOWN = new IpAddress(0, 0);

    /** Looks at a request, and remembers with it what was seen. */
    static Arrival see(Request request, Proxies proxies) {
        IpAddress peer = peer(request);
        CallerCheck.Shown shown = new CallerCheck.Shown(
                header(request, "X-Api-Key"),
                header(request, "Authorization"),
                parameter(request.getHttpURI().getQuery()),
                header(request, "X-Webhook-Signature"));
        IpAddress client = proxies.client(peer, headers(request, "X-Forwarded-For"));
        Arrival arrival = new Arrival(shown, client, RequestId.of(request.getHeaders()), isSecure(request, proxies));
        request.setAttribute(ATTRIBUTE, arrival);
        return arrival;
    }

    static boolean isSecure(Request request, Proxies proxies) {
        return proxies.isSecure(peer(request), headers(request, "X-Forwarded-Proto"));
    }

    static Arrival of(Request request) {
        return (Arrival) Objects.requireNonNull(request.getAttribute(ATTRIBUTE), "the request was not looked at");
    }

    static Arrival of(Context context) {
        return Objects.requireNonNull(context.attribute(ATTRIBUTE), "the request was not looked at");
    }

    private static IpAddress peer(Request request) {
        return IpAddress.read(Request.getRemoteAddr(request)).orElse(UNKNOWN);
    }

    private static List<String> headers(Request request, String name) {
        return request.getHeaders().getValuesList(name);
    }

    private static String header(Request request, String name) {
        String value = request.getHeaders().get(name);
        return value == null ? "" : value;
    }

    private static String parameter(String query) {
        return query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(pair -> pair.startsWith(PARAMETER + "="))
                        .map(pair -> decoded(pair.substring(PARAMETER.length() + 1)))
                        .findFirst()
                        .orElse("");
    }

    /** What is no text shows no key. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
