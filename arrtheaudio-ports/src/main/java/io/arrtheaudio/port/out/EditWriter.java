package io.arrtheaudio.port.out;

import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.edit.PlanState;

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
     * @param file which file, by path; one with another key, size or modification time is refused
     * @param plan what to write; to take it back, write its {@link EditPlan#inverse()}
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code RETRY_LATER} if the file is another one or does not
     *     hold the bytes that the plan expects (nothing was written then), or if writing failed (what had been written
     *     was put back, the length too); {@code FIX_FILE} if it may not be written, or if the disk took not even the old bytes back,
     *     which the message says
     */
    void write(FileIdentity file, EditPlan plan);

    /**
     * Looks how far a plan has come into a file; writes nothing. A plan without bytes is {@link PlanState#NEW}. Where the
     * length changes, a byte of the end that is 0 instead is one that never came to the disk: torn, not foreign.
     *
     * @param file which file, by path; one with another key is {@link PlanState#FOREIGN}, whatever its size
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_FILE} if the file cannot be read
     */
    PlanState stateOf(FileIdentity file, EditPlan plan);

    /**
     * Brings what was begun to its end: where every byte is an old or a new one, afterwards every byte is a new one and on
     * disk, those included that somebody wrote before without forcing them. Only for a plan of whose writing nobody knows
     * the end.
     *
     * @param file which file, by path; one with another key is refused
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code RETRY_LATER} if the file is another one or holds bytes
     *     that are neither (nothing was written then), or if writing failed; {@code FIX_FILE} if it may not be written.
     *     Calling again is safe
     */
    void settle(FileIdentity file, EditPlan plan);
}
