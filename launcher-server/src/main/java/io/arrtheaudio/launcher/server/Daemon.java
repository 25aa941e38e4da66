package io.arrtheaudio.launcher.server;

import io.arrtheaudio.adapter.files.archive.TarArchives;
import io.arrtheaudio.adapter.javalin.HttpServer;
import io.arrtheaudio.adapter.javalin.HttpSettings;
import io.arrtheaudio.adapter.javalin.RequestObserver;
import io.arrtheaudio.adapter.javalin.ServerParts;
import io.arrtheaudio.adapter.jdbi.Database;
import io.arrtheaudio.adapter.jdbi.DatabaseSettings;
import io.arrtheaudio.domain.health.HealthStatus;
import io.arrtheaudio.domain.job.BatchRequest;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.launcher.server.settings.ApiSettings;
import io.arrtheaudio.launcher.server.settings.BackupSettings;
import io.arrtheaudio.launcher.server.settings.EngineChoice;
import io.arrtheaudio.launcher.server.settings.QueueSettings;
import io.arrtheaudio.launcher.server.settings.Settings;
import io.arrtheaudio.port.out.Telemetry;
import io.arrtheaudio.service.ArrService;
import io.arrtheaudio.service.AuditService;
import io.arrtheaudio.service.BackupPlan;
import io.arrtheaudio.service.BatchRules;
import io.arrtheaudio.service.BatchService;
import io.arrtheaudio.service.DeadlockProbe;
import io.arrtheaudio.service.HealthRounds;
import io.arrtheaudio.service.HousekeepingService;
import io.arrtheaudio.service.JobBulletin;
import io.arrtheaudio.service.JobRunner;
import io.arrtheaudio.service.JobService;
import io.arrtheaudio.service.LibraryGate;
import io.arrtheaudio.service.LibraryService;
import io.arrtheaudio.service.MappingsProbe;
import io.arrtheaudio.service.MemoryTally;
import io.arrtheaudio.service.PlannedWork;
import io.arrtheaudio.service.QueueProbe;
import io.arrtheaudio.service.RecoveryService;
import io.arrtheaudio.service.ScheduledBackups;
import io.arrtheaudio.service.ScheduledScan;
import io.arrtheaudio.service.Schedules;
import io.arrtheaudio.service.StatisticsService;
import io.arrtheaudio.service.StoreProbe;
import io.arrtheaudio.service.ThreadDump;
import io.arrtheaudio.service.Watchdog;
import io.arrtheaudio.service.WorkSignal;
import io.arrtheaudio.service.WorkerRules;
import io.arrtheaudio.service.Workers;
import io.arrtheaudio.service.WorkersProbe;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server that Sonarr and Radarr are pointed at: takes webhooks, works through jobs and batches, and answers an API. Any
 * number of them may run in one program; each has its own threads, which end when it is closed. Set logging up before.
 *
 * <p>Thread-safe.
 */
