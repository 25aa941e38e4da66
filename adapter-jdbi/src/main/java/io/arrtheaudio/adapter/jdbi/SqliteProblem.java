package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.nio.file.Path;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says for people what went wrong with a database. */
final class SqliteProblem {

    private static final int PRIMARY = 0xff; // the rest of a code tells variants apart

    static final String FULL = "the disk is full; make room";

    private SqliteProblem() {}

    /** The code that SQLite gave somewhere among the causes; {@code UNKNOWN_ERROR} if it was not SQLite. */
    static SQLiteErrorCode codeOf(Throwable problem) {
        return sqlite(problem).map(SQLiteException::getResultCode).orElse(SQLiteErrorCode.UNKNOWN_ERROR);
    }

    private static Optional<SQLiteException> sqlite(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /**
     * A failure of using a database that was fine when it was opened.
     *
     * @param attempt what was attempted: "record a change of /tv/a.mkv"
     */
    static AudioFixException inUse(String attempt, Path database, Throwable problem) {
        return new AudioFixException(
                Remedy.RETRY_LATER, "cannot " + attempt + " in " + database + ": " + words(problem), problem);
    }

    /** A failure of opening a database. */
    static AudioFixException opening(Path database, Throwable problem) {
        return new AudioFixException(remedy(problem), "cannot open " + database + ": " + words(problem), problem);
    }

    private static Remedy remedy(Throwable problem) {
        return switch (primary(problem)) {
            case SQLITE_NOTADB, SQLITE_CORRUPT -> Remedy.FIX_FILE;
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH -> Remedy.FIX_SETTINGS;
            default -> Remedy.RETRY_LATER;
        };
    }

    static String words(Throwable problem) {
        if (codeOf(problem) == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE) { // no room for the memory that its users share
            return FULL;
        }
        return switch (primary(problem)) {
            case SQLITE_NOTADB ->
                "it is no database; it was left as it is, move it away or name another data folder in ARRTHEAUDIO_HOME";
            case SQLITE_CORRUPT ->
                "the database is damaged; it was left as it is: put a backup of yours in its place, or move it away,"
                        + " and earlier changes cannot be taken back any more";
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
                "this user may not write to it or to its" + " folder; change their permissions";
            case SQLITE_FULL -> FULL;
            case SQLITE_BUSY, SQLITE_LOCKED -> "another program keeps it locked; try again later";
            default -> sqlite(problem).map(Throwable::getMessage).orElse(problem.toString());
        };
    }

    /** The code without its variants. */
    static SQLiteErrorCode primary(Throwable problem) {
        return SQLiteErrorCode.getErrorCode(codeOf(problem).code & PRIMARY);
    }
}
