package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The shape of a database: which steps were made. Found by looking at Flyway's history without Flyway, which takes longer
 * to start than a short command may.
 *
 * @param steps the steps made, in order
 */
record Schema(List<Step> steps) {

    /** The {@code application_id}, set by the first step. */
    static final int OURS = 1_098_019_393;

    /** A step made: its version and the sum over its SQL. */
    record Step(int version, int checksum) {}

    Schema {
        steps = List.copyOf(steps);
    }

    /**
     * Looks, and changes nothing.
     *
     * @param known the steps that this program knows
     * @throws AudioFixException {@code FIX_FILE} if the database is not one of this program, {@code FIX_SETTINGS} if it is
     *     one of a newer version
     */
    static Schema of(Handle handle, Path database, List<Migration> known) {
        int tables = number(handle, "SELECT count(*) FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'");
        int histories = number(handle, "SELECT count(*) FROM sqlite_schema WHERE name = 'flyway_schema_history'");
        if (histories == 0) {
            expect(tables == 0, database, "it is a database of another program");
            return new Schema(List.of());
        }
        Schema schema = new Schema(handle.createQuery("SELECT version, checksum FROM flyway_schema_history"
                        + " WHERE type = 'SQL' AND success ORDER BY installed_rank")
                .map((row, context) -> new Step(row.getInt("version"), row.getInt("checksum")))
                .list());
        expect(
                schema.version() == 0 || number(handle, "PRAGMA application_id") == OURS,
                database,
                "it is a database of another program");
        schema.expectKnown(database, known);
        return schema;
    }

    /** The version of the last step; 0 if there is none. */
    int version() {
        return steps.isEmpty() ? 0 : steps.get(steps.size() - 1).version();
    }

    private void expectKnown(Path database, List<Migration> known) {
        int newest = Migration.newest(known);
        if (version() > newest) {
            throw new AudioFixException(
                    Remedy.FIX_SETTINGS,
                    "cannot open " + database + ": a newer ArrTheAudio made it (version " + version()
                            + " of its tables, this one knows " + newest
                            + "); use that one, or name another data folder in ARRTHEAUDIO_HOME");
        }
        for (int i = 0; i < steps.size(); i++) {
            Migration step = known.get(i);
            expect(
                    steps.get(i).equals(new Step(step.version(), step.checksum())),
                    database,
                    "step " + steps.get(i).version() + " of its tables was made by another build of this program");
        }
    }

    private static void expect(boolean isSo, Path database, String otherwise) {
        if (!isSo) {
            throw new AudioFixException(
                    Remedy.FIX_FILE,
                    "cannot open " + database + ": " + otherwise
                            + "; it was left as it is, move it away or name another data folder in ARRTHEAUDIO_HOME");
        }
    }

    /** The one number that a statement gives. */
    static int number(Handle handle, String sql) {
        return handle.createQuery(sql).mapTo(Integer.class).one();
    }
}
