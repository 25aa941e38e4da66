package io.arrtheaudio.adapter.jdbi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Keeps SQLite's machine code in the data folder, one file for each version. Left to itself, sqlite-jdbc unpacks a copy
 * into the temp folder at every start, leaves it there when the program is killed, and fails where that folder does not
 * let code run; and it takes 80 ms each time.
 *
 * <p>If this does not work for any reason, sqlite-jdbc is left to itself.
 */
final class NativeLibrary {

    private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);
    private static final String WHERE = "org.sqlite.lib.path";
    private static final String UNPACKED_TO = "org.sqlite.tmpdir";
    private static final String UNPACKING = "unpacking-";
    private static final Duration LONGEST_UNPACKING = Duration.ofMinutes(1);

    private NativeLibrary() {}

    /** To be called before SQLite is used for the first time; later calls change nothing. */
    static void provideIn(DataFolder folder) {
        if (System.getProperty(WHERE) != null || System.getProperty(UNPACKED_TO) != null) {
            return; // somebody knows better
        }
        try {
            Path library = unpackedIn(folder.nativeCode());
            if (isOwn(library)) {
                System.setProperty(WHERE, library.getParent().toString());
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("cannot keep the code of SQLite in {}, it goes into the temp folder", folder.nativeCode(), e);
        }
    }

    /** For those who only look: what is there is used if it is this user's, nothing is unpacked into the folder. */
    static void useIn(DataFolder folder) {
        if (System.getProperty(WHERE) != null || System.getProperty(UNPACKED_TO) != null) {
            return;
        }
        try {
            Path library = placeIn(folder.nativeCode());
            if (Files.isRegularFile(library) && belongsToUser(library)) {
                System.setProperty(WHERE, library.getParent().toString());
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("cannot use the code of SQLite in {}", folder.nativeCode(), e);
        }
    }

    /** The file, unpacked if it is not there yet. It gets its name last, so one that has it is whole. */
    static Path unpackedIn(Path folder) throws IOException {
        Path library = placeIn(folder);
        if (!Files.isRegularFile(library)) {
            Files.createDirectories(library.getParent());
            removeLeftovers(library.getParent());
            unpack(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName(), library);
        }
        return library;
    }

    private static Path placeIn(Path folder) {
        String resource = LibraryLoaderUtil.getNativeLibResourcePath();
        String platform = resource.substring(resource.indexOf("native/") + "native/".length());
        return folder.resolve(SQLiteJDBCLoader.getVersion())
                .resolve(platform.replace('/', '-'))
                .resolve(LibraryLoaderUtil.getNativeLibName());
    }

    /** Of runs that were killed while they unpacked; one that is still at it takes no minute. */
    private static void removeLeftovers(Path folder) throws IOException {
        Instant old = Instant.now().minus(LONGEST_UNPACKING);
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, UNPACKING + "*")) {
            for (Path part : parts) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(old)) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    private static void unpack(String resource, Path library) throws IOException {
        Path part = Files.createTempFile(library.getParent(), UNPACKING, ".part");
        try (InputStream code = NativeLibrary.class.getResourceAsStream(resource)) {
            if (code == null) {
                throw new IOException("there is no " + resource);
            }
            Files.copy(code, part, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.READ)) {
                channel.force(true);
            }
            Files.move(part, library, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** By name, for nothing may be written; on a share whose files are all somebody's this is not so, and costs time. */
    private static boolean belongsToUser(Path library) throws IOException {
        return Files.getOwner(library).getName().equals(CurrentUser.name());
    }

    /** Code that another user put there is not run. */
    private static boolean isOwn(Path library) throws IOException {
        Path mine = Files.createTempFile(library.getParent(), "owner-", ".part");
        try {
            return Files.getOwner(library).equals(Files.getOwner(mine));
        } finally {
            Files.deleteIfExists(mine);
        }
    }
}
