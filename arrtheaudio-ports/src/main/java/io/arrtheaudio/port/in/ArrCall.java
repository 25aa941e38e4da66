package io.arrtheaudio.port.in;

import io.arrtheaudio.domain.arr.ArrEvent;
import io.arrtheaudio.domain.job.JobSource;
import java.util.Objects;

/**
 * A call of an Arr app.
 *
 * @param source who called: one of the apps, or the script that it runs
 * @param instance what the app calls itself: {@code Sonarr 4K}; empty if it did not tell
 * @param word what it calls the event: {@code Download}
 * @param event what has happened
 * @param correlation the id of the request that told it, for the log; empty if it had none
 */
public record ArrCall(JobSource source, String instance, String word, ArrEvent event, String correlation) {

    /** Checks the values. */
    public ArrCall {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(instance, "instance");
        Objects.requireNonNull(word, "word");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(correlation, "correlation");
    }

    /** The same, told by this request. */
    public ArrCall correlated(String id) {
        return new ArrCall(source, instance, word, event, id);
    }
}
