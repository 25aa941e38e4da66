package io.arrtheaudio.port.in;

import io.arrtheaudio.domain.job.JobEvent;

/**
 * Is told what happens to jobs. It is called by whoever made it happen, so it must return at once and throw nothing.
 *
 * <p>Called from several threads, for one watcher never by two at once.
 */
@FunctionalInterface
public interface JobWatcher {

    /** Something has happened. */
    void happened(JobEvent event);
}
