package io.arrtheaudio.domain.job;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * What a job waits for, or waited for when it was looked at last.
 *
 * @param reason what for; {@link WaitReason#NONE} if it never waited
 * @param since when it began to wait, for whatever reason; the epoch if it never did
 */
public record JobWait(WaitReason reason, Instant since) {

    /** It never waited. */
    public static final JobWait NONE = new JobWait(WaitReason.NONE, Instant.EPOCH);

    /** Checks the values and cuts the moment to the millisecond. */
    public JobWait {
        Objects.requireNonNull(reason, "reason");
        since = since.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Waits on, or begins to; the time counts from the beginning, whatever it waited for. */
    JobWait on(WaitReason other, Instant now) {
        return new JobWait(other, reason == WaitReason.NONE ? now : since);
    }

    /** Waits for the same, but its time begins anew. */
    JobWait anew(Instant now) {
        return reason == WaitReason.NONE ? this : new JobWait(reason, now);
    }
}
