package io.arrtheaudio.launcher.server;

import io.arrtheaudio.adapter.javalin.MetricsPage;
import io.arrtheaudio.adapter.javalin.RequestObserver;
import io.arrtheaudio.adapter.jdbi.Database;
import io.arrtheaudio.adapter.jdbi.DatabaseSettings;
import io.arrtheaudio.adapter.micrometer.Metrics;
import io.arrtheaudio.adapter.micrometer.Watched;
import io.arrtheaudio.port.out.JobView;
import io.arrtheaudio.port.out.Telemetry;
import io.arrtheaudio.service.Workers;
import java.util.Set;

/**
 * The figures of one daemon: brings together those who tell, what can be looked up, and the page.
 *
 * <p>Thread-safe.
 */
final class DaemonMetrics implements RequestObserver, MetricsPage, AutoCloseable {

    private final Metrics metrics;

    private DaemonMetrics(Metrics metrics) {
        this.metrics = metrics;
    }

    /** Begins to count. */
    static DaemonMetrics open(String version) {
        return new DaemonMetrics(Metrics.open(version));
    }

    Telemetry telemetry() {
        return metrics;
    }

    /** From now on what is kept, the disks and the workers are watched. */
    void watch(Core core, JobView jobs, LiveSettings live, Workers workers) {
        DatabaseSettings data = core.database().settings();
        metrics.watch(new Watched(
                () -> jobs.figures(core.clock().instant()),
                () -> Database.size(data),
                data.dataFolder(),
                live::libraries,
                core.disk().replacements()::freeSpace));
        metrics.watch("workers", workers.threads());
    }

    @Override
    public void serves(String verb, String route, Set<Integer> statuses) {
        metrics.serves(verb, route, statuses);
    }

    @Override
    public void answered(Answered request) {
        metrics.answered(request.verb(), request.route(), request.status(), request.time());
    }

    @Override
    public Page page(String accept) {
        Metrics.Page page = metrics.page(accept);
        return new Page(page.contentType(), page.text());
    }

    @Override
    public void close() {
        metrics.close();
    }
}
