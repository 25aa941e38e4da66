package io.arrtheaudio.adapter.micrometer;

import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.port.out.Happening;
import io.arrtheaudio.port.out.Telemetry;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.ExecutorService;

/**
 * All figures of one program, and the page that Prometheus reads. Counting costs nanoseconds and waits for nobody; what must
 * be looked up (the queue, the disks) is looked up when a page is wanted, in threads of its own, and no page waits for it longer
 * than a moment.
 *
 * <p>Thread-safe. Any number of them may be in one process; each ends with {@link #close}.
 */
public final class Metrics implements Telemetry, AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final HappeningMeters happenings;
    private final HttpMeters http;
    private final Lookups lookups = new Lookups();
    private final RuntimeMeters runtime;
    private final Deque<Runnable> beforePage = new ArrayDeque<>();

    /**
     * All figures, to be read by Prometheus.
     *
     * @param contentType as HTTP writes it
     * @param text the page
     */
    public record Page(String contentType, String text) {

        /** Checks the values. */
        public Page {
            Objects.requireNonNull(contentType, "contentType");
            Objects.requireNonNull(text, "text");
        }
    }

    private Metrics(String version) {
        registry.throwExceptionOnRegistrationFailure();
        runtime = RuntimeMeters.in(registry);
        Gauge.builder("arrtheaudio.version.info", () -> 1)
                .description("Which version of the program runs, on which Java; always 1")
                .tag("version", version)
                .tag("java_version", Runtime.version().toString())
                .register(registry);
        happenings = new HappeningMeters(registry);
        http = new HttpMeters(registry);
    }

    /**
     * Begins to count.
     *
     * @param version of the program
     */
    public static Metrics open(String version) {
        return new Metrics(version);
    }

    @Override
    public void happened(Happening happening) {
        happening.tell(happenings);
    }

    /**
     * There is a route that requests may be for.
     *
     * @param verb of HTTP
     * @param route its pattern, {@code /api/v1/jobs/{id}}
     * @param statuses that it can be answered with
     */
    public void serves(String verb, String route, Collection<Integer> statuses) {
        http.expect(verb, route, statuses);
    }

    /**
     * A request was answered.
     *
     * @param verb of HTTP
     * @param route its pattern, {@code /api/v1/jobs/{id}}; empty if there is none
     * @param status of the answer
     * @param time that it took
     */
    public void answered(String verb, String route, int status, Duration time) {
        http.answered(verb, route, status, time);
        if (status == HttpMeters.BROKEN) {
            happened(new Happening.Troubled(Remedy.REPORT_BUG, Happening.Component.API));
        }
    }

    /** From now on what can be looked up is looked up. */
    public void watch(Watched watched) {
        QueueGauges queue = new QueueGauges(registry, lookups.of(watched.figures()));
        DiskGauges disks = new DiskGauges(registry, lookups, watched);
        runtime.watchDisk(registry, watched.dataFolder());
        synchronized (beforePage) {
            beforePage.add(queue::refresh);
            beforePage.add(disks::refresh);
        }
    }

    /**
     * From now on threads are watched.
     *
     * @param name of the group, for people
     */
    public void watch(String name, ExecutorService threads) {
        runtime.watch(registry, name, threads);
    }

    /**
     * Everything, as it is now.
     *
     * @param accept what the reader accepts, as HTTP writes it; empty for the plain format
     */
    public Page page(String accept) {
        synchronized (beforePage) {
            beforePage.forEach(Runnable::run);
        }
        lookups.await();
        PageFormat format = PageFormat.of(accept);
        return new Page(format.contentType(), registry.scrape(format.contentType()));
    }

    /** Nothing is looked up any more, and no thread is left. What is told after that is told to nobody. */
    @Override
    public void close() {
        lookups.close();
        runtime.close();
        registry.close();
    }
}
