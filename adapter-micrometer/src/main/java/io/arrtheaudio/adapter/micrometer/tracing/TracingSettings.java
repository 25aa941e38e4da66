package io.arrtheaudio.adapter.micrometer.tracing;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where traces go.
 *
 * @param endpoint of the collector, {@code http://tempo:4318}; see {@link #isEndpoint}
 * @param sample how many of all traces are sent, from 0 to 1
 * @param headers that go with each request; their values are secrets
 */
public record TracingSettings(URI endpoint, double sample, Map<String, String> headers) {

    private static final String PATH = "/v1/traces";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,256}"); // RFC 9110 section 5.6.2
    private static final Pattern VALUE = Pattern.compile("[!-~]([ -~]{0,4094}[!-~])?");
    private static final Set<String> OWN =
            Set.of("connection", "content-length", "content-type", "expect", "host", "transfer-encoding", "upgrade");

    /** Checks the values; none of the messages holds a header. */
    public TracingSettings {
        if (!isEndpoint(endpoint)) {
            throw new IllegalArgumentException("tracing.otlp_endpoint must be http or https, a host and perhaps a path,"
                    + " without user and query, such as http://tempo:4318");
        }
        if (!(sample >= 0 && sample <= 1)) {
            throw new IllegalArgumentException("tracing.sample was " + sample + " but must be from 0 to 1");
        }
        headers = Map.copyOf(headers);
        if (!headers.entrySet().stream().allMatch(header -> isHeader(header.getKey(), header.getValue()))) {
            throw new IllegalArgumentException("tracing.headers must be names and values that HTTP can carry");
        }
    }

    /** Whether it can go with requests, and does not say what only the one who sends them knows. */
    public static boolean isHeader(String name, String value) {
        return NAME.matcher(name).matches()
                && VALUE.matcher(value).matches()
                && !OWN.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Whether a collector can be there. Keys belong into headers, as addresses are shown. */
    public static boolean isEndpoint(URI url) {
        return ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                && url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null;
    }

    /** Where requests go: as the protocol says, below the endpoint (OTLP 1.9, "OTLP/HTTP Request"). */
    URI target() {
        String base = endpoint.toString().replaceAll("/+$", "");
        return URI.create(base.endsWith(PATH) ? base : base + PATH);
    }

    /** Everything but what the headers hold. */
    @Override
    public String toString() {
        String masked = headers.keySet().stream()
                .sorted()
                .map(name -> name + "=***")
                .collect(Collectors.joining(", ", "{", "}"));
        return "TracingSettings[endpoint=" + endpoint + ", sample=" + sample + ", headers=" + masked + "]";
    }
}
