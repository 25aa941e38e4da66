package io.arrtheaudio.adapter.javalin;

import io.arrtheaudio.domain.health.CheckResult;
import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.domain.health.Health;
import io.arrtheaudio.domain.health.HealthStatus;
import io.arrtheaudio.domain.health.Need;
import io.arrtheaudio.domain.health.Observation;
import io.arrtheaudio.port.in.HealthBoard;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether the server lives, whether it works, how well, and its figures. */
final class StatusRoutes implements RouteGroup {

    private static final String GROUP = "Status";
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final String OPEN_METRICS = "application/openmetrics-text";

    private final HealthBoard board;
    private final ServerParts.Hooks hooks;
    private final Json json;
    private final InstantSource clock;
    private final Instant started;

    /** One word for those who only want to know that much. */
    record Word(String status) {}

    /**
     * How everything is.
     *
     * @param status {@code healthy}; {@code degraded} if a check has failed; {@code unhealthy} if nothing can be served
     * @param checks whether each is passed
     * @param details why, by the same names
     */
    record HealthReport(
            String status,
            String version,
            long uptimeSeconds,
            String timestamp,
            Map<String, Boolean> checks,
            Map<String, CheckDetail> details) {}

    /**
     * How one check came out.
     *
     * @param passed whether it is as it should be
     * @param required whether the settings need it; if not, it is passed in any case
     * @param serving whether nothing can be served while it has failed
     * @param why the worst thing that was found
     * @param remedy what to do about that
     * @param tookMs how long the look took that found it, in milliseconds
     * @param lookedAt when that was
     * @param findings everything that was found
     */
    record CheckDetail(
            boolean passed,
            boolean required,
            boolean serving,
            String why,
            String remedy,
            long tookMs,
            String lookedAt,
            List<CheckFinding> findings) {}

    /** One thing that was looked at. */
    record CheckFinding(String level, String subject, String found, String remedy, long tookMs, String lookedAt) {}

    StatusRoutes(HealthBoard board, ServerParts.Hooks hooks, Json json, InstantSource clock) {
        this.board = board;
        this.hooks = hooks;
        this.json = json;
        this.clock = clock;
        started = clock.instant();
    }

    @Override
    public List<Route> routes() {
        return List.of(
                route(
                        "/health/live",
                        Route.Access.OPEN,
                        doc("Whether the server answers").answers(OK, "it does", Word.class),
                        this::live),
                route(
                        "/health/ready",
                        Route.Access.OPEN,
                        doc("Whether it works on jobs")
                                .answers(OK, "it does", Word.class)
                                .answers(UNAVAILABLE, "it does not, or not yet", Word.class),
                        this::ready),
                route(
                        "/health",
                        Route.Access.KEY,
                        doc("How well everything is that it needs")
                                .answers(OK, "healthy or degraded", HealthReport.class)
                                .answers(UNAVAILABLE, "unhealthy", HealthReport.class),
                        this::health),
                route(
                        "/metrics",
                        Route.Access.METRICS,
                        doc("Figures for Prometheus, in its text format or as OpenMetrics")
                                .answers(OK, "the figures", "text/plain")
                                .answers(OK, "the figures", OPEN_METRICS)
                                .refuses(404, "there are no metrics"),
                        this::metrics));
    }

    private static RouteDoc doc(String summary) {
        return new RouteDoc(GROUP, summary);
    }

    private static Route route(String path, Route.Access access, RouteDoc doc, Handler handler) {
        return new Route(HandlerType.GET, path, access, doc, handler);
    }

    private void live(Context context) {
        json.answer(context, OK, new Word("alive"));
    }

    private void ready(Context context) {
        boolean isReady = hooks.readiness().getAsBoolean();
        json.answer(context, isReady ? OK : UNAVAILABLE, new Word(isReady ? "ready" : "not_ready"));
    }

    private void health(Context context) {
        Health health = board.now();
        Instant now = clock.instant();
        Map<String, Boolean> checks = new LinkedHashMap<>();
        Map<String, CheckDetail> details = new LinkedHashMap<>();
        for (CheckResult check : health.checks()) {
            checks.put(check.name().word(), check.passed());
            details.put(check.name().word(), detail(check));
        }
        HealthReport report = new HealthReport(
                health.status().word(),
                hooks.version(),
                Duration.between(started, now).toSeconds(),
                time(now),
                checks,
                details);
        json.answer(context, health.status() == HealthStatus.UNHEALTHY ? UNAVAILABLE : OK, report);
    }

    private static CheckDetail detail(CheckResult check) {
        Observation worst = check.worst();
        return new CheckDetail(
                check.passed(),
                check.need() != Need.NOTHING,
                check.need() == Need.SERVING,
                worst.finding().found(),
                worst.finding().remedy(),
                worst.took().toMillis(),
                time(worst.at()),
                check.observations().stream().map(StatusRoutes::seen).toList());
    }

    private static CheckFinding seen(Observation seen) {
        Finding finding = seen.finding();
        return new CheckFinding(
                finding.level().name().toLowerCase(Locale.ROOT),
                finding.subject(),
                finding.found(),
                finding.remedy(),
                seen.took().toMillis(),
                time(seen.at()));
    }

    private static String time(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private void metrics(Context context) {
        String accept = context.header("Accept");
        MetricsPage.Page page = hooks.metrics().page(accept == null ? "" : accept);
        if (page.text().isEmpty()) {
            throw Refusal.notFound("there are no metrics");
        }
        context.contentType(page.contentType()).result(page.text());
    }
}
