package io.arrtheaudio.adapter.javalin;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Where and how to serve.
 *
 * @param host the address to listen at, {@code 0.0.0.0} for all
 * @param port 0 for any that is free
 * @param keys what callers must show
 * @param openMetrics whether {@code /metrics} needs no key
 * @param trustedProxies addresses and ranges whose word is taken about who is calling
 * @param rates how often a client may ask
 * @param bounds how much a client may send and hold
 * @param capacity how much is done at the same time
 */
public record HttpSettings(
        String host,
        int port,
        Keys keys,
        boolean openMetrics,
        List<String> trustedProxies,
        Rates rates,
        Bounds bounds,
        Capacity capacity) {

    /** Checks the values. */
    public HttpSettings {
        if (host.isBlank()) {
            throw new IllegalArgumentException("api.host must not be empty; 0.0.0.0 listens at every address");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("api.port was " + port + " but must be 1 to 65535");
        }
        Objects.requireNonNull(keys, "keys");
        trustedProxies = List.copyOf(trustedProxies);
        trustedProxies.forEach(AddressRange::read);
        Objects.requireNonNull(rates, "rates");
        Objects.requireNonNull(bounds, "bounds");
        Objects.requireNonNull(capacity, "capacity");
    }

    /** Everything as it is by default. */
    public static HttpSettings at(String host, int port, Keys keys) {
        return new HttpSettings(host, port, keys, false, List.of(), Rates.DEFAULT, Bounds.DEFAULT, Capacity.DEFAULT);
    }

    /** The same with other limits. */
    public HttpSettings with(Rates other) {
        return new HttpSettings(host, port, keys, openMetrics, trustedProxies, other, bounds, capacity);
    }

    /** The same with other bounds. */
    public HttpSettings with(Bounds other) {
        return new HttpSettings(host, port, keys, openMetrics, trustedProxies, rates, other, capacity);
    }

    /** The same with another capacity. */
    public HttpSettings with(Capacity other) {
        return new HttpSettings(host, port, keys, openMetrics, trustedProxies, rates, bounds, other);
    }

    /** The same behind these proxies. */
    public HttpSettings behind(String... proxies) {
        return new HttpSettings(host, port, keys, openMetrics, List.of(proxies), rates, bounds, capacity);
    }

    /** The same with metrics for everybody. */
    HttpSettings withOpenMetrics() {
        return new HttpSettings(host, port, keys, true, trustedProxies, rates, bounds, capacity);
    }

    /** Whether a text is an address or a range of addresses. */
    public static boolean isProxy(String text) {
        try {
            AddressRange.read(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    Proxies proxies() {
        return new Proxies(trustedProxies.stream().map(AddressRange::read).toList());
    }

    /**
     * What callers must show. The first key opens everything; the second, if there is one, webhooks only.
     *
     * @param apiKey empty only if nobody has to show anything
     * @param webhookSecret empty if there is none
     */
    public record Keys(String apiKey, String webhookSecret) {

        /** Nobody has to show anything. */
        public static final Keys NONE = new Keys("", "");

        /** Checks the values. */
        public Keys {
            Objects.requireNonNull(apiKey, "apiKey");
            Objects.requireNonNull(webhookSecret, "webhookSecret");
            if (apiKey.isEmpty() && !webhookSecret.isEmpty()) {
                throw new IllegalArgumentException(
                        "api.webhook_secret is set without an api key; the API would be open to everybody");
            }
        }

        /** One key for everything. */
        public static Keys of(String apiKey) {
            return new Keys(apiKey, "");
        }

        boolean areOff() {
            return apiKey.isEmpty();
        }

        /** Neither of them. */
        @Override
        public String toString() {
            return areOff() ? "Keys[none]" : "Keys[***]";
        }
    }

    /**
     * How often a client may ask.
     *
     * @param batches to start a batch
     * @param failures without the right key, before the answer is 429
     * @param openWebhooks to post webhooks where no key is needed
     * @param webhooks to post webhooks with the right key; generous, since an Arr app drops the events of a while after
     *     a 429
     * @param clients how many clients are remembered for each limit
     */
    public record Rates(Rate batches, Rate failures, Rate openWebhooks, Rate webhooks, int clients) {

        /** 10, 10, 100 and 6,000 a minute. */
        public static final Rates DEFAULT =
                new Rates(Rate.perMinute(10), Rate.perMinute(10), Rate.perMinute(100), Rate.perMinute(6_000), 10_000);

        /** Checks the values. */
        public Rates {
            Objects.requireNonNull(batches, "batches");
            Objects.requireNonNull(failures, "failures");
            Objects.requireNonNull(openWebhooks, "openWebhooks");
            Objects.requireNonNull(webhooks, "webhooks");
            atLeastOne("clients", clients);
        }
    }

    /**
     * How much a client may send and hold.
     *
     * @param bodyBytes of a request
     * @param bodyTime for all of it
     * @param bodyBytesPerSecond on the way, at least
     * @param headerBytes of a request
     * @param idle how long a connection may say nothing
     * @param events what those who listen to events may hold
     */
    public record Bounds(
            int bodyBytes, Duration bodyTime, int bodyBytesPerSecond, int headerBytes, Duration idle, Events events) {

        /** 1 MiB within 30 seconds and not below 500 bytes a second, 8 KiB of headers, 30 seconds. */
        public static final Bounds DEFAULT =
                new Bounds(1 << 20, Duration.ofSeconds(30), 500, 8 * 1024, Duration.ofSeconds(30), Events.DEFAULT);

        /** Checks the values. */
        public Bounds {
            atLeastOne("body bytes", bodyBytes);
            positive("body time", bodyTime);
            atLeastOne("body bytes per second", bodyBytesPerSecond);
            atLeastOne("header bytes", headerBytes);
            positive("idle time", idle);
            Objects.requireNonNull(events, "events");
        }

        /** The same for those who listen to events. */
        public Bounds with(Events other) {
            return new Bounds(bodyBytes, bodyTime, bodyBytesPerSecond, headerBytes, idle, other);
        }
    }

    /**
     * Bounds of the stream of events.
     *
     * @param listeners how many may listen at the same time
     * @param queued how many events may wait for a listener before it is dropped
     * @param remembered how many of the last events are kept for those who come back
     * @param heartbeat how often a listener hears something, at least
     */
    public record Events(int listeners, int queued, int remembered, Duration heartbeat) {

        /** 1,000 listeners, 200 events for each, 1,000 for all, 15 seconds. */
        public static final Events DEFAULT = new Events(1_000, 200, 1_000, Duration.ofSeconds(15));

        /** Checks the values. */
        public Events {
            atLeastOne("listeners", listeners);
            atLeastOne("queued events", queued);
            atLeastOne("remembered events", remembered);
            positive("heartbeat", heartbeat);
        }
    }

    /**
     * How much is done at the same time.
     *
     * @param threads that answer, a few for the connections included
     * @param connections that are open
     */
    public record Capacity(int threads, int connections) {

        /** 40 threads, 2,000 connections. */
        public static final Capacity DEFAULT = new Capacity(40, 2_000);

        private static final int FEWEST_THREADS = 6;

        /** Checks the values. */
        public Capacity {
            if (threads < FEWEST_THREADS) {
                throw new IllegalArgumentException(
                        "api: threads was " + threads + " but must be at least " + FEWEST_THREADS);
            }
            atLeastOne("connections", connections);
        }
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("api: " + name + " was " + value + " but must be at least 1");
        }
    }

    private static void positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("api: " + name + " was " + value + " but must be positive");
        }
    }
}
