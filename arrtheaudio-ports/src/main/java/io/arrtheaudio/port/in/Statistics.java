package io.arrtheaudio.port.in;

import io.arrtheaudio.domain.figures.Figures;

/**
 * Tells how much was done.
 *
 * <p>Thread-safe.
 */
@FunctionalInterface
public interface Statistics {

    /**
     * Counts everything; what ended counts since the last midnight.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code RETRY_LATER} if it cannot be read
     */
    Figures figures();
}
