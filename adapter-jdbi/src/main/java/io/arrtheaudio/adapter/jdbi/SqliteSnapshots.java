package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.port.out.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;

/**
 * Copies a database by SQLite's {@code VACUUM INTO}, which reads one state of it while others go on writing, over a connection
 * of its own, so that nobody waits; and puts another in its place while nobody has it open.
 *
 * <p>Thread-safe, and safe among processes.
 */
public final class SqliteSnapshots implements Snapshots {

    private static final String TABLES = """
            SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') FROM sqlite_schema
            WHERE tbl_name <> 'flyway_schema_history' OR type IN ('trigger', 'view')""";
    private static final Logger LOG = LoggerFactory.getLogger(SqliteSnapshots.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DatabaseSettings settings;
    private final InstantSource clock;
    private final Exchange.Steps steps;

    /** The database in this data folder. */
    public SqliteSnapshots(DatabaseSettings settings, InstantSource clock) {
        this(settings, clock, Exchange.Steps.ON_DISK);
    }

    SqliteSnapshots(DatabaseSettings settings, InstantSource clock, Exchange.Steps steps) {
        this.settings = settings;
        this.clock = clock;
        this.steps = steps;
    }

    /** A file in the data folder. */
    private record Copy(Path file, int schema) implements Snapshot {
        @Override
        public void close() {
            ScratchFiles.delete(file);
        }
    }

    @Override
    public Snapshot take() {
        if (!Files.isDirectory(settings.dataFolder())) {
            throw nothingIn(settings.dataFolder());
        }
        DataFolder folder = DataFolder.toReplace(settings);
        NativeLibrary.provideIn(folder);
        ScratchFiles scratch = new ScratchFiles(folder.path(), clock);
        scratch.clear();
        try (Handle handle = FolderLock.with(folder.lock(), () -> reader(folder))) {
            int schema = Schema.of(handle, folder.database(), Migration.ALL).version();
            Path copy = scratch.newFile();
            try {
                handle.createUpdate("VACUUM INTO :copy")
                        .bind("copy", copy.toString())
                        .execute();
                expectSound(copy, folder.database());
                return new Copy(copy, schema);
            } catch (RuntimeException e) {
                ScratchFiles.delete(copy);
                throw e;
            }
        } catch (JdbiException e) {
            throw SqliteProblem.inUse("make a copy", folder.database(), e);
        }
    }

    @Override
    public Path stage() {
        ScratchFiles scratch = new ScratchFiles(DataFolder.toReplace(settings).path(), clock);
        scratch.clear();
        return scratch.newFolder();
    }

    @Override
    public int examine(Path staged) {
        NativeLibrary.provideIn(DataFolder.toReplace(settings));
        Path file = staged.resolve(DataFolder.DATABASE);
        try (Handle handle = Database.connect(file, Sqlite.dataSource(file, PATIENCE))) {
            handle.execute("PRAGMA trusted_schema = OFF"); // it may come from anywhere
            damage(handle).ifPresent(words -> {
                throw unusable("is damaged: " + words, null);
            });
            int schema = Schema.of(handle, file, Migration.ALL).version();
            if (schema == 0) {
                throw unusable("has no tables", null);
            }
            expectOwnTables(handle, staged.resolve("empty"), schema);
            handle.createQuery("PRAGMA journal_mode = WAL").mapTo(String.class).one(); // a copy has another one
            return schema;
        } catch (JdbiException e) {
            throw unusable("cannot be read: " + SqliteProblem.codeOf(e).message, e);
        } catch (AudioFixException e) {
            throw e.getMessage().startsWith("cannot open ")
                    ? new AudioFixException(e.remedy(), "cannot restore the backup: its database " + e.getMessage(), e)
                    : e;
        }
    }

    /** A trigger in a database that comes from somewhere would be carried out by us. */
    private void expectOwnTables(Handle handle, Path empty, int schema) {
        List<Migration> made =
                Migration.ALL.stream().filter(step -> step.version() <= schema).toList();
        try (Database own = Database.open(DatabaseSettings.in(empty), clock, made, PATIENCE)) {
            if (!own.read("look at the tables", SqliteSnapshots::tables).equals(tables(handle))) {
                throw unusable("has other tables, indexes or triggers than this program makes", null);
            }
        } finally {
            ScratchFiles.deleteFolder(empty);
        }
    }

    /** But Flyway's own table, whose shape is Flyway's affair. */
    private static Set<String> tables(Handle handle) {
        return handle.createQuery(TABLES).mapTo(String.class).set();
    }

    @Override
    public Path replaceBy(Path staged) {
        DataFolder folder = DataFolder.toReplace(settings);
        return FolderLock.with(folder.lock(), () -> {
            try {
                Exchange exchange = new Exchange(folder, steps);
                exchange.finish();
                expectNobody(folder.database());
                return exchange.carryOut(staged, clock.instant());
            } catch (IOException e) {
                throw new AudioFixException(
                        Remedy.RETRY_LATER,
                        "cannot put the backup in place in " + folder.path() + ": " + e
                                + "; what was begun there is ended by the next command",
                        e);
            }
        });
    }

    @Override
    public void discard(Path staged) {
        ScratchFiles.deleteFolder(staged);
    }

    /** From the look at the tables on the connection shares a lock of the file, and nobody exchanges that. */
    private static Handle reader(DataFolder folder) {
        try {
            new Exchange(folder).finish();
            if (DataFolder.withDatabase(folder.path()).isEmpty()) {
                throw nothingIn(folder.path());
            }
            folder.expectDatabase();
        } catch (IOException e) {
            throw SqliteProblem.opening(folder.database(), e);
        }
        Handle handle = Database.connect(folder.database(), Sqlite.dataSource(folder.database(), Sqlite.PATIENCE));
        try {
            if (Schema.of(handle, folder.database(), Migration.ALL).version() == 0) {
                throw nothingIn(folder.path());
            }
            return handle;
        } catch (RuntimeException e) {
            handle.close();
            throw e instanceof JdbiException ? SqliteProblem.opening(folder.database(), e) : e;
        }
    }

    private static void expectSound(Path copy, Path database) {
        try (Handle handle = Database.connect(copy, Sqlite.readOnly(copy, "?mode=ro&immutable=1", PATIENCE))) {
            damage(handle).ifPresent(words -> {
                throw new AudioFixException(
                        Remedy.FIX_FILE,
                        "cannot back up " + database + ": it is damaged: " + words
                                + "; put an earlier backup in its place by admin restore");
            });
        }
    }

    private static Optional<String> damage(Handle handle) {
        List<String> words = handle.createQuery("PRAGMA integrity_check(1)")
                .mapTo(String.class)
                .list();
        return words.equals(List.of("ok")) ? Optional.empty() : Optional.of(String.join("; ", words));
    }

    /**
     * SQLite gives up the write-ahead log only to the last who has the database open. It gets it back at once; and who comes
     * later waits for the lock of the folder. A database that SQLite cannot read nobody can have in use.
     */
    private static void expectNobody(Path database) {
        if (!DataFolder.isLargeEnough(database)) {
            return;
        }
        try (Handle handle = Database.connect(database, Sqlite.dataSource(database, PATIENCE))) {
            String mode = handle.createQuery("PRAGMA journal_mode = DELETE")
                    .mapTo(String.class)
                    .one();
            if (!mode.equals("delete")) {
                throw inUse(database, null);
            }
            handle.createQuery("PRAGMA journal_mode = WAL").mapTo(String.class).one();
        } catch (JdbiException | AudioFixException e) {
            SQLiteErrorCode code = SqliteProblem.primary(e);
            if (code != SQLiteErrorCode.SQLITE_NOTADB && code != SQLiteErrorCode.SQLITE_CORRUPT) {
                throw inUse(database, e);
            }
            LOG.debug("{} cannot be read, so nobody has it open", database, e);
        }
    }

    private static AudioFixException inUse(Path database, Throwable cause) {
        return new AudioFixException(
                Remedy.RETRY_LATER,
                "cannot restore: a program has " + database
                        + " open; stop the daemon, and try again; nothing was changed",
                cause);
    }

    private static AudioFixException nothingIn(Path folder) {
        return new AudioFixException(
                Remedy.FIX_SETTINGS,
                "cannot make a backup: there is no database in " + folder
                        + " yet; name another data folder in ARRTHEAUDIO_HOME if it should be elsewhere");
    }

    private static AudioFixException unusable(String found, Throwable cause) {
        return new AudioFixException(
                Remedy.FIX_FILE,
                "cannot restore the backup: its database " + found + "; nothing was changed, use another one",
                cause);
    }
}
