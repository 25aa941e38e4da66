package io.arrtheaudio.port.in;

import io.arrtheaudio.domain.job.Batch;
import io.arrtheaudio.domain.job.BatchRequest;
import io.arrtheaudio.domain.job.JobPage;
import io.arrtheaudio.domain.job.JobQuery;
import java.util.List;
import java.util.Optional;

/**
 * Takes whole libraries for later.
 *
 * <p>Throws {@link io.arrtheaudio.domain.failure.AudioFixException} with {@code RETRY_LATER} if nothing can be kept or read.
 *
 * <p>Thread-safe.
 */
public interface BatchDesk {

    /**
     * Begins a batch and returns at once; its files are looked for meanwhile.
     *
     * @param request its path need not be written as the disk has it
     */
    BatchAnswer start(BatchRequest request);

    /** The batch of this id. */
    Optional<Batch> find(String id);

    /**
     * The newest batches, the newest first.
     *
     * @param before older than the batch of this id; empty for the newest of all
     */
    List<Batch> list(String before, int atMost);

    /**
     * Ends a batch; what somebody works on is finished.
     *
     * @param because who asks, for people
     * @return the batch as it is afterwards; empty if there is none
     */
    Optional<Batch> cancel(String id, String because);

    /**
     * What became of its files, the newest first.
     *
     * @param query the page, and which jobs of the batch
     * @return empty if there is no such batch
     */
    Optional<JobPage> results(String id, JobQuery query);
}
