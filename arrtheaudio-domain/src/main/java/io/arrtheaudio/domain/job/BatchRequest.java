package io.arrtheaudio.domain.job;

import io.arrtheaudio.domain.library.Glob;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Which files of a library to fix.
 *
 * @param path the folder or file to look at, absolute, symbolic links resolved
 * @param recursive whether to look into sub-folders
 * @param include only files that fit one of these patterns; empty for every file that is named like a media file
 * @param exclude but none that fits one of these
 * @param minBytes only files of at least this size
 * @param maxAge only files that changed within this time; zero for files of any age
 * @param priority of its jobs
 * @param source {@link JobSource#BATCH} or {@link JobSource#SCHEDULE}
 * @param dryRun tell what would be done, write nothing
 */
public record BatchRequest(
        Path path,
        boolean recursive,
        List<Glob> include,
        List<Glob> exclude,
        long minBytes,
        Duration maxAge,
        JobPriority priority,
        JobSource source,
        boolean dryRun) {

    /** Checks the values; the lists are copied. */
    public BatchRequest {
        if (!path.isAbsolute()) {
            throw new IllegalArgumentException("path was '" + path + "' but must be absolute");
        }
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        if (minBytes < 0 || maxAge.isNegative()) {
            throw new IllegalArgumentException(
                    "a size of " + minBytes + " bytes and an age of " + maxAge + " must not be negative");
        }
        maxAge = Duration.ofMillis(maxAge.toMillis());
        Objects.requireNonNull(priority, "priority");
        Objects.requireNonNull(source, "source");
    }

    /** Every media file in a folder and below it. */
    public static BatchRequest of(Path path) {
        return new BatchRequest(
                path, true, List.of(), List.of(), 0, Duration.ZERO, JobPriority.NORMAL, JobSource.BATCH, false);
    }

    /** The same, of another folder or file. */
    public BatchRequest at(Path other) {
        return new BatchRequest(other, recursive, include, exclude, minBytes, maxAge, priority, source, dryRun);
    }

    /** The same, asked for by the program itself: behind everything that others want. */
    public BatchRequest scheduled() {
        return new BatchRequest(
                path, recursive, include, exclude, minBytes, maxAge, JobPriority.LOW, JobSource.SCHEDULE, dryRun);
    }

    /** The same, without writing. */
    public BatchRequest asDryRun() {
        return new BatchRequest(path, recursive, include, exclude, minBytes, maxAge, priority, source, true);
    }
}
