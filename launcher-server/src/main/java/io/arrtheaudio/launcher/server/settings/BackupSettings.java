package io.arrtheaudio.launcher.server.settings;

import io.arrtheaudio.service.Schedule;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Backups that the daemon makes.
 *
 * @param schedule when it makes them by itself, if it does
 * @param folder where to, if not into the data folder
 * @param keep how many of them stay
 */
public record BackupSettings(Optional<Schedule> schedule, Optional<Path> folder, int keep) {

    /** None by itself; a week of daily ones stays. */
    public static final BackupSettings DEFAULT = new BackupSettings(Optional.empty(), Optional.empty(), 7);

    /** Checks that the values are there. */
    public BackupSettings {
        Objects.requireNonNull(schedule, "schedule");
        Objects.requireNonNull(folder, "folder");
    }
}
