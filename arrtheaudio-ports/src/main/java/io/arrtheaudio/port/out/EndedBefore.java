package io.arrtheaudio.port.out;

import io.arrtheaudio.domain.job.JobState;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * Which jobs ended long ago.
 *
 * @param completed those that were completed before this; webhooks and batches without jobs count like them
 * @param failed those that failed before this
 * @param cancelled those that were cancelled before this
 */
public record EndedBefore(Instant completed, Instant failed, Instant cancelled) {

    /** Checks that the values are there. */
    public EndedBefore {
        Objects.requireNonNull(completed, "completed");
        Objects.requireNonNull(failed, "failed");
        Objects.requireNonNull(cancelled, "cancelled");
    }

    /** The same, but of jobs in these states only. */
    public EndedBefore only(Set<JobState> states) {
        return new EndedBefore(
                states.contains(JobState.COMPLETED) ? completed : Instant.EPOCH,
                states.contains(JobState.FAILED) ? failed : Instant.EPOCH,
                states.contains(JobState.CANCELLED) ? cancelled : Instant.EPOCH);
    }

    /** The moment that counts for a state; the epoch for one that is no end. */
    public Instant of(JobState state) {
        return switch (state) {
            case COMPLETED -> completed;
            case FAILED -> failed;
            case CANCELLED -> cancelled;
            case QUEUED, RUNNING, WAITING -> Instant.EPOCH;
        };
    }
}
