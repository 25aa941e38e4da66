package io.arrtheaudio.domain.job;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * A worker's hold on a job that it works on.
 *
 * @param owner which run of the program the worker belongs to; empty if nobody holds it
 * @param until until when it is held, unless it is renewed
 * @param cancelAsked whether the worker is asked to stop
 */
public record Lease(String owner, Instant until, boolean cancelAsked) {

    /** Nobody holds it. */
    public static final Lease NONE = new Lease("", Instant.EPOCH, false);

    /** Checks the values and cuts the moment to the millisecond. */
    public Lease {
        Objects.requireNonNull(owner, "owner");
        until = until.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The same, held longer. */
    public Lease until(Instant moment) {
        return new Lease(owner, moment, cancelAsked);
    }

    Lease askedToCancel() {
        return new Lease(owner, until, true);
    }
}
