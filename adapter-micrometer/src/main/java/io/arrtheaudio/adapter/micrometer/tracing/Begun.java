package io.arrtheaudio.adapter.micrometer.tracing;

import io.arrtheaudio.port.out.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.otel.bridge.OtelSpan;

/** A span that has begun: what its thread begins meanwhile belongs to it. */
final class Begun implements Span {

    private final io.micrometer.tracing.Span span;
    private final Tracer.SpanInScope scope;
    private boolean hasEnded;

    Begun(io.micrometer.tracing.Span span, Tracer.SpanInScope scope) {
        this.span = span;
        this.scope = scope;
    }

    /** A number that stays one; Micrometer would make a text of it. */
    void tag(String name, long value) {
        OtelSpan.toOtel(span).setAttribute(name, value);
    }

    @Override
    public void failed(String why) {
        span.error(new Failed(why));
    }

    @Override
    public void close() {
        if (!hasEnded) {
            hasEnded = true;
            scope.close();
            span.end();
        }
    }

    /** What went wrong, in words; where in the code is the log's to tell. */
    private static final class Failed extends RuntimeException {

        Failed(String why) {
            super(why, null, false, false);
        }
    }
}
