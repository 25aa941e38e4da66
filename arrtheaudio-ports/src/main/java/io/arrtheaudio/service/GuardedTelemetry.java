package io.arrtheaudio.service;

import io.arrtheaudio.port.out.Doing;
import io.arrtheaudio.port.out.Happening;
import io.arrtheaudio.port.out.Span;
import io.arrtheaudio.port.out.Telemetry;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what goes wrong with telling away from what is told of: a film that was changed is not said to have failed because
 * somebody who counts it threw an exception. The first such problem is logged, the others are not.
 *
 * <p>Thread-safe.
 */
public final class GuardedTelemetry implements Telemetry {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedTelemetry.class);

    private final Telemetry told;
    private final AtomicBoolean hasComplained = new AtomicBoolean();

    /** @param told may break what {@link Telemetry} asks of it */
    public GuardedTelemetry(Telemetry told) {
        this.told = Objects.requireNonNull(told, "told");
    }

    @Override
    public void happened(Happening happening) {
        tell(() -> told.happened(happening));
    }

    @Override
    public Span begin(Doing doing, String about, String correlation) {
        Span[] begun = {Span.NONE};
        tell(() -> begun[0] = Objects.requireNonNull(told.begin(doing, about, correlation), "a span"));
        return new GuardedSpan(begun[0]);
    }

    private final class GuardedSpan implements Span {

        private final Span span;

        GuardedSpan(Span span) {
            this.span = span;
        }

        @Override
        public void failed(String why) {
            tell(() -> span.failed(why));
        }

        @Override
        public void close() {
            tell(span::close);
        }
    }

    private void tell(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException e) {
            if (hasComplained.compareAndSet(false, true)) {
                LOG.warn("{} does not keep to what Telemetry asks for; this is told once", told.getClass(), e);
            }
        }
    }
}
