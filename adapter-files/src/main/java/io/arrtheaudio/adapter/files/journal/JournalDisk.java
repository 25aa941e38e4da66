package io.arrtheaudio.adapter.files.journal;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Every step by which the journal changes a disk; the seam by which tests end the program, or let the disk fail, between
 * two of them. An interrupt is kept for later.
 */
interface JournalDisk {

    /** Makes a folder if it is not there; the one above it is. */
    void makeFolder(Path folder) throws IOException;

    /** Writes a file, over what it held before. A power cut afterwards may take any part of it. */
    void write(Path file, byte[] content) throws IOException;

    /** Returns when the content of a file is on disk. */
    void forceFile(Path file) throws IOException;

    /** Gives a file another name in the same folder in one step, over what had that name. */
    void rename(Path from, Path to) throws IOException;

    /** Returns when the names in a folder are on disk. */
    void forceFolder(Path folder) throws IOException;

    /** Removes a file; nothing happens if there is none. */
    void remove(Path file) throws IOException;

    /** The disks this machine has. */
    final class Real implements JournalDisk {

        @Override
        public void makeFolder(Path folder) throws IOException {
            if (!Files.isDirectory(folder)) {
                Files.createDirectory(folder);
            }
        }

        /** By a stream: an interrupt does not close that, as it does a channel. */
        @Override
        public void write(Path file, byte[] content) throws IOException {
            try (OutputStream stream = new FileOutputStream(file.toFile())) {
                stream.write(content);
            }
        }

        @Override
        public void forceFile(Path file) throws IOException {
            force(file, StandardOpenOption.WRITE);
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }

        /** Windows does not force folders; there the file system sees to it. */
        @Override
        public void forceFolder(Path folder) throws IOException {
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                force(folder, StandardOpenOption.READ);
            }
        }

        @Override
        public void remove(Path file) throws IOException {
            Files.deleteIfExists(file);
        }

        /** Forcing again after an interrupt changes nothing but the time it takes. */
        private static void force(Path path, OpenOption how) throws IOException {
            boolean isInterrupted = Thread.interrupted();
            try {
                while (!isForced(path, how)) {
                    isInterrupted |= Thread.interrupted();
                }
            } finally {
                if (isInterrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        private static boolean isForced(Path path, OpenOption how) throws IOException {
            try (FileChannel channel = FileChannel.open(path, how)) {
                channel.force(true);
                return true;
            } catch (ClosedByInterruptException e) {
                return false;
            }
        }
    }
}
