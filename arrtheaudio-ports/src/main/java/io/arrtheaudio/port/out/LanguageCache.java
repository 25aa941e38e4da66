package io.arrtheaudio.port.out;

import java.util.List;
import java.util.Optional;

/**
 * Remembers what was answered about titles. How long an answer holds is not its business.
 *
 * <p>Thread-safe, and safe among processes.
 */
public interface LanguageCache {

    /**
     * The last answer about a title.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code RETRY_LATER} if it cannot be read
     */
    Optional<KnownLanguage> find(String title);

    /**
     * Remembers an answer in the place of an earlier one about the same title. It may be lost if the power goes right
     * afterwards.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code RETRY_LATER} if it cannot be written
     */
    void put(KnownLanguage answer);

    /** All answers, the newest first. */
    List<KnownLanguage> all();

    /**
     * Forgets the answers about these titles.
     *
     * @param titles empty for every title
     * @return how many were forgotten
     */
    int forget(List<String> titles);
}
