package io.arrtheaudio.adapter.javalin;

import io.arrtheaudio.adapter.javalin.HttpSettings.Rates;
import io.arrtheaudio.port.in.AuditDesk;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets in who may ask, and not too often. A right key always opens: others at the same address, behind the same proxy
 * perhaps, cannot lock its owner out. Who is turned away is noted, but only so often, and told to
 * the log less often still.
 *
 * <p>Thread-safe.
 */
final class Admission {

    static final String BATCH = "/api/v1/batch";

    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);
    private static final String NOBODY = "nobody";
    private static final String TAKEN = "limit that counts this request";
    private static final Rate NOTES = Rate.perMinute(10);
    private static final Rate ALL_NOTES = Rate.perMinute(600);
    private static final Rate LINES = Rate.perMinute(1);
    private static final Map<String, String> ASK_FOR_KEY =
            Map.of("WWW-Authenticate", "Basic realm=\"ArrTheAudio\", charset=\"UTF-8\"");

    private final CallerCheck callers;
    private final boolean isMetricsOpen;
    private final AuditDesk audit;
    private final RateLimit failures;
    private final RateLimit batches;
    private final RateLimit webhooks;
    private final RateLimit notes;
    private final RateLimit allNotes;
    private final RateLimit lines;

    Admission(HttpSettings settings, CallerCheck callers, AuditDesk audit, InstantSource clock) {
        this.callers = callers;
        this.isMetricsOpen = settings.openMetrics();
        this.audit = audit;
        Rates rates = settings.rates();
        failures = new RateLimit("calls without the right key", rates.failures(), rates.clients(), clock);
        batches = new RateLimit("batches", rates.batches(), rates.clients(), clock);
        webhooks = new RateLimit(
                "webhooks", callers.isOff() ? rates.openWebhooks() : rates.webhooks(), rates.clients(), clock);
        notes = new RateLimit("notes", NOTES, rates.clients(), clock);
        allNotes = new RateLimit("notes", ALL_NOTES, 1, clock);
        lines = new RateLimit("lines", LINES, rates.clients(), clock);
    }

    /**
     * Finds out who asks, and remembers it with the request.
     *
     * @throws Refusal with 401 if the caller may not, with 429 if it asks too often
     */
    void admit(Context context, Route route) {
        Arrival arrival = Arrival.of(context);
        String who = who(context, route, arrival.shown()).orElseThrow(() -> turnedAway(route, arrival));
        String client = arrival.client().toString();
        new Caller(who, client).rememberIn(context);
        limit(route).ifPresent(limit -> {
            limit.take(arrival.client().site()).ifPresent(wait -> {
                note(arrival, who, route, "too often");
                throw tooOften(limit, wait);
            });
            context.attribute(TAKEN, limit);
        });
    }

    private Optional<String> who(Context context, Route route, CallerCheck.Shown shown) {
        boolean isOpen = route.access() == Route.Access.OPEN || route.access() == Route.Access.METRICS && isMetricsOpen;
        if (isOpen || callers.isOff()) {
            return callers.apiCaller(shown).or(() -> Optional.of(NOBODY));
        }
        return route.access() == Route.Access.WEBHOOK
                ? callers.webhookCaller(shown, context::bodyAsBytes)
                : callers.apiCaller(shown);
    }

    private Refusal turnedAway(Route route, Arrival arrival) {
        String who = arrival.shown().isAnything() ? "wrong key" : NOBODY;
        Optional<Duration> wait = failures.take(arrival.client().site());
        note(arrival, who, route, wait.isEmpty() ? "refused" : "refused, too often");
        return wait.map(time -> tooOften(failures, time))
                .orElseGet(() -> new Refusal(
                        401,
                        "the key is needed: as X-Api-Key, as a Bearer token, as the password of Basic authentication, or as"
                                + " ?apikey=",
                        ASK_FOR_KEY));
    }

    private Optional<RateLimit> limit(Route route) {
        if (route.access() == Route.Access.WEBHOOK) {
            return Optional.of(webhooks);
        }
        boolean isBatch = route.verb().equals(HandlerType.POST) && route.path().equals(BATCH);
        return isBatch ? Optional.of(batches) : Optional.empty();
    }

    private void note(Arrival arrival, String who, Route route, String outcome) {
        boolean isNoted = notes.take(arrival.client().site()).isEmpty()
                && allNotes.take("").isEmpty();
        if (isNoted) {
            audit.note(who, "access", route.name(), arrival.client().toString(), outcome);
            if (lines.take(arrival.client().site()).isEmpty()) {
                LOG.warn("{} at {} asked for {}: {}", who, arrival.client(), route.name(), outcome);
            }
        }
    }

    /** A batch that was refused is none of those that may be begun only so often. */
    void refused(Context context) {
        if (context.attribute(TAKEN) == batches) {
            batches.giveBack(Arrival.of(context).client().site());
        }
    }

    private static Refusal tooOften(RateLimit limit, Duration wait) {
        long seconds = wait.plusMillis(999).toSeconds();
        return Refusal.later(429, limit.words() + "; come back in " + seconds + " seconds", seconds);
    }
}
