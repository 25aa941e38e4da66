package io.arrtheaudio.domain.job;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When a job did what.
 *
 * @param created when it was accepted; its age counts from there
 * @param due from when on it can be taken up
 * @param started when it was taken up last; the epoch if never
 * @param ended when it ended; the epoch if it has not
 */
public record JobTimes(Instant created, Instant due, Instant started, Instant ended) {

    /** Cuts the moments to the millisecond. */
    public JobTimes {
        created = created.truncatedTo(ChronoUnit.MILLIS);
        due = due.truncatedTo(ChronoUnit.MILLIS);
        started = started.truncatedTo(ChronoUnit.MILLIS);
        ended = ended.truncatedTo(ChronoUnit.MILLIS);
    }

    static JobTimes createdAt(Instant now) {
        return new JobTimes(now, now, Instant.EPOCH, Instant.EPOCH);
    }

    JobTimes dueAt(Instant moment) {
        return new JobTimes(created, moment, started, ended);
    }

    JobTimes startedAt(Instant moment) {
        return new JobTimes(created, due, moment, ended);
    }

    JobTimes endedAt(Instant moment) {
        return new JobTimes(created, due, started, moment);
    }
}
