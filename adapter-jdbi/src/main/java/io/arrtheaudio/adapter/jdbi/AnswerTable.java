package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.title.KnownLanguage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes and reads answers about titles. A row that this version cannot read back counts as none. */
final class AnswerTable {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerTable.class);

    private AnswerTable() {}

    /** Whether the database has one: an older program's has not. */
    static boolean isIn(Handle handle) {
        return Schema.number(handle, "SELECT count(*) FROM sqlite_schema WHERE name = 'title_language'") > 0;
    }

    /** In the place of an earlier answer about the same title. */
    static int put(Handle handle, KnownLanguage answer) {
        OriginalLanguage original = answer.language();
        return handle.createUpdate("""
                        INSERT OR REPLACE INTO title_language (title, code, script, region, source, confidence, at_seconds, at_nanos)
                        VALUES (:title, :code, :script, :region, :source, :confidence, :seconds, :nanos)""")
                .bind("title", answer.title())
                .bind("code", original.language().code())
                .bind("script", original.language().script())
                .bind("region", original.language().region())
                .bind("source", original.source())
                .bind("confidence", original.confidence().name())
                .bind("seconds", answer.at().getEpochSecond())
                .bind("nanos", answer.at().getNano())
                .execute();
    }

    /** How many were forgotten. */
    static int forget(Handle handle, List<String> titles) {
        PreparedBatch batch = handle.prepareBatch("DELETE FROM title_language WHERE title = :title");
        titles.forEach(title -> batch.bind("title", title).add());
        int forgotten = 0;
        for (int ofOne : batch.execute()) {
            forgotten += ofOne;
        }
        return forgotten;
    }

    /** How many were forgotten. */
    static int forgetAll(Handle handle) {
        return handle.createUpdate("DELETE FROM title_language").execute();
    }

    static Optional<KnownLanguage> find(Handle handle, String title) {
        return handle.createQuery("SELECT * FROM title_language WHERE title = :title")
                .bind("title", title)
                .map((row, context) -> read(row))
                .findFirst()
                .flatMap(answer -> answer);
    }

    /** The newest first. */
    static List<KnownLanguage> all(Handle handle) {
        return handle
                .createQuery("SELECT * FROM title_language ORDER BY at_seconds DESC, at_nanos DESC, title")
                .map((row, context) -> read(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<KnownLanguage> read(ResultSet row) throws SQLException {
        String title = row.getString("title");
        try {
            return Optional.of(new KnownLanguage(title, OriginalRows.original(row), OriginalRows.at(row)));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            LOG.debug("the answer about {} cannot be read and counts as none", title, e);
            return Optional.empty();
        }
    }
}
