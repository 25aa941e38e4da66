package io.arrtheaudio.port.in;

import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobFile;
import io.arrtheaudio.domain.job.JobPage;
import io.arrtheaudio.domain.job.JobQuery;
import io.arrtheaudio.domain.job.JobRequest;
import io.arrtheaudio.domain.job.JobTicket;
import io.arrtheaudio.domain.job.QueueFigures;
import io.arrtheaudio.domain.job.Submission;
import io.arrtheaudio.domain.job.Webhook;
import io.arrtheaudio.domain.job.WebhookCall;
import io.arrtheaudio.domain.title.ToldTitle;
import java.util.List;
import java.util.Optional;

/**
 * Takes work for later, tells what became of it, and steers it. What is accepted is on disk when the method returns. There
 * are many methods because one caller, an API over HTTP, needs them all; each is one step.
 *
 * <p>Throws {@link io.arrtheaudio.domain.failure.AudioFixException} with {@code RETRY_LATER} if nothing can be kept or read.
 *
 * <p>Thread-safe.
 */
public interface JobDesk {

    /** Accepts what a person asks for, all or none; refused if the queue is full. */
    Submission submit(List<JobRequest> requests);

    /**
     * Accepts what Sonarr, Radarr or their script asks for, all or nothing; never refused for want of room.
     *
     * @param told what they told of the title's original language, to be kept; {@link ToldTitle#NOTHING} for nothing
     */
    Webhook receive(WebhookCall call, List<JobRequest> requests, ToldTitle told);

    /**
     * A file, or a folder with all below it, is gone: what is pending for it is cancelled.
     *
     * @param gone the path that it had
     * @param because what tells so, for people
     * @return how many jobs were cancelled
     */
    int gone(JobFile gone, String because);

    /**
     * A file has another path by now: what is pending for it moves there.
     *
     * @param from the path that it had
     * @return how many jobs were moved
     */
    int moved(JobFile from, JobFile to);

    /**
     * Ends a job, or asks the worker that has it to stop.
     *
     * @param because who asks, for people
     * @return the job as it is afterwards; empty if there is no such job
     */
    Optional<Job> cancel(String id, String because);

    /**
     * Asks once more for what a job is about, or looks at once at one that waits.
     *
     * @param force change the file even if its last change was taken back
     * @return which job does it; empty if there is no such job
     */
    Optional<JobTicket> retry(String id, boolean force);

    /** The job of this id. */
    Optional<Job> find(String id);

    /** The jobs that fit, the newest first. */
    JobPage list(JobQuery query);

    /** The webhook of this id. */
    Optional<Webhook> webhook(String id);

    /** How many jobs there are. */
    QueueFigures figures();

    /**
     * Tells what happens to jobs and batches from now on, until the watch is closed. What happens at once may be told as
     * one; figures are told at most a few times a second.
     */
    JobWatch watch(JobWatcher watcher);
}
