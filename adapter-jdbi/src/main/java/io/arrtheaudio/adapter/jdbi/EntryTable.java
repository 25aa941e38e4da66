package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.edit.Patch;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.PlannedChange;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes entries. */
final class EntryTable {

    private EntryTable() {}

    /** A new entry, open; its number is greater than any before. */
    static long insert(Handle handle, PlannedChange change, String owner) {
        FileIdentity file = change.file();
        long number = handle.createQuery("""
                        INSERT INTO journal_entry (owner, state, path, file_key, size, modified,
                            after_path, after_file_key, after_size, after_modified, kind, engine, replacement, method,
                            ending_offset, ending_was, ending_becomes, defaults_before, defaults_after, explanation, cause, undoes, at_seconds, at_nanos)
                        VALUES (:owner, 'OPEN', :path, :key, :size, :modified, :path, :key, :size, :modified,
                            :kind, :engine, :replacement, :method, :ending, :endingWas, :endingBecomes, :before, :after, :explanation, :cause, :undoes, :seconds, :nanos)
                        RETURNING id""")
                .bind("owner", owner)
                .bind("path", file.path().toString())
                .bind("key", file.key())
                .bind("size", file.size())
                .bind("modified", file.modified().toString())
                .bind("kind", change.route().kind().name())
                .bind("engine", change.route().engine())
                .bind("replacement", change.route().replacement().toString())
                .bind("method", change.plan().method())
                .bind("ending", change.plan().ending().offset())
                .bind("endingWas", change.plan().ending().was().toArray())
                .bind("endingBecomes", change.plan().ending().becomes().toArray())
                .bind("before", Positions.text(change.defaultsBefore()))
                .bind("after", Positions.text(change.defaultsAfter()))
                .bind("explanation", change.explanation())
                .bind("cause", change.cause())
                .bind("undoes", change.undoes())
                .bind("seconds", change.at().getEpochSecond())
                .bind("nanos", change.at().getNano())
                .mapTo(Long.class)
                .one();
        insertPatches(handle, number, change.plan().patches());
        return number;
    }

    /** How an open entry of this owner ended; how many were found, one or none. */
    static int end(Handle handle, JournalEntry ended, String owner) {
        return handle.createUpdate("""
                        UPDATE journal_entry SET state = :state, after_path = :path, after_file_key = :key,
                            after_size = :size, after_modified = :modified
                        WHERE id = :id AND state = 'OPEN' AND owner = :owner""")
                .bind("state", ended.state().name())
                .bind("path", ended.after().path().toString())
                .bind("key", ended.after().key())
                .bind("size", ended.after().size())
                .bind("modified", ended.after().modified().toString())
                .bind("id", RowId.number(ended.id()))
                .bind("owner", owner)
                .execute();
    }

    static List<String> ownersOfOpenEntries(Handle handle) {
        return handle.createQuery("SELECT DISTINCT owner FROM journal_entry WHERE state = 'OPEN'")
                .mapTo(String.class)
                .list();
    }

    /** The open entries of one owner go to another. Of two programs that want them, one finds them. */
    static List<JournalEntry> take(Handle handle, String from, String to) {
        return handle.createQuery("""
                        UPDATE journal_entry SET owner = :to WHERE state = 'OPEN' AND owner = :from RETURNING id""").bind("to", to).bind("from", from).mapTo(Long.class).list().stream()
                .sorted()
                .flatMap(number -> EntryQuery.ofNumber(handle, number).stream())
                .toList();
    }

    private static void insertPatches(Handle handle, long number, List<Patch> patches) {
        if (patches.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO journal_patch (entry, position, file_offset, was, becomes)
                VALUES (:entry, :position, :offset, :was, :becomes)""");
        for (int i = 0; i < patches.size(); i++) {
            Patch patch = patches.get(i);
            batch.bind("entry", number)
                    .bind("position", i)
                    .bind("offset", patch.offset())
                    .bind("was", patch.was().toArray())
                    .bind("becomes", patch.becomes().toArray())
                    .add();
        }
        batch.execute();
    }
}
