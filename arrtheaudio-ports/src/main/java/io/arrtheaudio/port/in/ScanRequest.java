package io.arrtheaudio.port.in;

import io.arrtheaudio.domain.library.Glob;
import java.util.List;
import java.util.Objects;

/**
 * Which files to fix, and how. The folders and files to look at are the {@code roots} of the options.
 *
 * @param recursive whether to look into sub-folders
 * @param include only files that fit one of these patterns; empty for every file that is named like a media file
 * @param exclude but none that fits one of these
 * @param workers how many files are worked on at a time, at least 1
 * @param options how to fix
 */
public record ScanRequest(boolean recursive, List<Glob> include, List<Glob> exclude, int workers, FixOptions options) {

    /** Checks the values; the lists are copied. */
    public ScanRequest {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        Objects.requireNonNull(options, "options");
        if (workers < 1) {
            throw new IllegalArgumentException("workers was " + workers + " but must be at least 1");
        }
    }
}
