package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.edit.Bytes;
import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.Ending;
import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.edit.Patch;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.PlannedChange;
import io.arrtheaudio.domain.journal.Route;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads entries from rows: one row for each patch, or a single one without, the rows of an entry together. */
final class EntryRows {

    private EntryRows() {}

    static List<JournalEntry> read(ResultSet rows) throws SQLException {
        List<JournalEntry> entries = new ArrayList<>();
        boolean more = rows.next();
        while (more) {
            long number = rows.getLong("id");
            Draft draft = new Draft(rows);
            do {
                draft.addPatch(rows);
                more = rows.next();
            } while (more && rows.getLong("id") == number);
            entries.add(draft.entry());
        }
        return entries;
    }

    /** An entry whose patches are still being read. */
    private static final class Draft {

        private final List<Patch> patches = new ArrayList<>();
        private final String id;
        private final String owner;
        private final EntryState state;
        private final FileIdentity before;
        private final FileIdentity after;
        private final Route route;
        private final Ending ending;
        private final String method;
        private final List<Integer> defaultsBefore;
        private final List<Integer> defaultsAfter;
        private final String explanation;
        private final String cause;
        private final String undoes;
        private final Instant at;

        Draft(ResultSet row) throws SQLException {
            id = RowId.of(row.getLong("id"));
            owner = row.getString("owner");
            state = EntryState.valueOf(row.getString("state"));
            before = new FileIdentity(
                    Path.of(row.getString("path")),
                    row.getString("file_key"),
                    row.getLong("size"),
                    Instant.parse(row.getString("modified")));
            after = new FileIdentity(
                    Path.of(row.getString("after_path")),
                    row.getString("after_file_key"),
                    row.getLong("after_size"),
                    Instant.parse(row.getString("after_modified")));
            route = new Route(
                    Route.Kind.valueOf(row.getString("kind")),
                    row.getString("engine"),
                    Path.of(row.getString("replacement")));
            ending = new Ending(
                    row.getLong("ending_offset"),
                    Bytes.of(row.getBytes("ending_was")),
                    Bytes.of(row.getBytes("ending_becomes")));
            method = row.getString("method");
            defaultsBefore = Positions.of(row.getString("defaults_before"));
            defaultsAfter = Positions.of(row.getString("defaults_after"));
            explanation = row.getString("explanation");
            cause = row.getString("cause");
            undoes = row.getString("undoes");
            at = Instant.ofEpochSecond(row.getLong("at_seconds"), row.getLong("at_nanos"));
        }

        void addPatch(ResultSet row) throws SQLException {
            byte[] was = row.getBytes("was");
            if (was != null) {
                patches.add(new Patch(row.getLong("file_offset"), Bytes.of(was), Bytes.of(row.getBytes("becomes"))));
            }
        }

        JournalEntry entry() {
            PlannedChange change = new PlannedChange(
                    before,
                    route,
                    new EditPlan(patches, ending, method),
                    defaultsBefore,
                    defaultsAfter,
                    explanation,
                    cause,
                    undoes,
                    at);
            return new JournalEntry(id, owner, change, state, after);
        }
    }
}
