package io.arrtheaudio.domain.edit;

import java.nio.file.Path;

/**
 * Watches work that takes its time, and may end it.
 *
 * <p>Called from the thread that works.
 */
public interface Progress {

    /** Nobody watches. */
    Progress UNWATCHED = new Progress() {};

    /** So many bytes of a new file beside this one are written. */
    default void written(Path file, long bytes, long of) {}

    /** Whether to end as soon as that does no harm. Asked often. */
    default boolean isCancelled() {
        return false;
    }
}
