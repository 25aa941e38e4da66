package io.arrtheaudio.adapter.files.seeded;

import java.sql.Connection;
import java.sql.SQLException;

/** Breaks R10, databases. */
public final class FilesUsesDatabase {

    void close(Connection connection) throws SQLException {
        connection.close();
    }
}
