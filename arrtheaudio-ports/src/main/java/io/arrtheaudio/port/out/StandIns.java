package io.arrtheaudio.port.out;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Makes files on which a tool can show what it would do to another, which it never touches.
 *
 * <p>Thread-safe.
 */
public interface StandIns {

    /**
     * Makes a file as long as a Matroska file, with everything that one holds but the content of its Clusters, which is a
     * hole: it takes next to no room on a disk that knows sparse files.
     *
     * @return empty if the Clusters cannot be told apart, as in a live stream
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_FILE} if the file cannot be read or is damaged,
     *     {@code RETRY_LATER} if there is no room for it
     */
    Optional<StandIn> of(Path file);
}
