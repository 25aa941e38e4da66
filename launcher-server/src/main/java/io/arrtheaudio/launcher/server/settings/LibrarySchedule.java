package io.arrtheaudio.launcher.server.settings;

import io.arrtheaudio.service.Schedule;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A library that the daemon looks through by itself.
 *
 * @param library a folder, absolute
 * @param when again and again
 */
public record LibrarySchedule(Path library, Schedule when) {

    /** Checks that the values are there. */
    public LibrarySchedule {
        Objects.requireNonNull(library, "library");
        Objects.requireNonNull(when, "when");
    }
}
