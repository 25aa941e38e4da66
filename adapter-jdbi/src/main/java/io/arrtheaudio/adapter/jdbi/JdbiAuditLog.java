package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.audit.AuditEntry;
import io.arrtheaudio.port.out.AuditLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Who asked for what, in SQLite. Nothing here waits for the disk.
 *
 * <p>Thread-safe, and safe among processes.
 */
public final class JdbiAuditLog implements AuditLog {

    static final String NEWEST_SINCE = """
            SELECT at_ms, who, action, subject, client, outcome FROM audit_entry WHERE at_ms >= :since
            ORDER BY at_ms DESC, id DESC LIMIT :most""";

    static final String FORGET = """
            DELETE FROM audit_entry WHERE id IN
                (SELECT id FROM audit_entry WHERE at_ms < :before ORDER BY at_ms, id LIMIT :most)""";

    private final Database database;

    /** @param database is not closed */
    public JdbiAuditLog(Database database) {
        this.database = database;
    }

    @Override
    public void note(AuditEntry entry) {
        database.note("note who asked for " + entry.action(), handle -> insert(handle, entry));
    }

    private static int insert(Handle handle, AuditEntry entry) {
        return handle.createUpdate("""
                        INSERT INTO audit_entry (at_ms, who, action, subject, client, outcome)
                        VALUES (:at, :who, :action, :subject, :client, :outcome)""")
                .bind("at", Millis.of(entry.at()))
                .bind("who", entry.who())
                .bind("action", entry.action())
                .bind("subject", entry.subject())
                .bind("client", entry.from())
                .bind("outcome", entry.outcome())
                .execute();
    }

    @Override
    public List<AuditEntry> since(Instant moment, int atMost) {
        return database.read(
                "look for who asked for what",
                handle -> handle.createQuery(NEWEST_SINCE)
                        .bind("since", Millis.of(moment))
                        .bind("most", atMost)
                        .map((row, context) -> read(row))
                        .list());
    }

    private static AuditEntry read(ResultSet row) throws SQLException {
        return new AuditEntry(
                Millis.moment(row, "at_ms"),
                row.getString("who"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("client"),
                row.getString("outcome"));
    }

    @Override
    public long count(Instant before) {
        return database.read(
                "count who asked for what",
                handle -> handle.createQuery("SELECT count(*) FROM audit_entry WHERE at_ms < :before")
                        .bind("before", Millis.of(before))
                        .mapTo(Long.class)
                        .one());
    }

    @Override
    public int forget(Instant before, int atMost) {
        return database.note(
                "forget who asked for what",
                handle -> handle.createUpdate(FORGET)
                        .bind("before", Millis.of(before))
                        .bind("most", atMost)
                        .execute());
    }
}
