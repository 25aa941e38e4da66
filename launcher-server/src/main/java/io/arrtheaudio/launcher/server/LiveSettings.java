package io.arrtheaudio.launcher.server;

import io.arrtheaudio.adapter.javalin.SettingsReload;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.job.WaitRule;
import io.arrtheaudio.domain.library.PathMappings;
import io.arrtheaudio.launcher.server.settings.QueueSettings;
import io.arrtheaudio.launcher.server.settings.Settings;
import io.arrtheaudio.port.in.FixDefaultAudio;
import io.arrtheaudio.port.in.FixOptions;
import io.arrtheaudio.port.in.Inspection;
import io.arrtheaudio.port.in.UndoEdits;
import io.arrtheaudio.port.in.UndoObserver;
import io.arrtheaudio.port.in.UndoRequest;
import io.arrtheaudio.service.JobRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings that the daemon works by at this moment, and what is made of those that may change while it runs. A file that
 * somebody works on is finished by the settings that it was begun with.
 *
 * <p>Thread-safe.
 */
final class LiveSettings implements SettingsReload, FixDefaultAudio, UndoEdits {

    private static final Logger LOG = LoggerFactory.getLogger(LiveSettings.class);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(30);
    private static final Duration RAREST_LOOK = Duration.ofHours(6);

    private static final String LIBRARIES = "libraries";
    private static final String PATH_MAPPINGS = "path_mappings";
    private static final Set<String> PLACES = Set.of(LIBRARIES, PATH_MAPPINGS);

    /** What may change while the daemon runs. */
    private static final List<Part> LIVE = List.of(
            new Part(
                    "language_priority, selection and path_overrides",
                    settings -> settings.rules().policies()),
            new Part("containers", settings -> settings.rules().containers()),
            new Part("hardlinks", settings -> settings.rules().hardlinks()),
            new Part("hardlink_copy_limit", settings -> settings.rules().copyLimit()),
            new Part("mtime", settings -> settings.rules().mtime()),
            new Part(LIBRARIES, Settings::libraries),
            new Part(PATH_MAPPINGS, settings -> settings.server().mappings()),
            new Part("titles", settings -> settings.lookup().titles()),
            new Part("health.min_free_percent", settings -> settings.server().health()),
            new Part("min_age", settings -> settings.run().minAge()),
            new Part("execution.dry_run", settings -> settings.run().dryRun()),
            new Part(
                    "processing.retry_attempts and retry_delay_seconds",
                    settings -> queue(settings).retries()),
            new Part("processing.wait_days", settings -> queue(settings).patience()));

    /** What is used as it was at the start. */
    private static final List<Part> FIXED = List.of(
            new Part("engine", Settings::engine),
            new Part("tools, processing.timeout_seconds and allow_tail_tracks", Settings::tools),
            new Part("tmdb", settings -> settings.lookup().withTitles(List.of())),
            new Part("api", settings -> settings.server().api()),
            new Part("scan.schedule", settings -> settings.server().schedules()),
            new Part("backup", settings -> settings.server().backups()),
            new Part("processing.worker_count", settings -> settings.run().workers()),
            new Part("processing.max_queue_size", settings -> queue(settings).limit()),
            new Part(
                    "processing.max_mp4_concurrent", settings -> queue(settings).mp4AtOnce()),
            new Part(
                    "processing.cleanup_interval_hours",
                    settings -> queue(settings).cleanUpEvery()),
            new Part("processing.stop_timeout", settings -> queue(settings).stopTimeout()),
            new Part("processing.batch_chunk", settings -> queue(settings).batchChunk()),
            new Part("processing.batch_pause_ms", settings -> queue(settings).batchPause()),
            new Part("logging", Settings::logging));

    private final Core core;
    private final Settings atStart;
    private final Supplier<Settings> source;
    private volatile Current current;

    /** What is made of one state of the settings. */
    private record Current(Settings settings, FixDefaultAudio fix, UndoEdits undo) {}

    /**
     * Begins with these settings.
     *
     * @param source reads them again
     */
    LiveSettings(Core core, Settings settings, Supplier<Settings> source) {
        this.core = core;
        this.atStart = settings;
        this.source = source;
        this.current = make(settings);
    }

    private Current make(Settings settings) {
        return new Current(settings, core.fix(settings), core.undo(settings));
    }

    Settings now() {
        return current.settings();
    }

    PathMappings mappings() {
        return now().server().mappings();
    }

    List<Path> libraries() {
        return now().libraries();
    }

    JobRules jobRules() {
        Settings settings = now();
        QueueSettings queue = settings.server().queue();
        return new JobRules(
                settings.libraries(),
                settings.server().mappings(),
                queue.retries(),
                new WaitRule(FIRST_LOOK, RAREST_LOOK, queue.patience()),
                settings.run().minAge());
    }

    @Override
    public Inspection inspect(Path file, FixOptions options) {
        return current.fix().inspect(file, options);
    }

    /** Writes nothing if the settings ask for dry runs. */
    @Override
    public Outcome fix(Path file, FixOptions options) {
        Current by = current;
        return by.fix().fix(file, by.settings().run().dryRun() ? options.asDryRun() : options);
    }

    @Override
    public Map<String, Long> undo(UndoRequest request, UndoObserver observer) {
        return current.undo().undo(request, observer);
    }

    @Override
    public synchronized Reloaded reload() {
        Settings before = now();
        Settings read = source.get();
        Settings next = new Settings(
                read.rules(),
                before.engine(),
                before.tools(),
                read.libraries(),
                before.lookup().withTitles(read.lookup().titles()),
                read.server().with(before.server().api()),
                read.run(),
                before.logging());
        Reloaded reloaded = new Reloaded(different(LIVE, before, next), different(FIXED, atStart, read));
        current = make(next);
        LOG.info(
                "the settings were read again; used now: {}; needs a restart: {}", reloaded.used(), reloaded.waiting());
        return reloaded;
    }

    /**
     * The same, and tells somebody when files may be found elsewhere from now on.
     *
     * @param whenPlacesChange is run then; that the settings are used does not hang on it
     */
    SettingsReload andThen(Runnable whenPlacesChange) {
        return () -> {
            Reloaded reloaded = reload();
            if (reloaded.used().stream().anyMatch(PLACES::contains)) {
                try {
                    whenPlacesChange.run();
                } catch (AudioFixException e) {
                    LOG.warn("what waits for its file is looked at when its time comes, not now", e);
                }
            }
            return reloaded;
        };
    }

    /** A part of the settings, by the name of its keys. */
    private record Part(String name, Function<Settings, Object> value) {}

    private static QueueSettings queue(Settings settings) {
        return settings.server().queue();
    }

    private static List<String> different(List<Part> parts, Settings one, Settings other) {
        List<String> names = new ArrayList<>();
        for (Part part : parts) {
            if (!part.value().apply(one).equals(part.value().apply(other))) {
                names.add(part.name());
            }
        }
        return names;
    }
}
