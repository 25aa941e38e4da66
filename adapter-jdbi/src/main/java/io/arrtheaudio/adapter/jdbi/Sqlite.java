package io.arrtheaudio.adapter.jdbi;

import java.nio.file.Path;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/** How SQLite is spoken to. */
final class Sqlite {

    /** For another program that is in the middle of its commit. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    private Sqlite() {}

    /**
     * Connections that return from a commit when it is on disk. The write-ahead log is a property of the database, not of
     * a connection; see {@link SchemaUpdate}.
     */
    static SQLiteDataSource dataSource(Path database, Duration patience) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout((int) patience.toMillis());
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        return source(database, "", config);
    }

    /**
     * Connections that write nothing.
     *
     * @param options of SQLite, behind a question mark: https://www.sqlite.org/uri.html
     */
    static SQLiteDataSource readOnly(Path database, String options, Duration patience) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout((int) patience.toMillis());
        return source(database, options, config);
    }

    private static SQLiteDataSource source(Path database, String options, SQLiteConfig config) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        // as an address, in which a question mark of the name is escaped; behind a bare one options would be looked for
        source.setUrl("jdbc:sqlite:" + database.toUri() + options);
        return source;
    }
}
