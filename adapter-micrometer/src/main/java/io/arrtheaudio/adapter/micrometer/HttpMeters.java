package io.arrtheaudio.adapter.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Requests, by the pattern of their route, so that there are only so many series whatever is asked for.
 *
 * <p>Thread-safe.
 */
final class HttpMeters {

    /** The status of an answer that should not be. */
    static final int BROKEN = 500;

    private static final int TOO_OFTEN = 429;

    /** In the place of a route, for requests where there is none; an empty label would be none. */
    private static final String NOWHERE = "none";

    private final MeterRegistry registry;
    private final Counter tooOften;
    private final Map<Answer, Counter> answers = new ConcurrentHashMap<>();
    private final Map<Endpoint, Timer> times = new ConcurrentHashMap<>();

    /** A route, and how it is asked. */
    private record Endpoint(String verb, String route) {}

    /** What it was answered with. */
    private record Answer(Endpoint endpoint, int status) {}

    HttpMeters(MeterRegistry registry) {
        this.registry = registry;
        tooOften = Counter.builder("arrtheaudio.http.rate.limited.requests")
                .description("Requests that were refused because the caller asks too often")
                .register(registry);
    }

    void expect(String verb, String route, Collection<Integer> statuses) {
        Endpoint endpoint = endpoint(verb, route);
        times.computeIfAbsent(endpoint, this::timer);
        statuses.forEach(status -> answers.computeIfAbsent(new Answer(endpoint, status), this::counter));
    }

    void answered(String verb, String route, int status, Duration time) {
        Endpoint endpoint = endpoint(verb, route);
        answers.computeIfAbsent(new Answer(endpoint, status), this::counter).increment();
        times.computeIfAbsent(endpoint, this::timer).record(time);
        if (status == TOO_OFTEN) {
            tooOften.increment();
        }
    }

    private static Endpoint endpoint(String verb, String route) {
        return new Endpoint(verb, route.isEmpty() ? NOWHERE : route);
    }

    private Counter counter(Answer answer) {
        return Counter.builder("arrtheaudio.http.requests")
                .description("Requests, by the pattern of their route and the status of the answer")
                .tag("method", answer.endpoint().verb())
                .tag("endpoint", answer.endpoint().route())
                .tag("status", Integer.toString(answer.status()))
                .register(registry);
    }

    private Timer timer(Endpoint endpoint) {
        return Timer.builder("arrtheaudio.http.request.duration")
                .description("How long requests took to be answered; streams until their begin")
                .tag("method", endpoint.verb())
                .tag("endpoint", endpoint.route())
                .serviceLevelObjectives(Buckets.ofRequests())
                .register(registry);
    }
}
