package io.arrtheaudio.port.in;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Puts into one file what somebody needs who is to find out why the program does not do what it should. No secret is in it.
 *
 * <p>Thread-safe.
 */
@FunctionalInterface
public interface DebugBundle {

    /**
     * Makes one. A part that cannot be told says why in its place.
     *
     * @param place the file to be made, or a folder that is there, in which it gets a name with the time in it
     * @param threads what the threads of a daemon do, as it told; empty to tell of those of this program
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_SETTINGS} if no file can be made there,
     *     {@code RETRY_LATER} if there is no room
     */
    Made make(Path place, String threads);

    /**
     * What was made.
     *
     * @param file where it lies
     * @param parts the names of the texts in it
     */
    record Made(Path file, List<String> parts) {

        /** Checks the values; the list is copied. */
        public Made {
            Objects.requireNonNull(file, "file");
            parts = List.copyOf(parts);
        }
    }
}
