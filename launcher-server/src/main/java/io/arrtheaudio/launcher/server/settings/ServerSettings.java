package io.arrtheaudio.launcher.server.settings;

import io.arrtheaudio.adapter.micrometer.tracing.TracingSettings;
import io.arrtheaudio.domain.library.PathMappings;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How the daemon serves and works; of it commands need only what counts as wrong.
 *
 * @param api who may ask it for what
 * @param queue what becomes of jobs
 * @param mappings where the paths of Sonarr and Radarr lie here
 * @param schedules libraries that it looks through by itself
 * @param health when something counts as wrong
 * @param backups backups that it makes
 * @param tracing where traces go, if they do
 */
public record ServerSettings(
        ApiSettings api,
        QueueSettings queue,
        PathMappings mappings,
        List<LibrarySchedule> schedules,
        HealthSettings health,
        BackupSettings backups,
        Optional<TracingSettings> tracing) {

    /** Every address, a key that it makes itself, no mappings, no schedules, no backups by itself, no traces. */
    public static final ServerSettings DEFAULT = new ServerSettings(
            ApiSettings.DEFAULT,
            QueueSettings.DEFAULT,
            PathMappings.NONE,
            List.of(),
            HealthSettings.DEFAULT,
            BackupSettings.DEFAULT,
            Optional.empty());

    /** Checks the values; the list is copied. */
    public ServerSettings {
        Objects.requireNonNull(api, "api");
        Objects.requireNonNull(queue, "queue");
        Objects.requireNonNull(mappings, "mappings");
        Objects.requireNonNull(health, "health");
        schedules = List.copyOf(schedules);
        Objects.requireNonNull(backups, "backups");
        Objects.requireNonNull(tracing, "tracing");
    }

    /** The same at another address. */
    public ServerSettings with(ApiSettings other) {
        return new ServerSettings(other, queue, mappings, schedules, health, backups, tracing);
    }
}
