package io.arrtheaudio.adapter.tmdb;

import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.port.out.HealthProbe;
import java.util.List;

/**
 * Asks TMDB, once, whether it accepts the key.
 *
 * <p>Thread-safe.
 */
public final class TmdbProbe implements HealthProbe {

    private final TmdbSettings settings;

    /** Looks with these settings. */
    public TmdbProbe(TmdbSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<Finding> examine() {
        if (!settings.isOn()) {
            return List.of(Finding.ok("TMDB", "off; there is no tmdb.api_key"));
        }
        try (TmdbConnection connection = new TmdbConnection(settings)) {
            return List.of(asked(connection, "TMDB at " + connection.host()));
        }
    }

    private Finding asked(TmdbConnection connection, String subject) {
        try {
            boolean isAccepted = connection
                    .ask(Question.KEY, settings.limits().request())
                    .read()
                    .map(answer -> answer.path("success").asBoolean())
                    .orElse(false);
            return isAccepted
                    ? Finding.ok(subject, "it accepts the key")
                    : new TmdbFailure(TmdbFailure.Kind.STRANGE, "it does not say that it accepts the key")
                            .asFinding(subject);
        } catch (TmdbFailure e) {
            return e.asFinding(subject);
        }
    }
}
