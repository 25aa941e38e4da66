package io.arrtheaudio.kit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A small disk of its own, mounted for one test. Needs root and the tools of the file system; where something is missing,
 * the test is skipped with a word. Taken away by {@link #close}, else when the JVM ends, else by the first such disk that a
 * later JVM makes.
 *
 * <p>One thread at a time.
 */
public final class LoopDisk implements AutoCloseable {

    private static final String PREFIX = "arrtheaudio-disk-";
    private static final Pattern LEFT_OVER = Pattern.compile("\\S+ (\\S*/" + PREFIX + "(\\d+)-[^/ ]*/disk) .*");

    private final Path folder;
    private final Path root;
    private final Thread atTheEnd = new Thread(this::takeAway);

    private LoopDisk(Path folder) {
        this.folder = folder;
        this.root = folder.resolve("disk");
        Runtime.getRuntime().addShutdownHook(atTheEnd);
    }

    /** The kinds of disks; all but the first lie in a file that takes room only where it is written to. */
    public enum Kind {
        /** In memory; never shares the bytes of files. */
        TMPFS(16),
        /** Never shares the bytes of files. */
        EXT4(64, "mkfs.ext4", "-q", "-F"),
        /** Shares the bytes of files. */
        BTRFS(160, "mkfs.btrfs", "-q"),
        /** Shares the bytes of files. */
        XFS(320, "mkfs.xfs", "-q", "-m", "reflink=1");

        private final int mebibytes;
        private final List<String> maker;

        Kind(int mebibytes, String... maker) {
            this.mebibytes = mebibytes;
            this.maker = List.of(maker);
        }

        /** Whether files can share their bytes there until one is changed. */
        public boolean sharesBytes() {
            return this == BTRFS || this == XFS;
        }
    }

    /** Makes an empty disk of the usual size. */
    public static LoopDisk of(Kind kind) {
        return of(kind, kind.mebibytes);
    }

    /** Makes an empty disk of so many MiB; XFS needs 300. */
    public static LoopDisk of(Kind kind, int mebibytes) {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can mount a disk");
        takeAwayLeftOvers();
        LoopDisk disk = new LoopDisk(newFolder());
        try {
            disk.make(kind, mebibytes);
            return disk;
        } catch (RuntimeException e) { // a skipped test among them
            disk.close();
            throw e;
        }
    }

    /** The topmost folder of the disk; everybody may write there. */
    public Path root() {
        return root;
    }

    /** From now on nobody can write there. */
    public void makeReadOnly() {
        succeed("mount", "-o", "remount,ro", root.toString());
    }

    /** Takes the disk away with all that is on it. */
    @Override
    public void close() {
        takeAway();
        Runtime.getRuntime().removeShutdownHook(atTheEnd);
    }

    private void make(Kind kind, int mebibytes) {
        if (kind == Kind.TMPFS) {
            mount("-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs");
        } else {
            Path image = sparse(folder.resolve("image"), mebibytes * 1024L * 1024);
            List<String> command = new ArrayList<>(kind.maker);
            command.set(0, tool(kind.maker.get(0)));
            command.add(image.toString());
            succeed(command.toArray(String[]::new));
            mount("-o", "loop", image.toString());
        }
        succeed("chmod", "1777", root.toString());
    }

    private void mount(String... what) {
        List<String> command = new ArrayList<>(List.of("mount"));
        command.addAll(List.of(what));
        command.add(root.toString());
        assumeTrue(run(command) == 0, "this machine does not mount such a disk");
    }

    private void takeAway() {
        takeAway(folder);
    }

    /** Lazily, should something still be open there: the kernel lets go of it then. */
    private static void takeAway(Path folder) {
        Path root = folder.resolve("disk");
        if (isMounted(root) && run(List.of("umount", root.toString())) != 0) {
            run(List.of("umount", "--lazy", root.toString()));
        }
        if (isMounted(root)) {
            return; // whatever is on it stays
        }
        try (Stream<Path> left = Files.walk(folder)) {
            left.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isMounted(Path root) {
        return mounts().stream().anyMatch(line -> line.contains(" " + root + " "));
    }

    /** Disks of JVMs that were killed. */
    private static void takeAwayLeftOvers() {
        for (String line : mounts()) {
            Matcher found = LEFT_OVER.matcher(line);
            if (found.matches()
                    && ProcessHandle.of(Long.parseLong(found.group(2))).isEmpty()) {
                takeAway(Path.of(found.group(1)).getParent());
            }
        }
    }

    private static List<String> mounts() {
        try {
            return Files.readAllLines(Path.of("/proc/self/mounts"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newFolder() {
        try {
            Path folder =
                    Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
            Files.createDirectory(folder.resolve("disk"));
            succeed("chmod", "755", folder.toString());
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path sparse(Path file, long bytes) {
        try (RandomAccessFile image = new RandomAccessFile(file.toFile(), "rw")) {
            image.setLength(bytes);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Not every PATH holds the folders of the administrator. */
    private static String tool(String name) {
        Optional<Path> found = Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(":")),
                        Stream.of("/usr/sbin", "/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), "there is no " + name);
        return found.orElseThrow().toString();
    }

    private static void succeed(String... command) {
        int exit = run(List.of(command));
        if (exit != 0) {
            throw new AssertionError(String.join(" ", command) + " ended with " + exit);
        }
    }

    private static int run(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
