package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.title.ToldTitle;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes and reads what Arr apps told of titles. A row that this version cannot read back counts as none. */
final class ToldTable {

    private static final String TITLE = "SELECT title FROM told_key WHERE key = :key";

    private static final Logger LOG = LoggerFactory.getLogger(ToldTable.class);

    private ToldTable() {}

    /** Whether the database has one: an older program's has not. */
    static boolean isIn(Handle handle) {
        return Schema.number(handle, "SELECT count(*) FROM sqlite_schema WHERE name = 'told_key'") > 0;
    }

    static boolean isEmpty(Handle handle) {
        return Schema.number(handle, "SELECT count(*) FROM (SELECT 1 FROM told_title LIMIT 1)") == 0;
    }

    /** A season is told file by file, so what is kept already only gets its new moment. */
    static void put(Handle handle, ToldTitle told) {
        Set<Long> rows = titles(handle, told.keys());
        List<ToldTitle> earlier = rows.stream()
                .flatMap(row -> read(handle, row).stream())
                .sorted(Comparator.comparing(ToldTitle::at).reversed())
                .toList();
        List<ToldTitle> known = told.after(earlier);
        if (known.equals(earlier)) {
            return;
        }
        if (rows.size() == 1 && hasKeysOf(known, earlier)) {
            words(handle.createUpdate("""
                            UPDATE told_title SET code = :code, script = :script, region = :region, source = :source,
                                confidence = :confidence, at_seconds = :seconds, at_nanos = :nanos WHERE id = :id"""), known.get(0))
                    .bind("id", rows.iterator().next())
                    .execute();
            return;
        }
        delete(handle, rows);
        known.forEach(title -> insert(handle, title));
    }

    private static boolean hasKeysOf(List<ToldTitle> known, List<ToldTitle> earlier) {
        return known.size() == 1
                && earlier.size() == 1
                && known.get(0).keys().equals(earlier.get(0).keys());
    }

    private static void insert(Handle handle, ToldTitle title) {
        long id = words(handle.createUpdate("""
                        INSERT INTO told_title (code, script, region, source, confidence, at_seconds, at_nanos)
                        VALUES (:code, :script, :region, :source, :confidence, :seconds, :nanos)"""), title)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        PreparedBatch keys = handle.prepareBatch("INSERT INTO told_key (key, title) VALUES (:key, :title)");
        title.keys().forEach(key -> keys.bind("key", key).bind("title", id).add());
        keys.execute();
    }

    private static Update words(Update update, ToldTitle title) {
        OriginalLanguage original = title.language();
        return update.bind("code", original.language().code())
                .bind("script", original.language().script())
                .bind("region", original.language().region())
                .bind("source", original.source())
                .bind("confidence", original.confidence().name())
                .bind("seconds", title.at().getEpochSecond())
                .bind("nanos", title.at().getNano());
    }

    /** How many were forgotten. */
    static int forget(Handle handle, Collection<String> keys) {
        Set<Long> rows = titles(handle, keys);
        delete(handle, rows);
        return rows.size();
    }

    private static void delete(Handle handle, Set<Long> rows) {
        rows.forEach(row -> handle.createUpdate("DELETE FROM told_title WHERE id = :id")
                .bind("id", row)
                .execute());
    }

    /** The title of the first key that has one. */
    static Optional<ToldTitle> find(Handle handle, List<String> keys) {
        return keys.stream()
                .flatMap(key -> title(handle, key).stream())
                .flatMap(row -> read(handle, row).stream())
                .findFirst();
    }

    /** The newest first. */
    static List<ToldTitle> all(Handle handle) {
        List<Long> rows = handle.createQuery("SELECT id FROM told_title ORDER BY at_seconds DESC, at_nanos DESC, id")
                .mapTo(Long.class)
                .list();
        return rows.stream().flatMap(row -> read(handle, row).stream()).toList();
    }

    private static Set<Long> titles(Handle handle, Collection<String> keys) {
        Set<Long> rows = new TreeSet<>();
        keys.forEach(key -> title(handle, key).ifPresent(rows::add));
        return rows;
    }

    private static Optional<Long> title(Handle handle, String key) {
        return handle.createQuery(TITLE).bind("key", key).mapTo(Long.class).findFirst();
    }

    private static Optional<ToldTitle> read(Handle handle, long id) {
        Set<String> keys = new LinkedHashSet<>(handle.createQuery("SELECT key FROM told_key WHERE title = :title")
                .bind("title", id)
                .mapTo(String.class)
                .list());
        return handle.createQuery("SELECT * FROM told_title WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> read(row, keys))
                .findFirst()
                .flatMap(title -> title);
    }

    private static Optional<ToldTitle> read(ResultSet row, Set<String> keys) throws SQLException {
        try {
            return Optional.of(new ToldTitle(keys, OriginalRows.original(row), OriginalRows.at(row)));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            LOG.debug("what was told of {} cannot be read and counts as none", keys, e);
            return Optional.empty();
        }
    }
}
