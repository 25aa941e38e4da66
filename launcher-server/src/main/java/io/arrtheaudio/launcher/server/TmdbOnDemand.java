package io.arrtheaudio.launcher.server;

import io.arrtheaudio.adapter.tmdb.TmdbOriginalLanguages;
import io.arrtheaudio.adapter.tmdb.TmdbSettings;
import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.port.out.HealthProbe;
import io.arrtheaudio.port.out.OriginalLanguages;
import io.arrtheaudio.port.out.Telemetry;
import java.util.List;
import java.util.Optional;

/**
 * TMDB, whose client is started by the first question: most runs ask none, and it costs a command more than its other work.
 *
 * <p>Thread-safe.
 */
final class TmdbOnDemand implements OriginalLanguages, HealthProbe, AutoCloseable {

    private final TmdbSettings settings;
    private final Telemetry telemetry;
    private Optional<TmdbOriginalLanguages> client = Optional.empty();
    private boolean isClosed;

    TmdbOnDemand(TmdbSettings settings, Telemetry telemetry) {
        this.settings = settings;
        this.telemetry = telemetry;
    }

    @Override
    public OriginalLanguage of(TitleHint title) {
        return client().of(title);
    }

    @Override
    public List<Finding> examine() {
        return client().examine();
    }

    private synchronized TmdbOriginalLanguages client() {
        if (isClosed) {
            throw AudioFixException.stopping("cannot ask TMDB: the program is being stopped");
        }
        if (client.isEmpty()) {
            client = Optional.of(new TmdbOriginalLanguages(settings, telemetry));
        }
        return client.get();
    }

    /** Ends lookups that are under way and every thread of the client; nothing is asked afterwards. */
    @Override
    public synchronized void close() {
        isClosed = true;
        client.ifPresent(TmdbOriginalLanguages::close);
    }
}
