package io.arrtheaudio.port.in;

import io.arrtheaudio.domain.job.JobEvent;

/**
 * Is told what happens to jobs, a moment afterwards. All watchers are told by one thread, so each must return at once; one
 * that throws, or for which too much has piled up, is told nothing more.
 *
 * <p>Called by one thread at a time.
 */
@FunctionalInterface
public interface JobWatcher {

    /** Something has happened. */
    void happened(JobEvent event);

    /** It threw or was too slow, and is told nothing more; what has happened since it was told last is lost to it. */
    default void dropped() {}
}
