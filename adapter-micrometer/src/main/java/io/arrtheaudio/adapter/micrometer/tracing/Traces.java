package io.arrtheaudio.adapter.micrometer.tracing;

import io.arrtheaudio.port.out.Doing;
import io.arrtheaudio.port.out.Happening;
import io.arrtheaudio.port.out.Span;
import io.arrtheaudio.port.out.Telemetry;
import io.micrometer.tracing.Span.Kind;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the time of one program goes: begins and ends spans, and has them sent to a collector behind everybody's back. A trace
 * is named by the id of the request that it began with, if that can name one, and whatever the request brings about joins it.
 *
 * <p>Whether a trace is sent is decided by its id alone, so that its parts are sent together, whichever run they are of.
 *
 * <p>Thread-safe. Any number of them may be in one process; each ends with {@link #close}.
 */
public final class Traces implements Telemetry, AutoCloseable {

    private static final String NAME = "arrtheaudio";
    private static final String CORRELATION = "correlation_id";
    private static final Pattern PARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-((?!0{16})[0-9a-f]{16})-[0-9a-f]{2}(-.*)?");

    private final TraceIds ids = new TraceIds();
    private final SdkTracerProvider provider;
    private final Tracer tracer;
    private final AutoCloseable sending;
    private final AtomicBoolean isClosed = new AtomicBoolean();

    /** @param sending what ends the sending of what was handed to the processor, in time */
    Traces(SpanProcessor processor, AutoCloseable sending, double sample, String version) {
        provider = SdkTracerProvider.builder()
                .setIdGenerator(ids)
                .setSampler(sample < 1 ? Sampler.traceIdRatioBased(sample) : Sampler.alwaysOn())
                .setResource(Resource.getDefault()
                        .merge(Resource.create(Attributes.of(
                                AttributeKey.stringKey("service.name"), NAME,
                                AttributeKey.stringKey("service.version"), version))))
                .addSpanProcessor(processor)
                .build();
        tracer = new OtelTracer(provider.get("io.arrtheaudio"), new OtelCurrentTraceContext(), event -> {});
        this.sending = sending;
    }

    /**
     * Begins to send.
     *
     * @param version of the program
     */
    public static Traces open(TracingSettings settings, String version) {
        Sending sending = new Sending(settings);
        return new Traces(sending.processor(), sending, settings.sample(), version);
    }

    /** Figures are nobody's business here. */
    @Override
    public void happened(Happening happening) {}

    @Override
    public Span begin(Doing doing, String about, String correlation) {
        io.micrometer.tracing.Span.Builder span = tracer.spanBuilder().name(doing.word());
        mark(span, doing);
        if (!about.isEmpty()) {
            span.tag(attribute(doing), about);
        }
        if (!correlation.isEmpty()) {
            span.tag(CORRELATION, correlation);
        }
        if (TraceIds.isTrace(correlation)) {
            span.setParent(place(correlation, TraceIds.firstOf(correlation)));
        }
        return begun(span);
    }

    /**
     * A request begins to be dealt with, by this thread. It joins the trace that its client is in, unless it is called by another
     * one, which its jobs will join.
     *
     * @param verb of HTTP
     * @param route its pattern, {@code /api/v1/jobs/{id}}; empty if there is none
     * @param id what it is called
     * @param parent what the client sent as {@code traceparent} (W3C Trace Context section 3.2), or anything else
     */
    public RequestSpan request(String verb, String route, String id, String parent) {
        io.micrometer.tracing.Span.Builder span = tracer.spanBuilder()
                .name(route.isEmpty() ? verb : verb + " " + route)
                .kind(Kind.SERVER)
                .tag("http.request.method", verb)
                .tag(CORRELATION, id);
        if (!route.isEmpty()) {
            span.tag("http.route", route);
        }
        Matcher sent = PARENT.matcher(parent);
        if (sent.matches() && canJoin(sent.group(1), id)) {
            span.setParent(place(sent.group(1), sent.group(2)));
            return new RequestSpan(begun(span));
        }
        span.setNoParent();
        return new RequestSpan(TraceIds.isTrace(id) ? ids.asFirst(id, () -> begun(span)) : begun(span));
    }

    private static boolean canJoin(String trace, String id) {
        return TraceIds.isTrace(trace) && (trace.equals(id) || !TraceIds.isTrace(id));
    }

    private Begun begun(io.micrometer.tracing.Span.Builder builder) {
        io.micrometer.tracing.Span span = builder.start();
        return new Begun(span, tracer.withSpan(span));
    }

    private TraceContext place(String trace, String span) {
        return tracer.traceContextBuilder()
                .traceId(trace)
                .spanId(span)
                .sampled(true)
                .build();
    }

    /** On which side of a conversation it is; most are in none. */
    private static void mark(io.micrometer.tracing.Span.Builder span, Doing doing) {
        switch (doing) {
            case REQUEST -> span.kind(Kind.SERVER);
            case JOB -> span.kind(Kind.CONSUMER);
            case LOOKUP -> span.kind(Kind.CLIENT);
            case INSPECT, CHOOSE, WRITE -> {}
        }
    }

    private static String attribute(Doing doing) {
        return switch (doing) {
            case JOB -> "job_id";
            case INSPECT, CHOOSE, WRITE -> "file";
            case LOOKUP -> "title";
            case REQUEST -> "request";
        };
    }

    /** What has ended is sent if that takes no longer than two seconds; then nothing is, and no thread is left. */
    @Override
    public void close() {
        if (isClosed.getAndSet(true)) {
            return;
        }
        try {
            sending.close();
        } catch (Exception e) {
            throw new IllegalStateException("traces did not end", e);
        } finally {
            provider.close();
        }
    }
}
