package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.port.out.OldChanges;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Old entries of the journal in SQLite. A change and all that hangs on it is found from its first entry, which takes nothing
 * back.
 *
 * <p>Thread-safe, and safe among processes.
 */
public final class JdbiOldChanges implements OldChanges {

    private static final String FROM = "WITH RECURSIVE chain (id) AS (SELECT ";

    /** And everything that takes it back, and so on. */
    private static final String ON = """
             UNION ALL
                SELECT e.id FROM chain
                JOIN journal_entry e ON e.undoes = CAST(chain.id AS TEXT) AND e.undoes <> '')
            """;

    /**
     * First entries of changes of which no entry is open or young, and of each undo that was done something newer is known
     * that was done to its file. Found one by one, so that a step costs what it deletes.
     */
    private static final String FREE = """
            SELECT r.id FROM journal_entry r
            WHERE r.undoes = '' AND (r.at_seconds, r.at_nanos) < (:seconds, :nanos) AND NOT EXISTS (
            """ + FROM + "r.id" + ON + """
                SELECT 1 FROM chain JOIN journal_entry e ON e.id = chain.id
                WHERE e.state = 'OPEN'
                   OR (e.at_seconds, e.at_nanos) >= (:seconds, :nanos)
                   OR e.undoes <> '' AND e.state = 'DONE' AND NOT EXISTS (
                       SELECT 1 FROM journal_entry n
                       WHERE n.path = e.after_path AND n.file_key = e.after_file_key AND n.size = e.after_size
                         AND n.id > e.id AND n.state = 'DONE' AND n.undoes = ''))
            """;

    static final String COUNT = FROM + "f.id FROM (" + FREE + ") f" + ON + "SELECT count(*) FROM chain";

    static final String FORGET =
            FROM + "f.id FROM (" + FREE + " ORDER BY r.id LIMIT :most) f" + ON + "SELECT id FROM chain";

    private final Database database;

    /** @param database is not closed */
    public JdbiOldChanges(Database database) {
        this.database = database;
    }

    @Override
    public long count(Instant before) {
        return database.read(
                "count old changes",
                handle -> bind(handle.createQuery(COUNT), before)
                        .mapTo(Long.class)
                        .one());
    }

    /** In one step: nobody adds to a change meanwhile. */
    @Override
    public int forget(Instant before, int atMost) {
        return database.write("delete old changes", handle -> delete(handle, before, atMost));
    }

    private static int delete(Handle handle, Instant before, int atMost) {
        List<Long> old = bind(handle.createQuery(FORGET), before)
                .bind("most", atMost)
                .mapTo(Long.class)
                .list();
        if (!old.isEmpty()) {
            var batch = handle.prepareBatch("DELETE FROM journal_entry WHERE id = :id");
            old.forEach(id -> batch.bind("id", id).add());
            batch.execute();
        }
        return old.size();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Instant before) {
        return statement.bind("seconds", before.getEpochSecond()).bind("nanos", before.getNano());
    }
}
