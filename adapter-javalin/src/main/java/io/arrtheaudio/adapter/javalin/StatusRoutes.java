package io.arrtheaudio.adapter.javalin;

import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.domain.health.Level;
import io.arrtheaudio.port.in.HealthDesk;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Whether the server lives, whether it works, how well, and its figures. */
final class StatusRoutes implements RouteGroup {

    private static final String GROUP = "Status";
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final String OPEN_METRICS = "application/openmetrics-text";

    private final ServerParts.Hooks hooks;
    private final Json json;
    private final InstantSource clock;
    private final Instant started;
    private final HealthWatch watch;

    /** One word for those who only want to know that much. */
    record Word(String status) {}

    /**
     * How well everything is.
     *
     * @param status {@code healthy}, {@code degraded} if something is less than well, {@code unhealthy} if nothing works
     * @param checks the worst level of each kind of things
     * @param details everything that was found, by kind
     */
    record Health(
            String status,
            String version,
            long uptimeSeconds,
            String timestamp,
            Map<String, String> checks,
            Map<String, List<Detail>> details) {}

    /** One thing that was looked at. */
    record Detail(String level, String subject, String found, String remedy) {}

    StatusRoutes(HealthDesk desk, ServerParts.Hooks hooks, Json json, InstantSource clock) {
        this.hooks = hooks;
        this.json = json;
        this.clock = clock;
        started = clock.instant();
        watch = new HealthWatch(desk, hooks.healthPeriod(), clock);
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
                                .answers(OK, "healthy or degraded", Health.class)
                                .answers(UNAVAILABLE, "unhealthy", Health.class),
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
        List<Finding> findings = watch.findings();
        Map<String, List<Finding>> kinds =
                findings.stream().collect(Collectors.groupingBy(StatusRoutes::kind, TreeMap::new, Collectors.toList()));
        boolean isUnhealthy = is(
                findings,
                finding -> finding.level() == Level.PROBLEM && hooks.vital().test(finding));
        boolean isDegraded = is(findings, finding -> finding.level() != Level.OK);
        String status = isUnhealthy ? "unhealthy" : isDegraded ? "degraded" : "healthy";
        Instant now = clock.instant();
        Health health = new Health(
                status,
                hooks.version(),
                Duration.between(started, now).toSeconds(),
                now.truncatedTo(ChronoUnit.MILLIS).toString(),
                each(kinds, StatusRoutes::worst),
                each(kinds, all -> all.stream().map(StatusRoutes::detail).toList()));
        json.answer(context, isUnhealthy ? UNAVAILABLE : OK, health);
    }

    private static boolean is(List<Finding> findings, Predicate<Finding> any) {
        return findings.stream().anyMatch(any);
    }

    private static <T> Map<String, T> each(Map<String, List<Finding>> kinds, Function<List<Finding>, T> view) {
        Map<String, T> views = new TreeMap<>();
        kinds.forEach((kind, findings) -> views.put(kind, view.apply(findings)));
        return views;
    }

    /** "library" of "library /media/films". */
    private static String kind(Finding finding) {
        return finding.subject().split(" ", 2)[0];
    }

    private static String worst(List<Finding> findings) {
        return word(findings.stream()
                .map(Finding::level)
                .max(Comparator.naturalOrder())
                .orElse(Level.OK));
    }

    private static Detail detail(Finding finding) {
        return new Detail(word(finding.level()), finding.subject(), finding.found(), finding.remedy());
    }

    private static String word(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    private void metrics(Context context) {
        String accept = context.header("Accept");
        MetricsPage.Page page = hooks.metrics().page(accept == null ? "" : accept);
        if (page.text().isEmpty()) {
            throw Refusal.notFound("there are no metrics");
        }
        context.contentType(page.contentType()).result(page.text());
    }

    @Override
    public void close() {
        watch.close();
    }
}
