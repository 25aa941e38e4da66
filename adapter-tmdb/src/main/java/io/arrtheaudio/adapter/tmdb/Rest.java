package io.arrtheaudio.adapter.tmdb;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When nothing is asked although the circuit is closed: TMDB wished to be left alone for longer than anybody waits.
 *
 * <p>Thread-safe.
 */
final class Rest {

    private static final Logger LOG = LoggerFactory.getLogger(Rest.class);

    /** Whatever it wishes: it may be a mistake. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final LongSupplier nanoTime;
    private long end;
    private boolean isOn;

    /** @param nanoTime tells what time it is, as {@link System#nanoTime} does */
    Rest(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** @throws TmdbFailure while nothing is to be asked */
    synchronized void check() {
        Duration left = left();
        if (isOn) {
            throw new TmdbFailure(
                    TmdbFailure.Kind.PAUSED, "it wishes to be left alone for " + (left.toSeconds() + 1) + " s more");
        }
    }

    /** It wishes not to be asked for so long; zero if it has no wish. The longest one holds, but none for more than an hour. */
    synchronized void asWished(Duration time) {
        Duration rest = time.compareTo(LONGEST) > 0 ? LONGEST : time;
        if (rest.compareTo(left()) > 0) {
            end = nanoTime.getAsLong() + rest.toNanos();
            isOn = true;
            LOG.warn("TMDB wishes to be left alone and is not asked for {} s", rest.toSeconds());
        }
    }

    /** Ends it when its time has come. */
    private Duration left() {
        long nanos = isOn ? end - nanoTime.getAsLong() : 0;
        isOn = nanos > 0;
        return Duration.ofNanos(Math.max(0, nanos));
    }
}
