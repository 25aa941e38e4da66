package io.arrtheaudio.domain.job;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * A call of Sonarr, Radarr or their script, as it came in.
 *
 * @param source who called
 * @param instance what the app calls itself: {@code Sonarr 4K}; empty if it did not tell
 * @param event what happened, in the app's word: {@code Download}
 * @param at when it came in
 */
public record WebhookCall(JobSource source, String instance, String event, Instant at) {

    /** Checks the values and cuts the moment to the millisecond. */
    public WebhookCall {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(instance, "instance");
        Objects.requireNonNull(event, "event");
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }
}
