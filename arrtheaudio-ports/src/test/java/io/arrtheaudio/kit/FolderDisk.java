package io.arrtheaudio.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** A folder of a real disk, as JUnit's {@code @TempDir} gives it. */
public final class FolderDisk implements TestDisk {

    private final Path root;

    /** A folder that is there. */
    public FolderDisk(Path folder) {
        this.root = done(folder::toRealPath);
    }

    @Override
    public Path root() {
        return root;
    }

    @Override
    public Path put(String name, byte... content) {
        return done(() -> Files.write(place(name), content));
    }

    @Override
    public Path folder(String name) {
        return done(() -> Files.createDirectories(root.resolve(name)));
    }

    @Override
    public Path symlink(String name, Path target) {
        return done(() -> Files.createSymbolicLink(place(name), target));
    }

    @Override
    public Path hardLink(String name, Path existing) {
        return done(() -> Files.createLink(place(name), existing));
    }

    @Override
    public void delete(Path path) {
        done(() -> Files.deleteIfExists(path));
    }

    @Override
    public byte[] content(Path file) {
        return done(() -> Files.readAllBytes(file));
    }

    @Override
    public Instant modified(Path file) {
        return done(() -> Files.getLastModifiedTime(file)).toInstant();
    }

    @Override
    public void touch(Path file, Instant modified) {
        done(() -> Files.setLastModifiedTime(file, FileTime.from(modified)));
    }

    private Path place(String name) throws IOException {
        Path path = root.resolve(name);
        Files.createDirectories(path.getParent());
        return path;
    }

    private static <T> T done(Step<T> step) {
        try {
            return step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Step<T> {
        T run() throws IOException;
    }
}
