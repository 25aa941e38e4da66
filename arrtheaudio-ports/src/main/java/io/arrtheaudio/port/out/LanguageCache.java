package io.arrtheaudio.port.out;

import io.arrtheaudio.domain.title.KnownLanguage;
import java.util.List;

/**
 * Remembers what was answered about titles. How long an answer holds is not its business.
 *
 * <p>Thread-safe, and safe among processes.
 */
public interface LanguageCache extends LanguageCacheView {

    /**
     * Remembers an answer in the place of an earlier one about the same title. It may be lost if the power goes right
     * afterwards.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code RETRY_LATER} if it cannot be written
     */
    void put(KnownLanguage answer);

    /**
     * Forgets the answers about these titles.
     *
     * @param titles empty for every title
     * @return how many were forgotten
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code RETRY_LATER} if that cannot be written
     */
    int forget(List<String> titles);
}