public final class Daemon implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Daemon.class);
    private static final int WALKS_AT_ONCE = 2;
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration NAP = Duration.ofSeconds(3);
    private static final Duration FIRST_CLEAN_UP = Duration.ofMinutes(5);
    private static final Duration HEED = Duration.ofSeconds(10);

    private final HttpServer server;
    private final URI address;
    private final Optional<Path> keyFile;
    private final String key;
    private final Duration patience;
    private final Deque<AutoCloseable> parts;

    private Daemon(
            HttpServer server,
            URI address,
            Optional<Path> keyFile,
            String key,
            Duration patience,
            Deque<AutoCloseable> parts) {
        this.server = server;
        this.address = address;
        this.keyFile = keyFile;
        this.key = key;
        this.patience = patience;
        this.parts = parts;
    }

    /**
     * Starts a daemon inside another program: nobody reads settings again, and the log is not its own.
     *
     * @param dataFolder for its database and its key, made if need be
     * @see #start(Settings, DatabaseSettings, Launch)
     */
    public static Daemon start(Settings settings, Path dataFolder) {
        return start(settings, DatabaseSettings.in(dataFolder), Launch.embedded(settings));
    }

    /**
     * Starts everything. What an earlier run left is settled first; when this returns, webhooks are taken.
     *
     * @param data the data folder, made if need be
     * @throws io.arrtheaudio.domain.failure.AudioFixException if the data folder cannot be used, or the address cannot be
     *     listened at; nothing runs then
     */
    public static Daemon start(Settings settings, DatabaseSettings data, Launch launch) {
        Deque<AutoCloseable> parts = new ArrayDeque<>();
        try {
            return start(settings, data, launch, parts);
        } catch (RuntimeException | Error e) {
            closeAll(parts);
            throw e;
        }
    }

    private static Daemon start(Settings settings, DatabaseSettings data, Launch launch, Deque<AutoCloseable> parts) {
        String version = launch.version();
        warnIfForgotten(data);
        DatabaseOnDemand database = new DatabaseOnDemand(data, Access.CHANGING);
        DaemonMetrics metrics = opened(parts, DaemonMetrics.open(version));
        Optional<DaemonTraces> traces =
                settings.server().tracing().map(wanted -> opened(parts, DaemonTraces.open(wanted, metrics, version)));
        MemoryTally memory = new MemoryTally(traces.<Telemetry>map(told -> told).orElse(metrics.telemetry()));
        Core core = opened(parts, Core.of(settings, database, memory));
        InstantSource clock = core.clock();
        JobStores stores = database.jobs();
        RecoveryService recovery = core.recovery(settings);
        recovery.recover(); // which logs what it did

        LiveSettings live = new LiveSettings(core, settings, launch.source());
        QueueSettings queue = settings.server().queue();
        WorkSignal work = new WorkSignal();
        JobBulletin bulletin = opened(parts, new JobBulletin(stores.jobs(), stores.batches(), core.telemetry(), clock));
        JobService jobs = new JobService(stores.jobs(), bulletin, work, queue.limit(), clock);
        LibraryGate gate = new LibraryGate(
                core.disk().files(), live::libraries, () -> live.mappings().locals());
        JobRunner runner = new JobRunner(
                live,
                core.disk().files(),
                live::jobRules,
                clock,
                () -> ThreadLocalRandom.current().nextLong(),
                core.telemetry());
        HousekeepingService housekeeping = Administration.housekeeping(database, settings, live::libraries, clock);

        WorkerRules rules = rules(settings);
        Workers workers = opened(parts, Workers.start(stores.queue(), runner, bulletin, work, rules, clock));
        metrics.watch(core, stores.jobs(), live, workers);
        WorkersProbe working = new WorkersProbe(workers, rules, clock);
        DeadlockProbe deadlocks = new DeadlockProbe();
        opened(parts, Watchdog.start(working, deadlocks, rules.patience()));
        BatchService batches = opened(
                parts,
                new BatchService(
                        stores.batches(),
                        stores.jobs(),
                        core.disk().files(),
                        gate,
                        new BatchRules(queue.batchChunk(), queue.batchPause(), WALKS_AT_ONCE, queue.limit()),
                        bulletin,
                        work,
                        clock));
        batches.resume();
        List<ScheduledScan> scans = scans(settings);
        opened(parts, Schedules.start(batches, scans, ZoneId.systemDefault(), clock));
        BackupPlan backupPlan = plan(settings.server().backups(), data);
        ScheduledBackups backups = opened(
                parts,
                ScheduledBackups.start(
                        Administration.backups(data, launch.file(), version),
                        new TarArchives(),
                        backupPlan,
                        ZoneId.systemDefault(),
                        clock));
        opened(parts, new CleanUps(housekeeping, recovery::settleCutOff, FIRST_CLEAN_UP, queue.cleanUpEvery()));
        ArrService arr = opened(
                parts,
                new ArrService(
                        jobs, live::mappings, live::libraries, core.disk().files(), clock));

        QueueProbe queued = new QueueProbe(stores.jobs(), workers, queue.limit(), rules.patience(), clock);
        DaemonHealth.Parts observed = new DaemonHealth.Parts(
                new StoreProbe(jobs, queued, database.pulse(), database.trial()),
                queued,
                working,
                deadlocks,
                new MappingsProbe(stores.jobs(), live::mappings, clock));
        HealthRounds health = opened(
                parts,
                HealthRounds.start(
                        new DaemonHealth(core, live, launch.looks()).checks(observed),
                        launch.looks().round(),
                        clock));
        ApiSettings api = settings.server().api();
        ApiKeyFile keyFile = new ApiKeyFile(data.dataFolder());
        String key = api.needsKey() ? keyFile.readOrMake() : "";
        HttpSettings http = api.http(key);
        LibraryService files = opened(parts, new LibraryService(gate, live));
        HttpServer server = opened(
                parts,
                HttpServer.start(
                        http,
                        api.needsKey() ? renewable(api, keyFile, key, clock) : http::keys,
                        new ServerParts(
                                new ServerParts.Desks(
                                        arr,
                                        jobs,
                                        batches,
                                        files,
                                        live,
                                        health,
                                        housekeeping,
                                        new AuditService(stores.audit(), clock),
                                        backups,
                                        new ThreadDump(),
                                        new StatisticsService(
                                                database::figuresToRead, memory::use, clock, ZoneId.systemDefault()),
                                        new PlannedWork(scans, backupPlan, ZoneId.systemDefault(), clock)),
                                new ServerParts.Hooks(
                                        version,
                                        () -> health.now().status() != HealthStatus.UNHEALTHY,
                                        live.andThen(jobs::lookAgain),
                                        launch.logLevels(),
                                        metrics,
                                        traces.<RequestObserver>map(told -> told)
                                                .orElse(metrics))),
                        clock));
        opened(parts, () -> endLookups(workers, core));
        URI address = api.at(api.host(), server.port()).uri();
        LOG.info("listening at {}", address);
        if (live.libraries().isEmpty()) {
            LOG.warn(
                    "no library is named, so that no file may be changed; set libraries or path_mappings in the settings");
        }
        live.libraries().stream()
                .filter(library -> !Files.exists(library))
                .forEach(library -> LOG.warn("the library {} is not there; is its disk mounted?", library));
        return new Daemon(
                server,
                address,
                Optional.of(keyFile.file()).filter(made -> api.needsKey()),
                key,
                queue.stopTimeout().plus(HEED).plus(HEED),
                parts);
    }

    /** A folder that was in use has a key; without a database beside it, that is lost rather than new. */
    private static void warnIfForgotten(DatabaseSettings data) {
        Path key = new ApiKeyFile(data.dataFolder()).file();
        if (Files.exists(key) && !Database.isThere(data)) {
            LOG.warn(
                    "there is no database in {}, which was in use before: every way back, the queue and what was told are"
                            + " gone, and a new one is made; if it was lost, stop and put a backup in its place (admin"
                            + " restore)",
                    data.dataFolder());
        }
    }

    private static Supplier<HttpSettings.Keys> renewable(
            ApiSettings api, ApiKeyFile file, String key, InstantSource clock) {
        RenewableKey current = new RenewableKey(file, key, clock);
        return () -> api.keys(current.get());
    }

    /** First of all, so that neither workers nor callers are waited for until somebody answers them. */
    private static void endLookups(Workers workers, Core core) {
        workers.beginNoMore();
        core.tmdb().close();
    }

    private static WorkerRules rules(Settings settings) {
        QueueSettings queue = settings.server().queue();
        boolean rewrites = settings.engine() == EngineChoice.TOOLS;
        return new WorkerRules(
                settings.run().workers(),
                rewrites ? Map.of(Container.MP4, queue.mp4AtOnce()) : Map.of(),
                1 + queue.retries().retries(),
                LEASE,
                settings.tools().timeout(),
                NAP,
                queue.stopTimeout(),
                HEED);
    }

    private static BackupPlan plan(BackupSettings settings, DatabaseSettings data) {
        return new BackupPlan(
                settings.schedule(),
                settings.folder().orElseGet(() -> data.dataFolder().resolve("backups")),
                settings.keep());
    }

    private static List<ScheduledScan> scans(Settings settings) {
        return settings.server().schedules().stream()
                .map(entry -> new ScheduledScan(BatchRequest.of(entry.library()), entry.when()))
                .toList();
    }

    /** What was opened last is closed first. */
    private static <T extends AutoCloseable> T opened(Deque<AutoCloseable> parts, T part) {
        parts.push(part);
        return part;
    }

    /** Where it listens; {@code 0.0.0.0} stands for every address of this machine. */
    public URI address() {
        return address;
    }

    /** The port it listens at. */
    public int port() {
        return server.port();
    }

    /** The file with the key that callers must show; empty if it is in the settings, or none is needed. */
    public Optional<Path> keyFile() {
        return keyFile;
    }

    /** What is in that file; empty if there is none. */
    public String key() {
        return key;
    }

    /** How long closing may take. */
    public Duration patience() {
        return patience;
    }

    /**
     * Stops: no call is taken any more, files in hand are finished within the time that the settings allow, and what is queued
     * waits for the next start. Returns when every thread has ended, or does nothing but wait for a disk that hangs.
     */
    @Override
    public synchronized void close() {
        LOG.info("stopping");
        closeAll(parts);
        LOG.info("stopped");
    }

    private static void closeAll(Deque<AutoCloseable> parts) {
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("{} did not close well", part.getClass().getSimpleName(), e);
            }
        }
    }
}
