package io.arrtheaudio.service.seeded;

import java.time.Instant;

/** Breaks R2. */
public final class ServiceAsksTheClock {

    Instant now() {
        return Instant.now();
    }
}
