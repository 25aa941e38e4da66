package io.arrtheaudio.port.out;

import java.nio.file.Path;

/**
 * Reads the audio tracks of a file from its header, by content and not by name. Never writes. Memory, depth and number of
 * reads are bounded, whatever the file claims about itself.
 *
 * <p>Thread-safe.
 */
public interface MediaInspector {

    /**
     * Reads a file.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_FILE} if the file cannot be opened, or is a
     *     media file that is damaged or unfinished; the message names the place
     */
    InspectedFile inspect(Path file);
}
