package io.arrtheaudio.port.in;

import io.arrtheaudio.domain.language.Language;
import java.util.List;
import java.util.Optional;

/**
 * Files of the libraries, for callers who may see nothing else.
 *
 * <p>Thread-safe.
 */
public interface LibraryFiles {

    /**
     * Looks into a file and chooses, as {@link FixDefaultAudio#inspect} does.
     *
     * @param path as the caller wrote it, whatever it holds
     * @param about what the caller knows about the title
     * @param languages wanted languages in place of the settings' list; empty to use the settings
     * @return empty if the path does not lie in a library, symbolic links and {@code ..} resolved; whether there is something
     *     is not told then
     * @throws io.arrtheaudio.domain.failure.AudioFixException if the file cannot be read or is no media file
     */
    Optional<Inspection> inspect(String path, AboutTitle about, List<Language> languages);
}
