package io.arrtheaudio.adapter.micrometer;

import java.util.Locale;
import java.util.stream.Stream;

/** How a page is written. */
enum PageFormat {
    /** The text format of Prometheus. */
    TEXT("text/plain; version=0.0.4; charset=utf-8"),
    /** OpenMetrics (https://prometheus.io/docs/specs/om/open_metrics_spec/). */
    OPEN_METRICS("application/openmetrics-text; version=1.0.0; charset=utf-8");

    private final String contentType;

    PageFormat(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    /** The one that a reader likes better (RFC 9110 section 12.5.1); the text format if it likes both the same. */
    static PageFormat of(String accept) {
        return liking(accept, "application/openmetrics-text") > liking(accept, "text/plain") ? OPEN_METRICS : TEXT;
    }

    private static double liking(String accept, String type) {
        return Stream.of(accept.toLowerCase(Locale.ROOT).split(","))
                .map(range -> range.split(";", -1))
                .filter(range -> range[0].strip().equals(type))
                .mapToDouble(PageFormat::quality)
                .max()
                .orElse(0);
    }

    private static double quality(String[] range) {
        return Stream.of(range)
                .map(String::strip)
                .filter(parameter -> parameter.startsWith("q="))
                .mapToDouble(parameter -> number(parameter.substring(2)))
                .findFirst()
                .orElse(1);
    }

    /** What is no number is no wish. */
    private static double number(String text) {
        return text.matches("[01](\\.\\d{0,3})?") ? Double.parseDouble(text) : 0;
    }
}
