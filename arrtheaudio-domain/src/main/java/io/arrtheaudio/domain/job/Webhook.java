package io.arrtheaudio.domain.job;

import java.util.List;
import java.util.Objects;

/**
 * A call that was accepted.
 *
 * @param id names it: a number; a later one has a greater one
 * @param call what came in
 * @param jobs the ids of the jobs that do what it asked for, the oldest first; jobs of others that it joined are among them
 */
public record Webhook(String id, WebhookCall call, List<String> jobs) {

    /** Checks the values; the list is copied. */
    public Webhook {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(call, "call");
        jobs = List.copyOf(jobs);
    }
}
