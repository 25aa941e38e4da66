package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.port.out.HealthProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Looks at the data folder and the database in it. Makes, updates and mends nothing.
 *
 * <p>Thread-safe.
 */
public final class DatabaseProbe implements HealthProbe {

    private static final long LARGEST_CHECKED = 256L << 20; // bytes; a second or two

    private final DatabaseSettings settings;

    /** Looks where these settings say. */
    public DatabaseProbe(DatabaseSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        Path folder = settings.dataFolder().toAbsolutePath();
        findings.add(folderItself(folder));
        if (Files.isDirectory(folder)) {
            findings.add(owner(folder));
            restore(folder).ifPresent(findings::add);
            findings.addAll(DataFolder.withDatabase(folder)
                    .map(DatabaseProbe::database)
                    .orElse(List.of(Finding.ok(database(folder), "none yet; it is made at the first change"))));
        }
        return List.copyOf(findings);
    }

    private static Optional<Finding> restore(Path folder) {
        return Exchange.isUnfinishedIn(folder)
                ? Optional.of(Finding.warning(
                        "backup in " + folder,
                        "it is being put in place, or that was cut off",
                        "the next command that changes files or makes a backup ends it"))
                : Optional.empty();
    }

    private static Finding folderItself(Path folder) {
        String subject = "data folder " + folder;
        if (!Files.exists(folder)) {
            return canBeMade(folder)
                    ? Finding.ok(subject, "not there yet; it is made at the first change")
                    : Finding.problem(
                            subject,
                            "not there, and this user may not make it",
                            "make it and give it to this user, or name another in ARRTHEAUDIO_HOME");
        }
        if (!Files.isDirectory(folder)) {
            return Finding.problem(
                    subject, "a file of that name is in the way", "move it, or name another in ARRTHEAUDIO_HOME");
        }
        if (!Files.isWritable(folder)) {
            return Finding.problem(
                    subject,
                    "this user may not write to it",
                    "change its permissions, or name another in ARRTHEAUDIO_HOME");
        }
        return new DataFolder(folder)
                .networkFileSystem()
                .map(type -> Finding.warning(
                        subject,
                        "on a network file system (" + type + ")",
                        "let only one machine use it, or better move it to a local disk"))
                .orElse(Finding.ok(subject, "writable, on a local disk"));
    }

    private static boolean canBeMade(Path folder) {
        Path above = folder.getParent();
        while (above != null && !Files.exists(above)) {
            above = above.getParent();
        }
        return above != null && Files.isDirectory(above) && Files.isWritable(above);
    }

    private Finding owner(Path folder) {
        Path whose = Files.exists(folder.resolve(DataFolder.DATABASE)) ? folder.resolve(DataFolder.DATABASE) : folder;
        String subject = "owner of " + whose;
        String me = CurrentUser.name();
        try {
            String owner = Files.getOwner(whose).getName();
            if (owner.equals(me)) {
                return Finding.ok(subject, owner);
            }
            String found = "it belongs to " + owner + ", but this program runs as " + me;
            String remedy = "run the program as " + owner + ", or give the folder and all in it to " + me;
            return settings.anyOwner()
                    ? Finding.warning(subject, found + ", as it is told to", remedy)
                    : Finding.problem(subject, found, remedy);
        } catch (IOException e) {
            return Finding.warning(subject, "cannot be told: " + e, "look at the permissions of the folders above");
        }
    }

    private static String database(Path folder) {
        return "database " + folder.resolve(DataFolder.DATABASE);
    }

    private static List<Finding> database(DataFolder folder) {
        String subject = database(folder.path());
        try (ReadOnlyDatabase database = ReadOnlyDatabase.of(folder)) {
            if (!Files.isWritable(folder.database())) {
                return List.of(Finding.problem(
                        subject, "this user may not write to it", "change the permissions of " + folder.database()));
            }
            if (!database.isCurrent()) {
                int version = database.schema().version();
                return List.of(Finding.ok(
                        subject, "version " + version + " of its tables; brought up to date at the next change"));
            }
            return database.read("look at the journal", handle -> journal(handle, subject, folder));
        } catch (AudioFixException e) {
            return List.of(problem(subject, folder.database(), e));
        }
    }

    private static List<Finding> journal(Handle handle, String subject, DataFolder folder) {
        Size size = Size.of(folder.database());
        List<Finding> findings = new ArrayList<>();
        Optional<String> damage = size.bytes() > LARGEST_CHECKED ? Optional.empty() : damage(handle);
        if (damage.isPresent()) {
            return List.of(Finding.problem(
                    subject,
                    "damaged: " + damage.get(),
                    "stop the program, and put a backup of yours in its place, or move it away; earlier changes cannot be"
                            + " taken back then"));
        }
        int entries = Schema.number(handle, "SELECT count(*) FROM journal_entry");
        findings.add(Finding.ok(
                subject,
                size + ", " + entries + " changes recorded, "
                        + (size.bytes() > LARGEST_CHECKED ? "too large to be checked here" : "sound")));
        openEntries(handle).ifPresent(findings::add);
        return findings;
    }

    private static Optional<Finding> openEntries(Handle handle) {
        int open = Schema.number(handle, "SELECT count(*) FROM journal_entry WHERE state = 'OPEN'");
        return open == 0
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        "journal",
                        open + " changes have begun and not ended",
                        "a program may be at work on them; if none is, the next command that changes files finishes"
                                + " them or takes them back"));
    }

    private static Optional<String> damage(Handle handle) {
        return handle.createQuery("PRAGMA quick_check(1)")
                .mapTo(String.class)
                .findFirst()
                .filter(word -> !word.equals("ok"));
    }

    /** The message says what was found and, behind a semicolon, what to do. */
    private static Finding problem(String subject, Path file, AudioFixException e) {
        String message = e.getMessage();
        int start = message.indexOf(file + ": ");
        String told = start < 0 ? message : message.substring(start + (file + ": ").length());
        int end = told.indexOf("; ");
        return end < 0
                ? Finding.problem(subject, told, "mend that, and try again")
                : Finding.problem(subject, told.substring(0, end), told.substring(end + 2));
    }

    /** A number of bytes, for people. */
    private record Size(long bytes) {

        /** Not opened: whoever closes a file takes the locks of SQLite off it. */
        static Size of(Path file) {
            return new Size(file.toFile().length());
        }

        @Override
        public String toString() {
            return bytes < 1 << 20 ? (bytes + 1023 >> 10) + " KiB" : (bytes >> 20) + " MiB";
        }
    }
}
