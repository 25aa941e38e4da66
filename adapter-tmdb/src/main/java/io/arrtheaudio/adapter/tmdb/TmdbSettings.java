package io.arrtheaudio.adapter.tmdb;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * How to ask TMDB. This product uses the TMDB API but is not endorsed or certified by TMDB.
 *
 * @param apiKey a key of version 3 (32 hexadecimal digits) or an API read access token; empty if TMDB is not to be asked
 * @param baseUrl up to the version, {@code https://api.themoviedb.org/3}; see {@link #isBaseUrl}
 * @param retries what is done about an answer that did not come
 * @param circuit when to stop asking for a while
 * @param pace how much is asked at once
 * @param limits how long to wait
 */
public record TmdbSettings(String apiKey, URI baseUrl, Retries retries, Circuit circuit, Pace pace, Limits limits) {

    /** Where TMDB is. */
    public static final URI TMDB = URI.create("https://api.themoviedb.org/3");

    private static final Pattern KEY_IN_PATH = Pattern.compile("(?i)(key|token|secret)=");

    /** Checks the values; none of the messages holds the key. White space around the key is taken away. */
    public TmdbSettings {
        apiKey = apiKey.strip();
        if (!isKey(apiKey)) {
            throw new IllegalArgumentException(
                    "tmdb.api_key must be letters, digits and signs without spaces; is there more than the key in it?");
        }
        if (!isBaseUrl(baseUrl)) {
            throw new IllegalArgumentException("tmdb.base_url must be http or https, a host and a path, without user,"
                    + " query, fragment and key, such as " + TMDB);
        }
        baseUrl = URI.create(baseUrl.toString().replaceAll("/+$", ""));
        Objects.requireNonNull(retries, "retries");
        Objects.requireNonNull(circuit, "circuit");
        Objects.requireNonNull(pace, "pace");
        Objects.requireNonNull(limits, "limits");
    }

    /** TMDB itself, asked as politely as it wishes. */
    public static TmdbSettings withKey(String apiKey) {
        return new TmdbSettings(apiKey, TMDB, Retries.DEFAULT, Circuit.DEFAULT, Pace.DEFAULT, Limits.DEFAULT);
    }

    /** The same with another address, that of a proxy or of a test. */
    public TmdbSettings at(URI otherBaseUrl) {
        return new TmdbSettings(apiKey, otherBaseUrl, retries, circuit, pace, limits);
    }

    /** Whether a text may be a key, or is empty; white space around it does not count. */
    public static boolean isKey(String text) {
        return text.strip().matches("[!-~]*");
    }

    /**
     * Whether this may be an address to ask: http or https, a host and a path, nothing else. Whoever put the key into it
     * would find the key in logs.
     */
    public static boolean isBaseUrl(URI url) {
        return ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                && url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null
                && !KEY_IN_PATH.matcher(url.getPath()).find();
    }

    /** Whether there is a key to ask with. */
    public boolean isOn() {
        return !apiKey.isEmpty();
    }

    /** Everything but the key. */
    @Override
    public String toString() {
        return "TmdbSettings[apiKey=" + (isOn() ? "***" : "") + ", baseUrl=" + baseUrl + ", retries=" + retries
                + ", circuit=" + circuit + ", pace=" + pace + ", limits=" + limits + "]";
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("tmdb: " + name + " was " + value + " but must be at least 1");
        }
    }

    private static void positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("tmdb: " + name + " was '" + value + "' but must be positive");
        }
    }

    /**
     * What is done when TMDB does not answer, answers that something is wrong with it, or that too much was asked.
     *
     * @param tries of one request, the first one included
     * @param backOff the wait before the second try; doubled before each further one, and varied by a quarter
     * @param retryAfterCap the longest wait before the next try that TMDB may ask for; if it asks for more, it is not asked
     *     at all for that time, but for an hour at most
     */
    public record Retries(int tries, Duration backOff, Duration retryAfterCap) {

        /** Three tries, half a second, ten seconds. */
        public static final Retries DEFAULT = new Retries(3, Duration.ofMillis(500), Duration.ofSeconds(10));

        /** Checks the values. */
        public Retries {
            atLeastOne("tries", tries);
            positive("back-off", backOff);
            positive("cap of Retry-After", retryAfterCap);
        }
    }

    /**
     * When to stop asking.
     *
     * @param failures how many requests in a row get no answer, no whole one, one of 500 and above, or one that is not TMDB's
     * @param open how long nothing is asked then; one request is tried afterwards. Nothing is asked for so long, too, if the
     *     key is not accepted; that is doubled each time, up to an hour
     */
    public record Circuit(int failures, Duration open) {

        /** Five failures, a minute. */
        public static final Circuit DEFAULT = new Circuit(5, Duration.ofSeconds(60));

        /** Checks the values. */
        public Circuit {
            atLeastOne("failures", failures);
            positive("open time", open);
        }
    }

    /**
     * How much is asked at once. TMDB's own limit is about 40 requests a second and may change.
     *
     * @param requests how many in a period
     * @param period the period
     * @param patience how long a request may wait for its turn, and then for one of the places; no part of the time for a lookup
     * @param inFlight how many may be on their way at the same time
     */
    public record Pace(int requests, Duration period, Duration patience, int inFlight) {

        /** Forty requests in ten seconds, ten at the same time. */
        public static final Pace DEFAULT = new Pace(40, Duration.ofSeconds(10), Duration.ofSeconds(10), 10);

        /** Checks the values. */
        public Pace {
            atLeastOne("requests", requests);
            positive("period", period);
            positive("patience", patience);
            atLeastOne("requests in flight", inFlight);
        }
    }

    /**
     * How long to wait.
     *
     * @param connect for a connection
     * @param request for one whole answer, its body included
     * @param lookup for all that is asked about one title, further tries and the waits before them included, waits for a turn not
     */
    public record Limits(Duration connect, Duration request, Duration lookup) {

        /** Five, ten and twenty seconds. */
        public static final Limits DEFAULT =
                new Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20));

        /** Checks the values. */
        public Limits {
            positive("limit of a connection", connect);
            positive("limit of a request", request);
            positive("limit of a lookup", lookup);
        }
    }
}
