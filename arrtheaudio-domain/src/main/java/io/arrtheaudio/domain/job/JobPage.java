package io.arrtheaudio.domain.job;

import java.util.List;
import java.util.Objects;

/**
 * Some of the jobs that were asked for.
 *
 * @param jobs the newest first
 * @param next for {@link JobQuery#before}; empty if there are no more
 */
public record JobPage(List<Job> jobs, String next) {

    /** Checks the values; the list is copied. */
    public JobPage {
        jobs = List.copyOf(jobs);
        Objects.requireNonNull(next, "next");
    }
}
