package io.arrtheaudio.adapter.files.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The steps of this package that change a disk. Whatever is made is for this user only, where a file system can tell. */
final class ArchiveDisk {

    private ArchiveDisk() {}

    /** Fills a file. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Makes a file that is whole and on disk from the first moment on; there must be nothing of its name. */
    static void publish(Path file, Content content) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path folder = file.toAbsolutePath().getParent();
        Path draft =
                Files.createTempFile(folder, file.getFileName().toString(), ".part", forThisUser("rw-------", folder));
        try {
            write(draft, StandardOpenOption.WRITE, content);
            link(file, draft);
            force(folder);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Makes a file in a folder that nobody else uses; not on disk before somebody forces it. */
    static OutputStream create(Path file) throws IOException {
        return Channels.newOutputStream(Files.newByteChannel(
                file,
                Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
                forThisUser("rw-------", file.toAbsolutePath().getParent())));
    }

    static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, forThisUser("rwx------", folder));
        }
    }

    static void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    private static void write(Path file, StandardOpenOption option, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, option)) {
            OutputStream out = Channels.newOutputStream(channel);
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    /** It appears only if there is nothing; file systems without links have no better way than to look first. */
    private static void link(Path file, Path draft) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (FileSystemException | UnsupportedOperationException e) {
            Files.move(draft, file);
        }
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] forThisUser(String permissions, Path near) {
        return near.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
