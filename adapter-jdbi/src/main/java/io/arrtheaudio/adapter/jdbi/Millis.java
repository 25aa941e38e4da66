package io.arrtheaudio.adapter.jdbi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** Moments and times as numbers of milliseconds; the epoch stands for a moment that has not come. */
final class Millis {

    private Millis() {}

    static long of(Instant moment) {
        return moment.toEpochMilli();
    }

    static long of(Duration time) {
        return time.toMillis();
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    static Duration time(ResultSet row, String column) throws SQLException {
        return Duration.ofMillis(row.getLong(column));
    }
}
