package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.port.out.HealthProbe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * Feels whether an open database works, which takes no time as long as it does. That what is in it is sound is for
 * {@link DatabaseProbe}.
 *
 * <p>Thread-safe, and safe among processes.
 */
public final class DatabasePulse implements HealthProbe {

    private final Database database;
    private final Consumer<Handle> writing;

    private DatabasePulse(Database database, Consumer<Handle> writing) {
        this.database = database;
        this.writing = writing;
    }

    /** Takes the turn of one that writes, and writes nothing: a disk that sleeps is not woken. */
    public static DatabasePulse looking(Database database) {
        return new DatabasePulse(database, handle -> Schema.number(handle, "PRAGMA application_id"));
    }

    /** Writes a page that says what it said before. */
    public static DatabasePulse writing(Database database) {
        return new DatabasePulse(database, handle -> handle.execute("PRAGMA application_id = " + Schema.OURS));
    }

    @Override
    public List<Finding> examine() {
        Path file = database.file();
        String subject = "database " + file;
        try {
            database.write("see whether anything can be stored", handle -> {
                writing.accept(handle);
                return true;
            });
        } catch (AudioFixException e) {
            return List.of(Finding.problem(subject, e.getMessage(), "nothing is accepted until that is mended"));
        }
        return List.of(
                Files.isWritable(file.getParent())
                        ? Finding.ok(subject, "it can be read and written")
                        : Finding.problem(
                                subject,
                                "this user may not write to its folder any more",
                                "change the permissions of " + file.getParent()
                                        + ", and see that its disk is mounted for writing"));
    }
}
