package io.arrtheaudio.adapter.micrometer.tracing;

import io.opentelemetry.sdk.trace.IdGenerator;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Ids by chance; but a trace that was named before it began gets a first span whose id follows from that name. So what belongs
 * to it can be told where it belongs, in another thread or after a restart, by the name of the trace alone.
 *
 * <p>Thread-safe.
 */
final class TraceIds implements IdGenerator {

    private static final Pattern TRACE = Pattern.compile("(?!0{32})[0-9a-f]{32}");

    private final IdGenerator chance = IdGenerator.random();
    private final ThreadLocal<String> named = new ThreadLocal<>();

    /** Whether a text can name a trace (W3C Trace Context section 3.2.2.3). */
    static boolean isTrace(String text) {
        return TRACE.matcher(text).matches();
    }

    /** The id of the first span of a trace. */
    static String firstOf(String trace) {
        String low = trace.substring(16);
        return low.equals("0".repeat(16)) ? trace.substring(0, 16) : low;
    }

    /** Begins the first span of a trace. */
    <T> T asFirst(String trace, Supplier<T> begin) {
        named.set(trace);
        try {
            return begin.get();
        } finally {
            named.remove();
        }
    }

    @Override
    public String generateTraceId() {
        String trace = named.get();
        return trace == null ? chance.generateTraceId() : trace;
    }

    @Override
    public String generateSpanId() {
        String trace = named.get();
        return trace == null ? chance.generateSpanId() : firstOf(trace);
    }
}
