package io.arrtheaudio.adapter.javalin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A token bucket for each client. Only so many clients are remembered; whoever was not seen for longest is forgotten.
 *
 * <p>Thread-safe.
 */
final class RateLimit {

    private final String what;
    private final Rate rate;
    private final InstantSource clock;
    private final Map<String, Bucket> buckets;

    private record Bucket(double tokens, Instant at) {}

    /** @param what is limited, in the plural */
    RateLimit(String what, Rate rate, int clients, InstantSource clock) {
        this.what = what;
        this.rate = rate;
        this.clock = clock;
        this.buckets = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > clients;
            }
        };
    }

    /**
     * Takes a token.
     *
     * @return empty if there was one, else how long it takes until there is one
     */
    synchronized Optional<Duration> take(String client) {
        Bucket filled = filled(client);
        boolean isThere = filled.tokens >= 1;
        buckets.put(client, isThere ? new Bucket(filled.tokens - 1, filled.at) : filled);
        return isThere ? Optional.empty() : Optional.of(untilOne(filled.tokens));
    }

    /** Puts back a token that was taken for nothing. */
    synchronized void giveBack(String client) {
        Bucket filled = filled(client);
        buckets.put(client, new Bucket(Math.min(rate.times(), filled.tokens + 1), filled.at));
    }

    /** What is allowed, for the answer that it was too much. */
    String words() {
        return "no more than " + rate.times() + " " + what + " are taken within "
                + rate.period().toSeconds() + " seconds";
    }

    /** How many clients are remembered. */
    synchronized int clients() {
        return buckets.size();
    }

    private Bucket filled(String client) {
        Instant now = clock.instant();
        Bucket bucket = buckets.getOrDefault(client, new Bucket(rate.times(), now));
        double passed = Math.max(
                0,
                (double) Duration.between(bucket.at, now).toMillis()
                        / rate.period().toMillis());
        return new Bucket(Math.min(rate.times(), bucket.tokens + passed * rate.times()), now);
    }

    private Duration untilOne(double tokens) {
        return Duration.ofMillis((long) Math.ceil((1 - tokens) * rate.period().toMillis() / rate.times()));
    }
}
