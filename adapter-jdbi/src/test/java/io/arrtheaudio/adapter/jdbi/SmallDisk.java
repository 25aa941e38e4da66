package io.arrtheaudio.adapter.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system in memory, of a size that can be filled. */
record SmallDisk(Path at) implements AutoCloseable {

    static SmallDisk mountedAt(Path folder, int kibibytes) throws IOException {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root can mount");
        int exit = run("mount", "-t", "tmpfs", "-o", "size=" + kibibytes + "k", "tmpfs", folder.toString());
        assumeTrue(exit == 0, "cannot mount here");
        return new SmallDisk(folder);
    }

    void fill() throws IOException {
        fill(0);
    }

    /** All but so many kibibytes. */
    void fill(int left) throws IOException {
        long free = Files.getFileStore(at).getUsableSpace() - left * 1024L;
        Files.write(at.resolve("filler"), new byte[(int) free]);
    }

    void makeRoom() throws IOException {
        Files.delete(at.resolve("filler"));
    }

    void becomeReadOnly() throws IOException {
        assertThat(run("mount", "-o", "remount,ro", at.toString())).isZero();
    }

    @Override
    public void close() throws IOException {
        assertThat(run("umount", at.toString())).isZero();
    }

    private static int run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.onExit().join().exitValue();
    }
}
