package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.JournalQuery;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Looks for entries. A question for one entry or one file goes through an index, however long the journal is. */
final class EntryQuery {

    private static final String ROWS = """
            SELECT e.*, p.file_offset, p.was, p.becomes
            FROM journal_entry e LEFT JOIN journal_patch p ON p.entry = e.id
            """;

    private static final String NEWEST_FIRST = " ORDER BY e.id DESC, p.position";

    /** What {@link JournalQuery#fits} says; a part of the question that is empty fits everything. */
    private static final String FITS = """
             (:cause = '' OR cause = :cause)
             AND (at_seconds, at_nanos) >= (:seconds, :nanos)
             AND (:id = '' OR id = :number OR undoes = :id)
             AND (:path = '' AND :key = '' OR :path <> '' AND path = :path
                  OR :key <> '' AND (file_key = :key OR after_file_key = :key))
             ORDER BY id DESC LIMIT :most)
            """;

    private static final String ANY =
            ROWS + " WHERE e.id IN (SELECT id FROM journal_entry WHERE " + FITS + NEWEST_FIRST;

    private static final String BY_ID = ROWS
            + " WHERE e.id IN (SELECT id FROM journal_entry"
            + " WHERE (id = :number OR undoes = :id AND undoes <> '') AND " + FITS + NEWEST_FIRST;

    private static final String BY_FILE = ROWS
            + " WHERE e.id IN (SELECT id FROM journal_entry WHERE (path = :path OR file_key = :key OR after_file_key = :key) AND "
            + FITS + NEWEST_FIRST;

    private static final String OPEN_BY_KEY =
            ROWS + " WHERE e.state = 'OPEN' AND e.file_key = :key AND e.file_key <> ''" + NEWEST_FIRST;

    private static final String OPEN_BY_PATH =
            ROWS + " WHERE e.state = 'OPEN' AND e.path = :path AND e.file_key = ''" + NEWEST_FIRST;

    private static final String OF_NUMBER = ROWS + " WHERE e.id = :number" + NEWEST_FIRST;

    private EntryQuery() {}

    static Optional<JournalEntry> ofNumber(Handle handle, long number) {
        return entries(handle.createQuery(OF_NUMBER).bind("number", number)).stream()
                .findFirst();
    }

    static List<JournalEntry> find(Handle handle, JournalQuery query) {
        return entries(select(handle, query)
                .bind("id", query.id())
                .bind("number", RowId.number(query.id()))
                .bind("path", query.path().toString())
                .bind("key", query.fileKey())
                .bind("cause", query.cause())
                .bind("seconds", query.since().getEpochSecond())
                .bind("nanos", query.since().getNano())
                .bind("most", query.atMost()));
    }

    static Optional<JournalEntry> openOf(Handle handle, FileIdentity file) {
        Query query = file.key().isEmpty()
                ? handle.createQuery(OPEN_BY_PATH).bind("path", file.path().toString())
                : handle.createQuery(OPEN_BY_KEY).bind("key", file.key());
        return entries(query).stream().findFirst();
    }

    private static Query select(Handle handle, JournalQuery query) {
        if (!query.id().isEmpty()) {
            return handle.createQuery(BY_ID);
        }
        boolean anyFile = query.path().toString().isEmpty() && query.fileKey().isEmpty();
        return anyFile ? handle.createQuery(ANY) : handle.createQuery(BY_FILE);
    }

    private static List<JournalEntry> entries(Query query) {
        return query.scanResultSet((rows, context) -> {
            try (context) { // else the statement stays open, and with it some memory of SQLite's
                return EntryRows.read(rows.get());
            }
        });
    }
}
