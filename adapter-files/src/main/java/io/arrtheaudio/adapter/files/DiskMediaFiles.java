package io.arrtheaudio.adapter.files;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.port.out.FileFacts;
import io.arrtheaudio.port.out.FindOptions;
import io.arrtheaudio.port.out.Finder;
import io.arrtheaudio.port.out.MediaFiles;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
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
    public Optional<Path> findByKey(Path folder, String key) {
        if (key.isEmpty()) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, entry -> hasKey(entry, key))) {
            Iterator<Path> found = entries.iterator();
            return found.hasNext() ? Optional.of(found.next()) : Optional.empty();
        } catch (IOException | DirectoryIteratorException e) {
            LOG.debug("cannot look for a renamed file in {}", folder, e);
            return Optional.empty();
        }
    }

    /** Within a folder the inode is enough; the device before it may be another one after a restart of the machine. */
    private static boolean hasKey(Path entry, String key) throws IOException {
        BasicFileAttributes found = Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return found.isRegularFile()
                && inode(Objects.toString(found.fileKey(), "")).equals(inode(key));
    }

    private static String inode(String key) {
        return key.substring(key.lastIndexOf(',') + 1);
    }

    private static AudioFixException failure(Remedy remedy, String attempt, Path path, IOException cause) {
        return new AudioFixException(
                remedy, "cannot " + attempt + " " + path + ": " + DiskProblem.of(path, cause), cause);
    }
}
