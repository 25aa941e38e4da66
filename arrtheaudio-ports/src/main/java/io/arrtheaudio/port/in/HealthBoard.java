package io.arrtheaudio.port.in;

import io.arrtheaudio.domain.health.Health;

/**
 * Tells how a running program is, without anybody waiting for a look at it.
 *
 * <p>Thread-safe.
 */
public interface HealthBoard {

    /** What the last looks found. Answers at once, whatever hangs. */
    Health now();
}
