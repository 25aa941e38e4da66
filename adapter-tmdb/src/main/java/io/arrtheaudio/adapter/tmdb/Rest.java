package io.arrtheaudio.adapter.tmdb;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When nothing is asked although the circuit is closed: TMDB wished to be left alone for longer than anybody waits, or does
 * not accept the key, which asking for another title would not change.
 *
 * <p>Thread-safe.
 */
final class Rest {

    private static final Logger LOG = LoggerFactory.getLogger(Rest.class);

    /** Whatever it wishes: that may be a mistake, and so may be a key that is not accepted. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Duration first;
    private final LongSupplier nanoTime;
    private TmdbFailure.Kind kind = TmdbFailure.Kind.PAUSED;
    private String why = "";
    private long end;
    private boolean isOn;
    private Duration afterKey;

    /**
     * Nothing keeps anybody from asking yet.
     *
     * @param first how long nothing is asked after the key was not accepted; doubled each time, up to an hour, until it is
     * @param nanoTime tells what time it is, as {@link System#nanoTime} does
     */
    Rest(Duration first, LongSupplier nanoTime) {
        this.first = first;
        this.nanoTime = nanoTime;
        this.afterKey = first;
    }

    /** @throws TmdbFailure while nothing is to be asked */
    synchronized void check() {
        Duration left = left();
        if (isOn) {
            throw new TmdbFailure(kind, why + ", so it is not asked for " + (left.toSeconds() + 1) + " s more");
        }
    }

    /** It wishes not to be asked for so long; zero if it has no wish. The longest one holds, but none for more than an hour. */
    synchronized void asWished(Duration time) {
        Duration rest = time.compareTo(LONGEST) > 0 ? LONGEST : time;
        if (rest.compareTo(left()) > 0) {
            begin(rest, TmdbFailure.Kind.PAUSED, "it wishes to be left alone");
        }
    }

    /** Requests that were on their way together count once. */
    synchronized void keyRefused() {
        if (left().isZero()) {
            begin(afterKey, TmdbFailure.Kind.BAD_KEY, "the key was not accepted (status 401)");
            Duration doubled = afterKey.multipliedBy(2);
            afterKey = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        }
    }

    /** It has answered, so that the key is good. */
    synchronized void keyAccepted() {
        afterKey = first;
    }

    private void begin(Duration time, TmdbFailure.Kind newKind, String because) {
        kind = newKind;
        why = because;
        end = nanoTime.getAsLong() + time.toNanos();
        isOn = true;
        LOG.warn("TMDB is not asked for {} s: {}", time.toSeconds(), because);
    }

    /** Ends it when its time has come. */
    private Duration left() {
        long nanos = isOn ? end - nanoTime.getAsLong() : 0;
        isOn = nanos > 0;
        return Duration.ofNanos(Math.max(0, nanos));
    }
}
