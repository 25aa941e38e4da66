package io.arrtheaudio.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** A btrfs in a file, mounted, where this user may do that. Taken away in the end; {@code bench/run} does so if we cannot. */
record SharingDisk(Path root, boolean isMounted) implements AutoCloseable {

    private static final long BYTES = 2_000_000_000;

    static SharingDisk in(Path folder) throws IOException, InterruptedException {
        Path image = folder.resolve("btrfs.image");
        Path root = Files.createDirectories(folder.resolve("btrfs"));
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(BYTES);
        }
        return new SharingDisk(
                root,
                Tool.succeeds("mkfs.btrfs", "-q", "-f", image.toString())
                        && Tool.succeeds("mount", "-o", "loop", image.toString(), root.toString()));
    }

    @Override
    public void close() throws IOException {
        try {
            if (isMounted) {
                Tool.run("umount", root.toString());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + root + " was taken away", e);
        }
        Files.delete(root.resolveSibling("btrfs.image"));
    }
}
