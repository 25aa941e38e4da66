package io.arrtheaudio.adapter.javalin;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;

/**
 * What names a request in the log, in its answer, and in all that it brings about: what the client calls it
 * ({@code X-Request-Id}), or the trace that it belongs to ({@code traceparent}, W3C Trace Context section 3.2), or a number by
 * chance that can name a trace, too. What a client may choose is short and plain, so that it cannot forge lines of the log.
 */
final class RequestId {

    /** The header that carries it, in requests and in answers. */
    static final String HEADER = "X-Request-Id";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:/+=@-]{1,128}");
    private static final Pattern TRACEPARENT =
            Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");
    private static final String NO_TRACE = "0".repeat(32);

    private RequestId() {}

    /** Of a request with these headers. */
    static String of(HttpFields headers) {
        String told = headers.get(HEADER);
        if (told != null && PLAIN.matcher(told).matches()) {
            return told;
        }
        String trace = trace(headers.get("traceparent"));
        return trace.isEmpty() ? byChance() : trace;
    }

    private static String trace(String parent) {
        if (parent == null) {
            return "";
        }
        Matcher matcher = TRACEPARENT.matcher(parent);
        return matcher.matches() && !matcher.group(1).equals(NO_TRACE) ? matcher.group(1) : "";
    }

    private static String byChance() {
        ThreadLocalRandom chance = ThreadLocalRandom.current();
        return HexFormat.of().toHexDigits(chance.nextLong()) + HexFormat.of().toHexDigits(chance.nextLong());
    }
}
