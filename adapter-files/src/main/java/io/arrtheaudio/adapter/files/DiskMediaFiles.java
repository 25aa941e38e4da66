package io.arrtheaudio.adapter.files;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.port.out.FileFacts;
import io.arrtheaudio.port.out.FindOptions;
import io.arrtheaudio.port.out.Finder;
import io.arrtheaudio.port.out.MediaFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of the disks this machine has. Opens nothing for writing.
 *
 * <p>Thread-safe.
 */
public final class DiskMediaFiles implements MediaFiles {

    private static final Logger LOG = LoggerFactory.getLogger(DiskMediaFiles.class);

    @Override
    public FileFacts stat(Path file) {
        try {
            return DiskFacts.of(file.toRealPath());
        } catch (IOException e) {
            throw failure(Remedy.FIX_FILE, "look at", file, e);
        }
    }

    @Override
    public void find(Path root, FindOptions options, Finder finder) {
        new Walk(root, options, finder).run();
    }

    @Override
    public void setModified(Path file, Instant modified) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(modified));
        } catch (IOException e) {
            throw failure(Remedy.FIX_FILE, "set the modification time of", file, e);
        }
    }

    @Override
    public void swap(Path replacement, Path target) {
        boolean interrupted = Thread.interrupted(); // it would close the channels that force
        try {
            force(replacement);
            Files.move(replacement, target, StandardCopyOption.ATOMIC_MOVE);
            forceFolderOf(target);
        } catch (IOException e) {
            throw failure(Remedy.RETRY_LATER, "put " + replacement + " in the place of", target, e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** For reading is enough to force, and what was written through another channel goes to disk all the same. */
    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** The step is done and cannot be taken back; some systems (Windows) do not force folders at all. */
    private static void forceFolderOf(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        try {
            force(folder);
        } catch (IOException e) {
            LOG.warn("cannot force {} to disk: a power cut now might bring the old {} back", folder, target, e);
        }
    }

    private static AudioFixException failure(Remedy remedy, String attempt, Path path, IOException cause) {
        return new AudioFixException(
                remedy, "cannot " + attempt + " " + path + ": " + DiskProblem.of(path, cause), cause);
    }
}
