package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files of backups in the data folder that are there for a while only. What programs that were killed left is cleared away
 * after a day: others may be at work on what is younger.
 *
 * @param folder the data folder
 * @param clock tells how old something is
 */
record ScratchFiles(Path folder, InstantSource clock) {

    private static final Logger LOG = LoggerFactory.getLogger(ScratchFiles.class);
    private static final Duration LEFT_OVER = Duration.ofDays(1);
    private static final String FILE = "snapshot-";
    private static final String FOLDER = "restoring-";

    /** An empty file for this user only. */
    Path newFile() {
        try {
            return Files.createTempFile(folder, FILE, ".part");
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** An empty folder for this user only. */
    Path newFolder() {
        try {
            return Files.createTempDirectory(folder, FOLDER);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Removes what is left over. */
    void clear() {
        Instant before = clock.instant().minus(LEFT_OVER);
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> ours = files.filter(
                            file -> file.getFileName().toString().matches(FILE + ".*\\.part|" + FOLDER + ".*"))
                    .toList();
            for (Path file : ours) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    deleteFolder(file);
                }
            }
        } catch (IOException e) {
            LOG.debug("cannot clear {} of what earlier backups left", folder, e);
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("cannot remove {}, which is of no use any more", file, e);
        }
    }

    /** A folder with the files in it, or a file. */
    static void deleteFolder(Path folder) {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.toList().forEach(ScratchFiles::delete);
            } catch (IOException e) {
                LOG.debug("cannot look into {}", folder, e);
            }
        }
        delete(folder);
    }

    private AudioFixException unwritable(IOException e) {
        return new AudioFixException(
                Remedy.FIX_SETTINGS,
                "cannot make a file in the data folder " + folder + ": " + e + "; let this user write to it",
                e);
    }
}
