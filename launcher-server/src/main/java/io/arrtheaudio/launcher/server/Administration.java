package io.arrtheaudio.launcher.server;

import io.arrtheaudio.adapter.files.DiskLeftovers;
import io.arrtheaudio.adapter.files.archive.TarArchives;
import io.arrtheaudio.adapter.files.journal.LockFiles;
import io.arrtheaudio.adapter.jdbi.DatabaseSettings;
import io.arrtheaudio.adapter.jdbi.SqliteSnapshots;
import io.arrtheaudio.adapter.jdbi.TableVersions;
import io.arrtheaudio.domain.audit.AuditEntry;
import io.arrtheaudio.domain.figures.MemoryUse;
import io.arrtheaudio.launcher.server.settings.LoadedSettings;
import io.arrtheaudio.launcher.server.settings.QueueSettings;
import io.arrtheaudio.launcher.server.settings.Settings;
import io.arrtheaudio.port.in.AuditDesk;
import io.arrtheaudio.port.in.BackupDesk;
import io.arrtheaudio.port.in.DebugBundle;
import io.arrtheaudio.port.in.Housekeeping;
import io.arrtheaudio.port.in.Statistics;
import io.arrtheaudio.service.AuditService;
import io.arrtheaudio.service.BackupRules;
import io.arrtheaudio.service.BackupService;
import io.arrtheaudio.service.HousekeepingService;
import io.arrtheaudio.service.KeepRules;
import io.arrtheaudio.service.Kept;
import io.arrtheaudio.service.StatisticsService;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What looks after the program itself, put together. Nothing is opened or made in the data folder before it is needed.
 *
 * <p>Thread-safe.
 */
public final class Administration implements AutoCloseable {

    /** Of backups and of trials whether it can be written. */
    private static final Pattern IN_DATA = Pattern.compile("snapshot-[0-9]+\\.part|arrtheaudio-[0-9]+\\.tmp");

    private final DatabaseSettings data;
    private final Settings settings;
    private final DatabaseOnDemand database;
    private final InstantSource clock = InstantSource.system();

    /**
     * Of a data folder.
     *
     * @param settings how long what has ended is kept, and where the libraries are
     */
    public Administration(DatabaseSettings data, Settings settings) {
        this.data = data;
        this.settings = settings;
        this.database = new DatabaseOnDemand(data, Access.CHANGING);
    }

    /**
     * Backups of a data folder.
     *
     * @param settings the settings file, if there is one
     * @param version of this program
     */
    public static BackupDesk backups(DatabaseSettings data, Optional<Path> settings, String version) {
        return new BackupService(
                new SqliteSnapshots(data, InstantSource.system()),
                new TarArchives(),
                new DataExtras(settings, new ApiKeyFile(data.dataFolder())),
                () -> LockFiles.isAnyHeldIn(data.dataFolder().resolve("locks")),
                new BackupRules(version, ZoneId.systemDefault()),
                InstantSource.system());
    }

    /**
     * What somebody needs who is to find out why the program does not do what it should.
     *
     * @param version of this program
     * @param secrets that are neither in the settings nor in the data folder
     */
    public static DebugBundle bundle(
            LoadedSettings loaded, DatabaseSettings data, String version, List<String> secrets) {
        return Diagnosis.bundle(loaded, data, version, secrets);
    }

    /** How much was done; the database is only looked at. */
    public Statistics statistics() {
        return new StatisticsService(database::figuresToRead, () -> MemoryUse.NONE, clock, ZoneId.systemDefault());
    }

    /** Who asked for what; nothing where nothing is remembered yet. */
    public AuditDesk audit() {
        return database.hasSomethingToChange()
                ? new AuditService(database.jobs().audit(), clock)
                : new NothingAsked();
    }

    /** Forgets; where nothing is remembered yet, nothing is. */
    public Housekeeping housekeeping() {
        if (!database.hasSomethingToChange()) {
            return new NothingKept();
        }
        return housekeeping(database, settings, settings::libraries, clock);
    }

    /**
     * Forgets what is in a database, and clears libraries of what was left there.
     *
     * @param libraries asked each time
     */
    static HousekeepingService housekeeping(
            DatabaseOnDemand database, Settings settings, Supplier<List<Path>> libraries, InstantSource clock) {
        JobStores stores = database.jobs();
        QueueSettings queue = settings.server().queue();
        return new HousekeepingService(
                new Kept(
                        stores.jobs(),
                        stores.audit(),
                        database.languages(),
                        stores.changes(),
                        new DiskLeftovers(() -> places(database.settings().dataFolder(), libraries.get()))),
                new KeepRules(queue.history(), queue.failedHistory(), queue.failedHistory()),
                settings.lookup().cache(),
                clock);
    }

    private static List<DiskLeftovers.Place> places(Path data, List<Path> libraries) {
        List<DiskLeftovers.Place> places = new ArrayList<>();
        places.add(new DiskLeftovers.Place(data, IN_DATA, false));
        places.add(
                new DiskLeftovers.Place(Path.of(System.getProperty("java.io.tmpdir")), DiskLeftovers.STAND_INS, false));
        libraries.forEach(library -> places.add(new DiskLeftovers.Place(library, DiskLeftovers.BESIDE_FILMS, true)));
        return places;
    }

    /** Which version the tables have; nothing is changed. */
    public TableVersions tables() {
        return TableVersions.of(data);
    }

    /** Brings the tables up to date, if there are any. */
    public TableVersions update() {
        if (database.hasSomethingToChange()) {
            database.journalToWrite();
        }
        return tables();
    }

    @Override
    public void close() {
        database.close();
    }

    /** Where there is no database. */
    private static final class NothingAsked implements AuditDesk {

        @Override
        public void note(String who, String action, String subject, String from, String outcome) {
            throw new IllegalStateException("commands ask for nothing over the network");
        }

        @Override
        public List<AuditEntry> since(Instant moment, int atMost) {
            return List.of();
        }
    }

    /** Where there is no database. */
    private static final class NothingKept implements Housekeeping {

        @Override
        public Forgotten cleanUp() {
            return Forgotten.NOTHING;
        }

        @Override
        public Forgotten cleanUp(CleanUp wish) {
            return Forgotten.NOTHING;
        }
    }
}
