package io.arrtheaudio.port.out;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Files of this program that were to be there for a while only, and that a program which was killed has left.
 *
 * <p>Thread-safe, and safe among processes.
 */
public interface Leftovers {

    /** Where there is nothing of the kind. */
    Leftovers NONE = new Leftovers() {
        @Override
        public List<Path> find(Instant before) {
            return List.of();
        }

        @Override
        public boolean remove(Path file, Instant before) {
            return false;
        }
    };

    /** Those that nobody has touched since a moment. What cannot be looked at is left out. May take long. */
    List<Path> find(Instant before);

    /**
     * Removes one, if that is still so.
     *
     * @return whether it is gone because of this; what cannot be removed stays, and the log tells of it
     */
    boolean remove(Path file, Instant before);
}
