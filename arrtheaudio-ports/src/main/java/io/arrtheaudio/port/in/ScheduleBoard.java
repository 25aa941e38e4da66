package io.arrtheaudio.port.in;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Tells what the program will do by itself, and when.
 *
 * <p>Thread-safe.
 */
@FunctionalInterface
public interface ScheduleBoard {

    /** Everything that is done by schedule; what is due next comes first. */
    List<Planned> planned();

    /** What is done. */
    enum Kind {
        /** A library is looked through. */
        SCAN,
        /** A backup is made. */
        BACKUP
    }

    /**
     * Something that is done over and over.
     *
     * @param kind what
     * @param path the library, or the folder of the backups
     * @param schedule when, in words: {@code daily 03:30}
     * @param next when it is due next
     */
    record Planned(Kind kind, Path path, String schedule, Instant next) {

        /** Checks that the values are there. */
        public Planned {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(schedule, "schedule");
            Objects.requireNonNull(next, "next");
        }
    }
}
