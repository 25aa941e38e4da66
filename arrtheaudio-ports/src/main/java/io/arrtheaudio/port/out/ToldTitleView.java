package io.arrtheaudio.port.out;

import io.arrtheaudio.domain.title.ToldTitle;
import java.util.List;
import java.util.Optional;

/**
 * What Arr apps told of titles' original languages, for those who only look.
 *
 * <p>Throws {@link io.arrtheaudio.domain.failure.AudioFixException} with {@code RETRY_LATER} if it cannot be read.
 *
 * <p>Thread-safe, and safe among processes.
 */
public interface ToldTitleView {

    /**
     * What was told of a title.
     *
     * @param keys what it may be known by, the surest first
     * @return the title of the first key that is known
     */
    Optional<ToldTitle> find(List<String> keys);

    /** All of it, the newest first. */
    List<ToldTitle> all();

    /** Whether nothing was ever told; quicker than {@link #all}. */
    boolean isEmpty();
}
