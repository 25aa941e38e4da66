package io.arrtheaudio.port.out;

import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobPage;
import io.arrtheaudio.domain.job.JobQuery;
import io.arrtheaudio.domain.job.QueueFigures;
import io.arrtheaudio.domain.job.Webhook;
import java.time.Instant;
import java.util.Optional;

/**
 * The jobs that are kept, for those who only look. Everything is as it was at one moment, except that a page of jobs may be
 * put together in steps while others go on.
 *
 * <p>Throws {@link io.arrtheaudio.domain.failure.AudioFixException} with {@code RETRY_LATER} if they cannot be read.
 *
 * <p>Thread-safe, and safe among processes.
 */
public interface JobView {

    /** The job of this id. */
    Optional<Job> find(String id);

    /** The jobs that fit, the newest first. Pages that follow each other hold no job twice, and miss none that stays. */
    JobPage list(JobQuery query);

    /** How many there are. Costs the same however many. */
    QueueFigures figures(Instant now);

    /** The webhook of this id. */
    Optional<Webhook> webhook(String id);
}
