package io.arrtheaudio.launcher.server;

import io.arrtheaudio.domain.failure.AudioFixException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key in the data folder, as it is by now: one that {@code admin key --rotate} makes holds within a second, and the one
 * before no longer. While the file cannot be read, the last one holds.
 *
 * <p>Thread-safe.
 */
final class RenewableKey implements Supplier<String> {

    private static final Logger LOG = LoggerFactory.getLogger(RenewableKey.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final ApiKeyFile file;
    private final InstantSource clock;
    private String key;
    private Instant nextLook;

    /** @param key as it is now */
    RenewableKey(ApiKeyFile file, String key, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        this.key = key;
        this.nextLook = clock.instant().plus(BETWEEN_LOOKS);
    }

    @Override
    public synchronized String get() {
        Instant now = clock.instant();
        if (!now.isBefore(nextLook)) {
            nextLook = now.plus(BETWEEN_LOOKS);
            look();
        }
        return key;
    }

    private void look() {
        try {
            file.read().filter(found -> !found.equals(key)).ifPresent(found -> {
                key = found;
                LOG.info("the key in {} is a new one, which holds from now on", file.file());
            });
        } catch (AudioFixException e) {
            LOG.debug("the key of before holds", e);
        }
    }
}
