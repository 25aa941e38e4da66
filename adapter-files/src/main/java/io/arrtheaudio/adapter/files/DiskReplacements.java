package io.arrtheaudio.adapter.files;

import io.arrtheaudio.domain.edit.Progress;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.port.out.Replacements;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replacements on the disks this machine has.
 *
 * <p>Thread-safe for different files.
 */
public final class DiskReplacements implements Replacements {

    private static final Logger LOG = LoggerFactory.getLogger(DiskReplacements.class);

    @Override
    public Path placeFor(Path file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long freeSpace(Path file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean share(Path file, Path replacement) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void copy(Path file, Path replacement, Progress progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void dressLike(Path file, Path replacement) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> differenceBetween(Path file, Path replacement) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remove(Path replacement) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void swap(Path replacement, Path file) {
        boolean interrupted = Thread.interrupted(); // it would close the channels that force
        try {
            force(replacement);
            Files.move(replacement, file, StandardCopyOption.ATOMIC_MOVE);
            forceFolderOf(file);
        } catch (IOException e) {
            throw failure(Remedy.RETRY_LATER, "put " + replacement + " in the place of", file, e);
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
    private static void forceFolderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            force(folder);
        } catch (IOException e) {
            LOG.warn("cannot force {} to disk: a power cut now might bring the old {} back", folder, file, e);
        }
    }

    private static AudioFixException failure(Remedy remedy, String attempt, Path path, IOException cause) {
        return new AudioFixException(
                remedy, "cannot " + attempt + " " + path + ": " + DiskProblem.of(path, cause), cause);
    }
}
