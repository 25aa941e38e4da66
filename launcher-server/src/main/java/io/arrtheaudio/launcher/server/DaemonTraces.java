package io.arrtheaudio.launcher.server;

import io.arrtheaudio.adapter.javalin.RequestObserver;
import io.arrtheaudio.adapter.micrometer.tracing.Traces;
import io.arrtheaudio.adapter.micrometer.tracing.TracingSettings;
import io.arrtheaudio.port.out.Doing;
import io.arrtheaudio.port.out.Happening;
import io.arrtheaudio.port.out.Span;
import io.arrtheaudio.port.out.Telemetry;
import java.util.Set;

/**
 * Figures and traces of one daemon: figures are told to whom they are told without traces, too.
 *
 * <p>Thread-safe.
 */
final class DaemonTraces implements Telemetry, RequestObserver, AutoCloseable {

    private final DaemonMetrics metrics;
    private final Traces traces;

    private DaemonTraces(DaemonMetrics metrics, Traces traces) {
        this.metrics = metrics;
        this.traces = traces;
    }

    /** Begins to send. */
    static DaemonTraces open(TracingSettings settings, DaemonMetrics metrics, String version) {
        return new DaemonTraces(metrics, Traces.open(settings, version));
    }

    @Override
    public void happened(Happening happening) {
        metrics.telemetry().happened(happening);
    }

    @Override
    public Span begin(Doing doing, String about, String correlation) {
        return traces.begin(doing, about, correlation);
    }

    @Override
    public void serves(String verb, String route, Set<Integer> statuses) {
        metrics.serves(verb, route, statuses);
    }

    @Override
    public Underway begins(String verb, String route, String id, String parent) {
        return isOfWatchers(route) ? Underway.UNWATCHED : traces.request(verb, route, id, parent)::answered;
    }

    /** Who asks every few seconds how it is would fill the collector. */
    private static boolean isOfWatchers(String route) {
        return route.equals("/metrics") || route.startsWith("/health");
    }

    @Override
    public void answered(Answered request) {
        metrics.answered(request);
    }

    /** What has ended is sent, unless that takes too long, and no thread is left. */
    @Override
    public void close() {
        traces.close();
    }
}
