package io.arrtheaudio.port.in;

import io.arrtheaudio.domain.title.KnownLanguage;
import java.util.List;

/**
 * What was answered about titles, to be looked at and to be forgotten.
 *
 * <p>Thread-safe, and safe among processes.
 */
public interface LanguageMemory {

    /**
     * All answers, the newest first, those included that are too old to be used without asking again.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code RETRY_LATER} if they cannot be read
     */
    List<KnownLanguage> all();

    /**
     * Forgets the answers about these titles, so that somebody is asked again.
     *
     * @param titles as {@link KnownLanguage#title} has them, in any letter case, or {@code tmdb 3} for a film and a series;
     *     empty for every title
     * @return how many were forgotten
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code RETRY_LATER} if that cannot be written
     */
    int forget(List<String> titles);
}
