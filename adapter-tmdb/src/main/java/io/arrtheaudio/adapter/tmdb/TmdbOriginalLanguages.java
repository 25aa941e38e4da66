package io.arrtheaudio.adapter.tmdb;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.port.out.Doing;
import io.arrtheaudio.port.out.HealthProbe;
import io.arrtheaudio.port.out.OriginalLanguages;
import io.arrtheaudio.port.out.Telemetry;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Asks TMDB. Keeps no answer; whoever asks for the same title again should remember it.
 *
 * <p>Thread-safe. An interrupt ends a lookup with {@code RETRY_LATER}, and the thread is interrupted still.
 */
public final class TmdbOriginalLanguages implements OriginalLanguages, HealthProbe, AutoCloseable {

    private static final Duration FOR_HEALTH = Duration.ofSeconds(5);

    private final TmdbSettings settings;
    private final TmdbConnection connection;
    private final Policies policies;
    private final Telemetry telemetry;

    /**
     * Starts the threads of an HTTP client, asks nothing yet, and tells nobody what it asks.
     *
     * @throws IllegalArgumentException if the settings have no key
     */
    public TmdbOriginalLanguages(TmdbSettings settings) {
        this(settings, Telemetry.SILENT);
    }

    /**
     * Starts the threads of an HTTP client, and asks nothing yet.
     *
     * @param telemetry is told of each lookup and each of its requests
     * @throws IllegalArgumentException if the settings have no key
     */
    public TmdbOriginalLanguages(TmdbSettings settings, Telemetry telemetry) {
        this(settings, telemetry, System::nanoTime);
    }

    /** @param nanoTime tells how long TMDB is left alone */
    TmdbOriginalLanguages(TmdbSettings settings, Telemetry telemetry, LongSupplier nanoTime) {
        if (!settings.isOn()) {
            throw new IllegalArgumentException("tmdb.api_key was empty but TMDB cannot be asked without a key");
        }
        this.settings = settings;
        this.connection = new TmdbConnection(settings);
        this.telemetry = telemetry;
        this.policies = new Policies(connection, settings, telemetry, nanoTime);
    }

    /** Takes as long as {@link TmdbSettings.Limits} permits at most, and as each request waits for its turn. */
    @Override
    public OriginalLanguage of(TitleHint title) {
        Deadline deadline = Deadline.in(settings.limits().lookup());
        return telemetry.during(Doing.LOOKUP, title.key(), () -> new Lookup(policies, title, deadline).result());
    }

    /**
     * Asks how TMDB is, once and among the lookups, which learn nothing of it: a look that fails keeps nobody from asking.
     * Where they use up all the pace, it is not asked.
     */
    @Override
    public List<Finding> examine() {
        String subject = "TMDB at " + connection.host();
        Duration request = settings.limits().request();
        try {
            boolean isTmdb = policies.askBeside(
                            Question.CONFIGURATION, request.compareTo(FOR_HEALTH) < 0 ? request : FOR_HEALTH)
                    .isPresent();
            return List.of(
                    isTmdb
                            ? Finding.ok(subject, "it answers")
                            : new TmdbFailure(TmdbFailure.Kind.STRANGE, "it does not know its own configuration")
                                    .asFinding(subject));
        } catch (TmdbFailure e) {
            return List.of(
                    e.kind() == TmdbFailure.Kind.BUSY
                            ? Finding.ok(subject, "not asked, since so many titles are looked up")
                            : e.asFinding(subject));
        }
    }

    /** Ends lookups that are under way, with {@code RETRY_LATER}, and every thread. */
    @Override
    public void close() {
        connection.close();
    }
}
