package io.arrtheaudio.examples.yourownstore;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A program's own database, as it may have one anyway. SQLite here: one writer at a time, while the others wait, and what is
 * committed is on disk.
 *
 * <p>Thread-safe: one transaction at a time.
 */
final class MyDatabase implements AutoCloseable {

    private final Connection connection;

    private MyDatabase(Connection connection) {
        this.connection = connection;
    }

    static MyDatabase open(Path file) throws SQLException {
        return new MyDatabase(DriverManager.getConnection(
                "jdbc:sqlite:" + file + "?busy_timeout=15000&transaction_mode=IMMEDIATE&synchronous=FULL"));
    }

    /** What is done in one transaction. */
    interface Work<T> {
        T run() throws SQLException;
    }

    /**
     * Does all of it or nothing.
     *
     * @throws AudioFixException {@code RETRY_LATER} if it does not work, as the ports want it: the film is not touched then
     */
    synchronized <T> T inTransaction(String attempt, Work<T> work) {
        try {
            connection.setAutoCommit(false);
            try {
                T result = work.run();
                connection.commit();
                return result;
            } finally {
                connection.rollback(); // which finds nothing after a commit
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new AudioFixException(Remedy.RETRY_LATER, "cannot " + attempt + ": " + e.getMessage(), e);
        }
    }

    /** The bytes in the first column of each row. */
    List<byte[]> select(String sql, Object... values) throws SQLException {
        List<byte[]> found = new ArrayList<>();
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getBytes(1));
            }
        }
        return found;
    }

    /** How many rows were changed. */
    int change(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values)) {
            return statement.executeUpdate();
        }
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
