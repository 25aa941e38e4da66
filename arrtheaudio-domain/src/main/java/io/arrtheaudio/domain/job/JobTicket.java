package io.arrtheaudio.domain.job;

import java.util.Objects;

/**
 * What became of one request.
 *
 * @param job the id of the job that does it
 * @param how whether there is a job more for it
 */
public record JobTicket(String job, How how) {

    /** Whether there is a job more. */
    public enum How {
        /** A job was made for it. */
        NEW,
        /** A job that was pending does it too. */
        JOINED,
        /** Somebody works on the file already, so a job was made to look at it once more afterwards. */
        FOLLOW_UP
    }

    /** Checks the values. */
    public JobTicket {
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(how, "how");
    }
}
