package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;

/**
 * Brings a database to the shape that this program knows, after a copy was made. One program at a time does so: the folder is
 * locked meanwhile.
 */
final class SchemaUpdate {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaUpdate.class);

    /** In bytes; a new database with its log needs less. */
    private static final long ROOM = 1 << 20;

    private final DataFolder folder;
    private final Handle handle;
    private final InstantSource clock;
    private final List<Migration> steps;

    SchemaUpdate(DataFolder folder, Handle handle, InstantSource clock, List<Migration> steps) {
        this.folder = folder;
        this.handle = handle;
        this.clock = clock;
        this.steps = steps;
    }

    /** Does nothing, and costs next to nothing, if there is nothing to do. */
    void run() {
        Schema schema = look();
        if (!isCurrent(schema)) {
            update(schema);
        }
    }

    private Schema look() {
        return Schema.of(handle, folder.database(), steps);
    }

    private boolean isCurrent(Schema schema) {
        return schema.steps().size() == steps.size();
    }

    private void update(Schema from) {
        Optional<Path> copy = Optional.empty();
        try {
            if (from.version() > 0) {
                copy = Optional.of(new Backups(folder.backups()).make(handle, from.version(), clock.instant()));
            }
            folder.warnIfOnNetwork();
            handle.createQuery("PRAGMA journal_mode = WAL").mapTo(String.class).one();
            migrate();
            copy.ifPresent(path -> LOG.info(
                    "brought {} from version {} of its tables to {}; how it was before is in {}",
                    folder.database(),
                    from.version(),
                    Migration.newest(steps),
                    path));
        } catch (FlywayException | JdbiException | IOException e) {
            throw failure(from, copy, e);
        }
    }

    /** In one transaction for each step, so that a step is made wholly or not at all. */
    private void migrate() {
        Flyway.configure(SchemaUpdate.class.getClassLoader())
                .dataSource(Sqlite.dataSource(folder.database(), Sqlite.PATIENCE))
                .locations(steps.stream().map(Migration::location).distinct().toArray(String[]::new))
                .target(String.valueOf(Migration.newest(steps))) // Flyway looks for all that lie there
                .ignoreMigrationPatterns(new String[0])
                .validateMigrationNaming(true)
                .failOnMissingLocations(true)
                .loggers("slf4j")
                .load()
                .migrate();
    }

    private AudioFixException failure(Schema from, Optional<Path> copy, Exception e) {
        String where = copy.map(path -> "; how it was before is in " + path).orElse("");
        return new AudioFixException(
                Remedy.RETRY_LATER,
                "cannot bring " + folder.database() + " from version " + from.version() + " of its tables to "
                        + Migration.newest(steps) + ": "
                        + (isForWantOfRoom(e) ? SqliteProblem.FULL : SqliteProblem.words(e))
                        + where,
                e);
    }

    /**
     * SQLite ends the transaction when the disk is full; Flyway goes on, and what it meets then is what it tells: no such
     * table, or no transaction.
     */
    private boolean isForWantOfRoom(Exception e) {
        SQLiteErrorCode code = SqliteProblem.codeOf(e);
        boolean tellsNothing = code == SQLiteErrorCode.SQLITE_ERROR || code == SQLiteErrorCode.UNKNOWN_ERROR;
        try {
            return tellsNothing && Files.getFileStore(folder.database()).getUsableSpace() < ROOM;
        } catch (IOException unknown) {
            LOG.debug("cannot ask for the room beside {}", folder.database(), unknown);
            return false;
        }
    }
}
