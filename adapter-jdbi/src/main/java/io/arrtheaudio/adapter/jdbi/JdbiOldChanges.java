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

    /** Every entry of every change whose first entry is old enough. */
    private static final String CHAINS = """
            WITH RECURSIVE chain (root, id) AS (
                SELECT id, id FROM journal_entry
                WHERE undoes = '' AND (at_seconds, at_nanos) < (:seconds, :nanos)
                UNION ALL
                SELECT chain.root, e.id FROM chain
                JOIN journal_entry e ON e.undoes = CAST(chain.id AS TEXT) AND e.undoes <> '')
            """;

    /** No entry is open or young, and of each undo that was done something newer is known that was done to its file. */
    private static final String FREE = """
            SELECT root FROM chain JOIN journal_entry e ON e.id = chain.id
            GROUP BY root
            HAVING max(e.state = 'OPEN') = 0
               AND min((e.at_seconds, e.at_nanos) < (:seconds, :nanos)) = 1
               AND max(e.undoes <> '' AND e.state = 'DONE' AND NOT EXISTS (
                   SELECT 1 FROM journal_entry n
                   WHERE n.path = e.after_path AND n.file_key = e.after_file_key AND n.size = e.after_size
                     AND n.id > e.id AND n.state = 'DONE' AND n.undoes = '')) = 0
            """;

    static final String COUNT = CHAINS + "SELECT count(*) FROM chain WHERE root IN (" + FREE + ")";

    static final String FORGET = CHAINS + "SELECT id FROM chain WHERE root IN (" + FREE + " LIMIT :most)";

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
