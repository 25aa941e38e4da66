package io.arrtheaudio.port.out;

import java.time.Instant;

/**
 * The entries of the journal that nobody needs any more. They are the undo, so this is asked only when somebody wants that.
 * An entry goes together with all that take it back, and those that take these back, or not at all; and not while one of them
 * is open, is younger, or is what keeps a file as its user wanted it: an undo that is the last thing that was done to its file.
 *
 * <p>Throws {@link io.arrtheaudio.domain.failure.AudioFixException} with {@code RETRY_LATER} if they cannot be written or
 * read. Thread-safe, and safe among processes.
 */
public interface OldChanges {

    /** Where there is no journal. */
    OldChanges NONE = new OldChanges() {
        @Override
        public long count(Instant before) {
            return 0;
        }

        @Override
        public int forget(Instant before, int atMost) {
            return 0;
        }
    };

    /** How many entries from before a moment may go. */
    long count(Instant before);

    /**
     * Deletes entries from before a moment, in small steps: to be called until it answers 0.
     *
     * @param atMost how many changes, each with all that hangs on it
     * @return how many entries were deleted
     */
    int forget(Instant before, int atMost);
}
