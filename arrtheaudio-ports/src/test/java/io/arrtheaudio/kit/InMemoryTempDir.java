package io.arrtheaudio.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * A temporary folder in memory where Linux has one, for tests that force much to disk and lose nothing if it is none:
 * {@code @TempDir(factory = InMemoryTempDir.class)}. It survives a killed program as a disk does.
 *
 * <p>Thread-safe.
 */
public final class InMemoryTempDir implements TempDirFactory {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final String PREFIX = "arrtheaudio-test-";
    private static final long ENOUGH_BYTES = 512L * 1024 * 1024;

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) throws IOException {
        return isUsable() ? Files.createTempDirectory(MEMORY, PREFIX) : Files.createTempDirectory(PREFIX);
    }

    /** Containers often have 64 MB of it. */
    private static boolean isUsable() throws IOException {
        return Files.isDirectory(MEMORY)
                && Files.isWritable(MEMORY)
                && Files.getFileStore(MEMORY).getUsableSpace() > ENOUGH_BYTES;
    }
}
