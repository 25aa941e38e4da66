package io.arrtheaudio.launcher.server.settings;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A library that the daemon looks through by itself.
 *
 * @param library a folder, absolute
 * @param when as it is written: {@code daily 03:30}
 */
public record ScheduledScan(Path library, String when) {

    /** Checks that the values are there. */
    public ScheduledScan {
        Objects.requireNonNull(library, "library");
        Objects.requireNonNull(when, "when");
    }
}
