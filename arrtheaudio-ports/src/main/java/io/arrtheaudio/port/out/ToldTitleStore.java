package io.arrtheaudio.port.out;

import io.arrtheaudio.domain.title.ToldTitle;
import java.util.List;

/**
 * Keeps what Arr apps told of titles' original languages, until they tell something else. Each method is one step, and what
 * it wrote is on disk when it returns.
 *
 * <p>Throws {@link io.arrtheaudio.domain.failure.AudioFixException} with {@code RETRY_LATER} if it cannot be written.
 *
 * <p>Thread-safe, and safe among processes.
 */
public interface ToldTitleStore extends ToldTitleView {

    /** Keeps it as {@link ToldTitle#after} says; the earlier ones are those that have one of its keys. */
    void put(ToldTitle told);

    /**
     * Forgets titles with all that they are known by.
     *
     * @param keys each one of those of a title
     * @return how many titles were forgotten
     */
    int forget(List<String> keys);
}
