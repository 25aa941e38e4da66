package io.arrtheaudio.port.out;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.title.TitleHint;

/**
 * Knows in which language titles were made.
 *
 * <p>Thread-safe.
 */
public interface OriginalLanguages {

    /** Knows none. */
    OriginalLanguages NOBODY = title -> OriginalLanguage.UNKNOWN;

    /**
     * Looks a title up: by its ids, else by name and year, where both must agree (as
     * {@link io.arrtheaudio.domain.title.ComparableTitle#agrees} tells). It is not asked about a title of which
     * nothing {@link TitleHint#isKnown is known}.
     *
     * @return {@link OriginalLanguage#UNKNOWN} if there is no such title, or it has no language; that is an answer, and
     *     asking again soon gives no other
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code RETRY_LATER} if nobody answers, or not in time;
     *     {@code FIX_SETTINGS} if whoever is asked does not accept the key
     */
    OriginalLanguage of(TitleHint title);
}
