package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The folder the program keeps its things in.
 *
 * @param path with symbolic links resolved
 */
record DataFolder(Path path) {

    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
    /** The name of the database in it. */
    static final String DATABASE = "arrtheaudio.db";

    private static final int SMALLEST_DATABASE = 512; // bytes: one page of the smallest size
    private static final Set<String> NETWORK =
            Set.of("nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "afs", "9p", "fuse.sshfs", "fuse.rclone", "webdav");

    /**
     * Makes the folder if need be, and finds out whether it is usable.
     *
     * @throws AudioFixException {@code FIX_SETTINGS} if it cannot be written to, or its database is another user's; {@code FIX_FILE} if something else has the database's name
     */
    static DataFolder of(DatabaseSettings settings) {
        try {
            DataFolder made = made(settings);
            made.expectDatabase();
            return made;
        } catch (IOException e) {
            throw unusable(settings.dataFolder(), e);
        }
    }

    /**
     * Makes the folder if need be; the database in it may be in any state.
     *
     * @throws AudioFixException {@code FIX_SETTINGS} if it cannot be written to, or its database is another user's
     */
    static DataFolder toReplace(DatabaseSettings settings) {
        try {
            return made(settings);
        } catch (IOException e) {
            throw unusable(settings.dataFolder(), e);
        }
    }

    private static DataFolder made(DatabaseSettings settings) throws IOException {
        Path folder = settings.dataFolder();
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, forThisUserOnly(folder));
        }
        DataFolder made = new DataFolder(folder.toRealPath());
        made.expectOwner(settings.anyOwner());
        return made;
    }

    private static AudioFixException unusable(Path folder, IOException e) {
        return new AudioFixException(
                Remedy.FIX_SETTINGS, "cannot use the data folder " + folder + ": " + problem(e), e);
    }

    /** A folder that has a database, or something in its place; nothing is made. */
    static Optional<DataFolder> withDatabase(Path folder) {
        try {
            DataFolder found = new DataFolder(folder.toRealPath());
            return Files.exists(found.database()) && Files.size(found.database()) > 0
                    ? Optional.of(found)
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            LOG.debug("there is no data folder {} yet", folder);
            return Optional.empty();
        } catch (IOException e) {
            LOG.debug("cannot look into the data folder {}", folder, e);
            return Optional.empty();
        }
    }

    /** The database. */
    Path database() {
        return path.resolve(DATABASE);
    }

    /** Copies of the database from before it was changed for a newer program. */
    Path backups() {
        return path.resolve("backups");
    }

    /** What a program locks while it changes the shape of the database. */
    Path lock() {
        return path.resolve("arrtheaudio.lock");
    }

    /** What of SQLite is no Java. */
    Path nativeCode() {
        return path.resolve("native");
    }

    /** SQLite's write-ahead log needs memory that all its users share, and locks that work. */
    void warnIfOnNetwork() {
        networkFileSystem()
                .ifPresent(type -> LOG.warn(
                        "the data folder {} is on a network file system ({}): let only one machine use it, or better"
                                + " move it to a local disk",
                        path,
                        type));
    }

    /** The type of the file system, if that is one of another machine. */
    Optional<String> networkFileSystem() {
        try {
            return Optional.of(Files.getFileStore(path).type()).filter(NETWORK::contains);
        } catch (IOException e) {
            LOG.debug("cannot tell the file system of {}", path, e);
            return Optional.empty();
        }
    }

    /** Whose a new file is decides, not the name of the user: shares give all their files to one. */
    private void expectOwner(boolean any) throws IOException {
        Path mine = Files.createTempFile(path, "arrtheaudio-", ".tmp");
        try {
            if (Files.exists(database()) && !Files.getOwner(database()).equals(Files.getOwner(mine)) && !any) {
                throw new AudioFixException(
                        Remedy.FIX_SETTINGS,
                        "the database " + database() + " belongs to "
                                + Files.getOwner(database()).getName() + ", but this program runs as "
                                + Files.getOwner(mine).getName()
                                + " and could leave files that the owner cannot use; run it as that user, or force it");
            }
        } finally {
            Files.deleteIfExists(mine);
        }
    }

    /**
     * SQLite takes what is smaller than any database for an empty one, and writes over it. Only its size may be looked at:
     * whoever closes a file takes all locks of the program off it, those of SQLite too.
     */
    void expectDatabase() throws IOException {
        long size = Files.exists(database()) ? Files.size(database()) : 0;
        if (size > 0 && size < SMALLEST_DATABASE) {
            throw SqliteProblem.opening(
                    database(), new SQLiteException(size + " bytes", SQLiteErrorCode.SQLITE_NOTADB));
        }
    }

    /** Whether SQLite would take a file for a database; one that is not there is none. */
    static boolean isLargeEnough(Path database) {
        return database.toFile().length() >= SMALLEST_DATABASE;
    }

    private static FileAttribute<?>[] forThisUserOnly(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /** What is wrong with it and what to do, without the names of classes and of files that only we know. */
    static String problem(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "this user may not write to it; change its permissions, or name another in ARRTHEAUDIO_HOME";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file of that name is in the way; name another folder in ARRTHEAUDIO_HOME";
        }
        String why = e instanceof FileSystemException reason && reason.getReason() != null
                ? reason.getReason()
                : "its disk does not do what it should";
        return why + "; make it writable for this user, or name another in ARRTHEAUDIO_HOME";
    }
}
