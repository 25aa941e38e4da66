package io.arrtheaudio.port.out;

import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.Settlement;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Hands jobs to workers, of one program or of several. Nobody gets a job that somebody else has, nor one of a file that
 * somebody works on. What is told here survives the end of the program when the method returns, but need not be on disk: what
 * a power cut takes back is done once more, and finds the file as it is.
 *
 * <p>A worker's hold on a job is what {@link #claim} gave it; once it is lost, by a lease that ran out, nothing that is said
 * about the job counts any more.
 *
 * <p>Throws {@link io.arrtheaudio.domain.failure.AudioFixException} with {@code RETRY_LATER} if it cannot be written or
 * read. An interrupt of the calling thread is kept for later and stops nothing.
 *
 * <p>Thread-safe, and safe among processes. The run of the program that it was opened for owns what it hands out.
 */
public interface JobQueue {

    /** How a worker's hold on a job is. */
    enum Hold {
        /** It is held longer. */
        HELD,
        /** It is held longer, but the worker is asked to stop. */
        CANCEL_ASKED,
        /** It is lost. */
        LOST
    }

    /**
     * Takes up the most urgent of the jobs that are due, the oldest of these, and of these the one with the smallest id. One
     * of a cancelled batch that nobody else asked for is cancelled instead.
     *
     * @return the job, running; empty if none is due, or all that are must wait for a job of the same file or kind
     */
    Optional<Job> claim(ClaimRule rule, Instant now);

    /**
     * Holds jobs longer.
     *
     * @param claimed as they were handed out
     * @return how the hold on each is now, by its id
     */
    Map<String, Hold> renew(Collection<Job> claimed, Instant until);

    /**
     * Lets go of a job. If it goes back where a job of the same file is pending, it goes on in that one.
     *
     * @param claimed as it was handed out
     * @return the job as it is afterwards; empty if the hold on it was lost, and nothing has happened then
     */
    Optional<Job> settle(Job claimed, Settlement settlement, Instant now);

    /**
     * Lets go of all that this run of the program holds, when it stops. Counts as no try.
     *
     * @return what was let go, as it is afterwards
     */
    List<Job> giveBack(String because, Instant now);

    /**
     * Takes back what workers hold who are gone: whose lease ran out, or whose run of the program is no more.
     *
     * @param tries a job that so many tries came to nothing of has failed
     * @return what was taken back, as it is afterwards
     */
    List<Job> takeBack(int tries, Instant now);

    /** When the next job becomes due, after this moment. */
    Optional<Instant> nextDue(Instant now);
}
