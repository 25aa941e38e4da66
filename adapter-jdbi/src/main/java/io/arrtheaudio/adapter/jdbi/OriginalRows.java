package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.choice.OriginalLanguage.Confidence;
import io.arrtheaudio.domain.language.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** The columns that every table of original languages has. What they hold may be of another version, or forged. */
final class OriginalRows {

    private OriginalRows() {}

    /**
     * Which language, and who says so.
     *
     * @throws IllegalArgumentException if there is no such language or confidence
     */
    static OriginalLanguage original(ResultSet row) throws SQLException {
        return new OriginalLanguage(
                new Language(row.getString("code"), row.getString("script"), row.getString("region")),
                row.getString("source"),
                Confidence.valueOf(row.getString("confidence")));
    }

    /**
     * When that was said.
     *
     * @throws java.time.DateTimeException if there is no such moment
     * @throws ArithmeticException likewise
     */
    static Instant at(ResultSet row) throws SQLException {
        return Instant.ofEpochSecond(row.getLong("at_seconds"), row.getLong("at_nanos"));
    }
}
