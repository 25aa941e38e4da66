package io.arrtheaudio.port.out;

import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobFile;
import io.arrtheaudio.domain.job.JobRequest;
import io.arrtheaudio.domain.job.JobTicket;
import io.arrtheaudio.domain.job.Submission;
import io.arrtheaudio.domain.job.Webhook;
import io.arrtheaudio.domain.job.WebhookCall;
import io.arrtheaudio.domain.title.ToldTitle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps jobs, whatever happens to the program or the power: what is accepted here is on disk when the method returns. What
 * becomes of a job is decided by {@link io.arrtheaudio.domain.job.JobLife}; this sees to it that it becomes of it once, and
 * that of one file there is never more than one job that is pending (and one that is pending and dry). Each method is one
 * step: it happens wholly or, if it throws, not at all, and nobody sees half of it. That is why there are more than six.
 *
 * <p>Throws {@link io.arrtheaudio.domain.failure.AudioFixException} with {@code RETRY_LATER} if they cannot be written or
 * read. An interrupt of the calling thread is kept for later and stops nothing.
 *
 * <p>Thread-safe, and safe among processes.
 */
public interface JobStore extends JobView {

    /**
     * Accepts requests, all or none. One for a file of which a job is pending joins it; one for a file that somebody works on
     * becomes a job of its own, which follows.
     *
     * @param limit so many jobs may be queued afterwards, those included that others handed in; joining takes no room
     */
    Submission submit(List<JobRequest> requests, long limit, Instant now);

    /** Accepts a webhook and what it asks for, all or nothing, however many jobs there are. */
    default Webhook receive(WebhookCall call, List<JobRequest> requests) {
        return receive(call, requests, ToldTitle.NOTHING);
    }

    /**
     * The same, and keeps what it told of the title's language as {@link ToldTitleStore#put} does, in the same step.
     *
     * @param told {@link ToldTitle#NOTHING} if it told nothing
     */
    Webhook receive(WebhookCall call, List<JobRequest> requests, ToldTitle told);

    /**
     * Ends a job that nobody wants any more, or asks the worker that has it to stop.
     *
     * @param because who or what, for people
     * @return the job as it is afterwards: cancelled, running with the request to stop, or ended before; empty if there is
     *     no such job
     */
    Optional<Job> cancel(String id, String because, Instant now);

    /**
     * Ends what is pending of a file or a folder that is gone. Workers are not disturbed: they find out.
     *
     * @param key {@link JobFile#key} of a file or a folder
     * @return what was ended
     */
    List<Job> cancelBelow(String key, String because, Instant now);

    /**
     * A file has another path by now: what is pending for it is done there, or goes on in a job that is pending there.
     *
     * @param from {@link JobFile#key} of the path that it had
     * @return what was moved or goes on elsewhere, as it is afterwards
     */
    List<Job> move(String from, JobFile to, Instant now);

    /**
     * Files may be found elsewhere by now: what waits because its path maps nowhere, or because there is no file, is due at
     * once. How long it may go on to wait does not change.
     *
     * @return how many jobs
     */
    int lookAgain(Instant now);

    /**
     * Asks once more for what a job is about: what is pending is taken up at once, beside a running one a job is made that
     * follows, and in the place of one that has ended a new one is made, which no batch counts. A retry that makes a job has
     * {@code NORMAL} priority, or a higher one if the first had it.
     *
     * @param force change the file even if its last change was taken back
     * @return empty if there is no such job
     */
    Optional<JobTicket> retry(String id, boolean force, Instant now);

    /**
     * Forgets jobs that have ended, and webhooks and batches whose jobs are all forgotten, in small steps: to be called
     * until it answers 0.
     *
     * @param before which
     * @param atMost how many jobs, webhooks and batches together
     * @return how many were forgotten
     */
    int forget(EndedBefore before, int atMost);

    /** How many jobs that would forget in the end; webhooks and batches are not counted. */
    long count(EndedBefore before);
}
