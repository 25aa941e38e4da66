package io.arrtheaudio.service;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Backups that the program makes by itself, or when it is asked to, in one place.
 *
 * @param schedule when, if at all
 * @param folder where to; made if need be
 * @param keep how many of them stay, the newest
 */
public record BackupPlan(Optional<Schedule> schedule, Path folder, int keep) {

    /** Checks the values. */
    public BackupPlan {
        Objects.requireNonNull(schedule, "schedule");
        Objects.requireNonNull(folder, "folder");
        if (keep < 1) {
            throw new IllegalArgumentException("keep was " + keep + " but must be 1 or more");
        }
    }
}
