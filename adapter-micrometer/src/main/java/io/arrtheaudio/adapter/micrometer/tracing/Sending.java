package io.arrtheaudio.adapter.micrometer.tracing;

import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends spans in one thread, a few seconds after they have ended. What comes faster than it can be sent is dropped, and so is
 * what is not taken: nothing is kept on disk, and nobody waits.
 */
final class Sending implements AutoCloseable {

    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final Duration LAST = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int MOST = 2_048;
    private static final int AT_ONCE = 512;

    /** They would tell again and again what is told once; held, for else they are forgotten. */
    private static final List<Logger> TALKATIVE = List.of(
            Logger.getLogger("io.opentelemetry.exporter.otlp.internal.HttpExporter"),
            Logger.getLogger(BatchSpanProcessor.class.getName()));

    private final SendingThreads threads = new SendingThreads();
    private final CollectorLine line;
    private final SpanProcessor processor;

    Sending(TracingSettings settings) {
        TALKATIVE.forEach(logger -> logger.setLevel(Level.OFF));
        line = new CollectorLine(settings, LIMIT, threads);
        OtlpHttpSpanExporterBuilder exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(settings.target().toString())
                .setMeterProvider(MeterProvider.noop()) // else it would count in that of the program around
                .setComponentLoader(new Only(line));
        processor = threads.making(BatchSpanProcessor.builder(exporter.build())
                .setMeterProvider(MeterProvider.noop())
                .setMaxQueueSize(MOST)
                .setMaxExportBatchSize(AT_ONCE)
                .setScheduleDelay(PERIOD)
                .setExporterTimeout(LIMIT.plus(LAST))::build);
    }

    SpanProcessor processor() {
        return processor;
    }

    /** Whoever does not take the last ones in time is hung up on. */
    @Override
    public void close() {
        processor.forceFlush().join(LAST.toNanos(), TimeUnit.NANOSECONDS);
        line.close();
        processor.shutdown().join(LAST.toNanos(), TimeUnit.NANOSECONDS);
        threads.close();
    }

    /** Whatever way to send is asked for, there is one. */
    private record Only(CollectorLine line) implements ComponentLoader {

        @Override
        public <T> Iterable<T> load(Class<T> kind) {
            HttpSenderProvider provider = config -> line;
            return kind.isInstance(provider) ? List.of(kind.cast(provider)) : List.of();
        }
    }
}
