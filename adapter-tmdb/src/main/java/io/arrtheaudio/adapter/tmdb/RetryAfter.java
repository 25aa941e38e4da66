package io.arrtheaudio.adapter.tmdb;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Reads the header {@code Retry-After} (RFC 9110 section 10.2.3). */
final class RetryAfter {

    private RetryAfter() {}

    /** How long to wait; zero if the header says nothing that can be understood. */
    static Duration read(String header, Instant now) {
        String text = header.strip();
        if (text.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Integer.parseInt(text));
        }
        try {
            Instant until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
            return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
        } catch (DateTimeParseException e) {
            return Duration.ZERO;
        }
    }
}
