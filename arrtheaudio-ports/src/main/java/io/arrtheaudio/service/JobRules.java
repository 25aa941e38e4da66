package io.arrtheaudio.service;

import io.arrtheaudio.domain.job.RetryRule;
import io.arrtheaudio.domain.job.WaitRule;
import io.arrtheaudio.domain.library.PathMappings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * By which rules jobs are done.
 *
 * @param roots folders inside which files may be changed
 * @param mappings where paths of Sonarr and Radarr are here
 * @param retries how often, and when, what failed is tried again
 * @param waits when what waits is looked at again, and for how long
 * @param minAge a file that a batch found is left alone if it changed more recently, as it may still be copied; what an Arr
 *     app tells of is complete
 */
public record JobRules(List<Path> roots, PathMappings mappings, RetryRule retries, WaitRule waits, Duration minAge) {

    /** Checks the values; the list is copied. */
    public JobRules {
        roots = List.copyOf(roots);
        Objects.requireNonNull(mappings, "mappings");
        Objects.requireNonNull(retries, "retries");
        Objects.requireNonNull(waits, "waits");
        if (minAge.isNegative()) {
            throw new IllegalArgumentException("minAge was " + minAge + " but must not be negative");
        }
    }
}
