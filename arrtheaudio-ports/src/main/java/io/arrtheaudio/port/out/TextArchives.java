package io.arrtheaudio.port.out;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * Texts that are handed on together as a single file.
 *
 * <p>Thread-safe.
 */
@FunctionalInterface
public interface TextArchives {

    /**
     * Writes a file that only this user may read. It is whole and on disk when this returns; until then there is no file of
     * that name.
     *
     * @param place the file to be made, of which there is nothing yet, or a folder that is there
     * @param name what it is called in such a folder
     * @param made when the texts were made
     * @param texts by their names, of small letters and dots, in the order of the file
     * @return the file
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_SETTINGS} if there is something of that name or it
     *     cannot be written there, {@code RETRY_LATER} if there is no room
     */
    Path write(Path place, String name, Instant made, Map<String, String> texts);
}
