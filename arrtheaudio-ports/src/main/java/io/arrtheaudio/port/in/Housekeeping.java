package io.arrtheaudio.port.in;

import java.time.Duration;

/**
 * Forgets what nobody needs any more.
 *
 * <p>Throws {@link io.arrtheaudio.domain.failure.AudioFixException} with {@code RETRY_LATER} if it cannot be written.
 *
 * <p>Thread-safe.
 */
public interface Housekeeping {

    /** Forgets jobs that ended as long ago as the settings say. */
    Forgotten cleanUp();

    /**
     * Forgets jobs that ended that long ago, however they ended.
     *
     * @param age at least
     */
    Forgotten cleanUp(Duration age);

    /**
     * What was forgotten.
     *
     * @param jobs how many jobs, with the webhooks and batches that had no other jobs
     * @param audit how many entries of who asked for what
     */
    record Forgotten(long jobs, long audit) {}
}
