package io.arrtheaudio.port.out;

import io.arrtheaudio.domain.job.Batch;
import io.arrtheaudio.domain.job.BatchRequest;
import io.arrtheaudio.domain.job.BatchStart;
import io.arrtheaudio.domain.job.JobRequest;
import io.arrtheaudio.domain.job.Submission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps batches and counts what becomes of their files; a file counts once its job has ended, whoever asked for that job
 * first. Batches are on disk when a method returns, and each method is one step, as in {@link JobStore}.
 *
 * <p>Throws {@link io.arrtheaudio.domain.failure.AudioFixException} with {@code RETRY_LATER} if they cannot be written or
 * read. An interrupt of the calling thread is kept for later and stops nothing.
 *
 * <p>Thread-safe, and safe among processes. The run of the program that it was opened for owns the batches that it starts, and
 * is to find their files.
 */
public interface BatchStore {

    /** Begins a batch, unless one of the same path is running. */
    BatchStart start(BatchRequest request, Instant now);

    /**
     * Accepts files that were found, all or none. A file that the batch has already counts no more, so that one whose files
     * must be looked for once more can begin at the first.
     *
     * @param limit so many jobs may be queued afterwards, as in {@link JobStore#submit}
     * @return as for any requests; a file that the batch has already joins its job. Empty if files of this batch are no
     *     longer looked for, or not by this run of the program
     */
    Optional<Submission> append(String id, List<JobRequest> found, long limit, Instant now);

    /**
     * Says something about a batch, in the place of what was said before.
     *
     * @param note for people
     * @return the batch as it is afterwards; empty if files of this batch are no longer looked for, or not by this run of
     *     the program
     */
    Optional<Batch> note(String id, String note);

    /**
     * There are no more files to be found.
     *
     * @param problem why the rest cannot be, for people; empty if all are
     * @return the batch as it is afterwards; empty if files of this batch are no longer looked for, or not by this run of
     *     the program
     */
    Optional<Batch> endFinding(String id, String problem, Instant now);

    /**
     * Ends a batch. What is pending of it, and nobody else asked for, is cancelled; what somebody works on is finished. Of a
     * large batch the jobs may be cancelled in several steps, but from the first on none of them is handed out, and if this
     * throws, calling it again goes on.
     *
     * @return the batch as it is afterwards; empty if there is none
     */
    Optional<Batch> cancel(String id, String because, Instant now);

    /** The batch of this id. */
    Optional<Batch> find(String id);

    /** The batches that a job belongs to, the oldest first. */
    List<Batch> ofJob(String job);

    /**
     * The newest batches, the newest first.
     *
     * @param before older than the batch of this id; empty for the newest of all
     * @param atMost how many at most
     */
    List<Batch> list(String before, int atMost);

    /**
     * The batches whose files are being looked for by a run of the program that is no more. They belong to the caller from
     * now on: no other program gets them too.
     */
    List<Batch> takeAbandoned();
}
