package io.arrtheaudio.port.out;

import io.arrtheaudio.domain.title.TitleHint;
import java.nio.file.Path;

/**
 * Reads what media managers note down beside files: which film or series it is. Never writes. Size and depth are bounded,
 * whatever a note claims.
 *
 * <p>Thread-safe.
 */
public interface TitleNotes {

    /**
     * What is noted for a file. For an episode only what is noted for its series counts: an episode has ids of its own,
     * which are of no use to anybody who looks for a series.
     *
     * @param file need not be there
     * @return {@link TitleHint#UNKNOWN} if nothing is noted or no note can be read; nothing is thrown for that, since notes
     *     are a help and no need
     */
    TitleHint beside(Path file);
}
