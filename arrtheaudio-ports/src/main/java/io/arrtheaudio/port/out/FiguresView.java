package io.arrtheaudio.port.out;

import io.arrtheaudio.domain.figures.Figures;
import java.time.Instant;

/**
 * Counts what is remembered, for those who only look.
 *
 * <p>Thread-safe, and safe among processes.
 */
@FunctionalInterface
public interface FiguresView {

    /**
     * Counts everything, as it is at one moment.
     *
     * @param since which jobs count as ended
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code RETRY_LATER} if it cannot be read
     */
    Figures count(Instant since);
}
