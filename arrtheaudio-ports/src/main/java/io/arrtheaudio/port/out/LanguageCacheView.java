package io.arrtheaudio.port.out;

import io.arrtheaudio.domain.title.KnownLanguage;
import java.util.List;
import java.util.Optional;

/**
 * What was answered about titles, for those who only look.
 *
 * <p>Thread-safe, and safe among processes.
 */
public interface LanguageCacheView {

    /**
     * The last answer about a title.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code RETRY_LATER} if it cannot be read
     */
    Optional<KnownLanguage> find(String title);

    /**
     * All answers, the newest first.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code RETRY_LATER} if they cannot be read
     */
    List<KnownLanguage> all();
}
