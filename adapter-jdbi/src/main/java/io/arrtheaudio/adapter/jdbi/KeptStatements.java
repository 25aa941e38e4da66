package io.arrtheaudio.adapter.jdbi;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Keeps the statements of a connection prepared, as many as this module has: SQLite takes longer to prepare one than to carry
 * it out. If another program changes a table meanwhile, SQLite and its driver notice.
 *
 * <p>One thread at a time.
 */
final class KeptStatements extends DefaultStatementBuilder {

    private final Map<String, PreparedStatement> idle = new HashMap<>();
    private final IdentityHashMap<Statement, String> inUse = new IdentityHashMap<>();

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        PreparedStatement kept = idle.remove(sql);
        PreparedStatement statement = kept == null ? super.create(connection, sql, context) : kept;
        inUse.put(statement, sql);
        return statement;
    }

    /** @param written as it was before its parameters got their places */
    @Override
    public void close(Connection connection, String written, Statement statement) throws SQLException {
        String sql = inUse.remove(statement);
        if (sql == null || !isUsable(statement) || idle.putIfAbsent(sql, (PreparedStatement) statement) != null) {
            super.close(connection, written, statement);
        }
    }

    /**
     * The driver gives a statement up that failed, which shows when it is asked something. The values are left in it: taken
     * away, SQLite would plan some statements anew.
     */
    private static boolean isUsable(Statement statement) {
        try {
            statement.clearBatch();
            return ((PreparedStatement) statement).getParameterMetaData().getParameterCount() >= 0;
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close(Connection connection) {
        idle.clear(); // they end with their connection
        inUse.clear();
    }
}
