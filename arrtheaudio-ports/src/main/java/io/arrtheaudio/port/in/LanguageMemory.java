package io.arrtheaudio.port.in;

import io.arrtheaudio.domain.arr.ArrEvent;
import io.arrtheaudio.domain.title.KnownLanguage;
import io.arrtheaudio.domain.title.ToldTitle;
import java.util.List;

/**
 * What was answered about titles and what Arr apps told of them, to be looked at, added to and forgotten.
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
     * What Arr apps told, the newest first.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code RETRY_LATER} if it cannot be read
     */
    List<ToldTitle> told();

    /** Keeps what an Arr app tells of a title. Nothing is thrown if that fails: the log tells of it. */
    void hear(ArrEvent event);

    /**
     * Forgets the answers about these titles, so that somebody is asked again, and what Arr apps told of them.
     *
     * @param titles as {@link KnownLanguage#title} or {@link ToldTitle#keys} has them, in any letter case but for folders, or
     *     {@code tmdb 3} for a film and a series; empty for every answer, but for nothing that was told, for nobody can be
     *     asked for that again
     * @return how many were forgotten
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code RETRY_LATER} if that cannot be written
     */
    int forget(List<String> titles);
}
