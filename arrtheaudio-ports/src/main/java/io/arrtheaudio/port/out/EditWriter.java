package io.arrtheaudio.port.out;

import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.FileIdentity;

/**
 * Carries a plan out. The only port whose implementations open media for writing. Does not decide anything: who calls it
 * has asked the guard before.
 *
 * <p>Thread-safe for different files; one file is written by one thread at a time.
 */
public interface EditWriter {

    /**
     * Writes the patches in their order and forces them to disk before it returns. An interrupt of the calling thread is
     * kept for later and never stops it between the first byte and the force.
     *
     * @param file which file, by path; one with another key or size is refused
     * @param plan what to write; to take it back, write its {@link EditPlan#inverse()}
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code RETRY_LATER} if the file is another one or does not
     *     hold the bytes that the plan expects (nothing was written then), or if writing failed (what had been written
     *     was put back); {@code FIX_FILE} if it may not be written, or if the disk took not even the old bytes back,
     *     which the message says
     */
    void write(FileIdentity file, EditPlan plan);
}
