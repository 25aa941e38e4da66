package io.arrtheaudio.port.in;

import io.arrtheaudio.domain.edit.Outcome;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Watches a scan and may end it.
 *
 * <p>Called from several threads, but never by two at once.
 */
public interface ScanObserver {

    /** Nobody watches. */
    ScanObserver UNWATCHED = new ScanObserver() {};

    /** So many files were found until now; {@code all} once there are no more. */
    default void found(long files, boolean all) {}

    /** A file is done. */
    default void done(Outcome outcome, Duration took) {}

    /** A file or folder could not be looked at and was passed over. */
    default void passedOver(Path path, String why) {}

    /** Whether to end: files in hand are finished, no other is begun. Asked often and from any thread. */
    default boolean isCancelled() {
        return false;
    }
}
