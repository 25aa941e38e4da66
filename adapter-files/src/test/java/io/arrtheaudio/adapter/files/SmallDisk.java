package io.arrtheaudio.adapter.files;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;

/** A file system of its own on a folder, for tests that run as root; others are skipped. */
record SmallDisk(Path folder) implements AutoCloseable {

    /** Mounts one in memory, with options such as {@code size=64k}. */
    static SmallDisk inMemory(Path folder, String options) {
        return mounted(folder, "tmpfs", options);
    }

    /** Mounts one of some type. */
    static SmallDisk mounted(Path folder, String type, String options) {
        assumeTrue(
                isMounted(List.of("mount", "-t", type, "-o", options, type, folder.toString())),
                () -> "only root can mount a " + type);
        return new SmallDisk(folder);
    }

    private static boolean isMounted(List<String> command) {
        try {
            MediaTools.run(command);
            return true;
        } catch (AssertionError | RuntimeException e) {
            return false;
        }
    }

    @Override
    public void close() {
        MediaTools.run("umount", folder.toString());
    }
}
