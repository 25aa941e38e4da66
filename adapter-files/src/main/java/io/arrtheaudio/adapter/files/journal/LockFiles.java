package io.arrtheaudio.adapter.files.journal;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.port.out.OwnerLocks;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One empty file for each run of the program, locked by it as long as it lives. A file that nobody locks belongs to a run
 * that is gone, and so does a name without a file. Whoever removes files of a living run makes it look gone until it asks
 * for its name again, which it does before every change: then its file is made anew.
 *
 * <p>Which files this program itself has locked is known to all instances, and therefore static: POSIX takes all locks of a
 * program off a file as soon as the program closes any channel of that file (fcntl(2), "Advisory record locking"), so one
 * instance must never open the file of another to ask. Copies of this class in several class loaders would not know of
 * each other; let them use folders of their own.
 *
 * <p>Thread-safe, and safe among processes. An interrupt does not disturb it.
 */
public final class LockFiles implements OwnerLocks {

    private static final Logger LOG = LoggerFactory.getLogger(LockFiles.class);
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");
    private static final int ATTEMPTS = 10;
    private static final Object NOTHING = new Object(); // the key of a file that is not there

    /** What this program has locked; also guards every lock and look. */
    private static final Set<Path> HELD = new HashSet<>();

    private final Path folder;
    private final Locking locking;
    private Held held;
    private boolean isClosed;

    private LockFiles(Path folder, Locking locking) throws IOException {
        this.folder = folder;
        this.locking = locking;
        this.held = holdNewName();
    }

    /**
     * Whether any run of a program holds a name in a folder, this program included; nothing is made there.
     *
     * @throws AudioFixException {@code FIX_SETTINGS} if the folder cannot be looked into
     */
    public static boolean isAnyHeldIn(Path folder) {
        synchronized (HELD) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.toRealPath())) {
                for (Path file : files) {
                    if (HELD.contains(file) || isOfSomeRun(file) && !isUnlocked(Locking::ofSystem, file, () -> {})) {
                        return true;
                    }
                }
                return false;
            } catch (NoSuchFileException e) {
                return false; // no program was ever here
            } catch (IOException | DirectoryIteratorException e) {
                throw new AudioFixException(
                        Remedy.FIX_SETTINGS,
                        "cannot see who uses the data folder by " + folder + ": " + e + "; let this user look there",
                        e);
            }
        }
    }

    /**
     * A new run of the program.
     *
     * @param folder where the files lie, made if need be: the same for all programs that share a journal
     * @throws AudioFixException {@code FIX_SETTINGS} if the folder cannot be written to, or its file system has no locks
     */
    public static LockFiles in(Path folder) {
        return in(folder, Locking::ofSystem);
    }

    static LockFiles in(Path folder, Locking locking) {
        synchronized (HELD) {
            try {
                make(folder);
                LockFiles run = new LockFiles(folder.toRealPath(), locking);
                run.removeFilesOfGoneRuns();
                return run;
            } catch (IOException e) {
                throw new AudioFixException(
                        Remedy.FIX_SETTINGS,
                        "cannot hold a lock in " + folder + ": " + e
                                + "; it must be a folder on a file system with locks that this user may write to",
                        e);
            }
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws AudioFixException {@code RETRY_LATER} if somebody removed the file and it cannot be made again
     */
    @Override
    public String mine() {
        synchronized (HELD) {
            if (isClosed) {
                throw new IllegalStateException("the run " + held.name() + " is closed");
            }
            if (!held.isThere()) {
                holdAgain();
            }
            return held.name();
        }
    }

    @Override
    public boolean isFree(String owner) {
        if (!PLAIN.matcher(owner).matches()) {
            return true; // never given by any version of this class
        }
        Path file = folder.resolve(owner);
        synchronized (HELD) {
            return !HELD.contains(file) && isUnlocked(file, () -> {});
        }
    }

    @Override
    public void close() {
        synchronized (HELD) {
            if (!isClosed) {
                isClosed = true;
                HELD.remove(held.file());
                held.giveUp();
            }
        }
    }

    private Held holdNewName() throws IOException {
        for (int i = 0; i < ATTEMPTS; i++) {
            Path file = folder.resolve(UUID.randomUUID().toString());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
            if (isLocked(channel)) {
                Held mine = new Held(file, channel, keyOf(file));
                if (mine.isThere()) { // another program may have taken it for one that is gone, and removed it
                    HELD.add(file);
                    return mine;
                }
            }
            channel.close();
        }
        throw new IOException("other programs removed " + ATTEMPTS + " new files of this one");
    }

    private boolean isLocked(FileChannel channel) throws IOException {
        try {
            return locking.isLocked(channel, false);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private void holdAgain() {
        Path file = held.file();
        LOG.warn("somebody removed {}, by which others see that this program runs; it is made again", file);
        try {
            make(folder);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
            if (!isLocked(channel)) {
                channel.close();
                throw new IOException("another program holds it");
            }
            held.channel().close(); // of the file that was removed
            held = new Held(file, channel, keyOf(file));
        } catch (IOException e) {
            throw new AudioFixException(
                    Remedy.RETRY_LATER,
                    "cannot make " + file + " again, by which others see that this program runs: " + e
                            + "; nothing is changed without it",
                    e);
        }
    }

    /** Of programs that were killed. Each is removed under its lock, so a run that is just starting notices. */
    private void removeFilesOfGoneRuns() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, LockFiles::isOfSomeRun)) {
            for (Path file : files) {
                isUnlocked(file, () -> Files.deleteIfExists(file));
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.debug("cannot clear {} of the files of programs that are gone", folder, e);
        }
    }

    private static boolean isOfSomeRun(Path file) {
        return PLAIN.matcher(file.getFileName().toString()).matches()
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && !HELD.contains(file);
    }

    /** A shared lock for a moment: those who look do not take each other for the run. */
    private boolean isUnlocked(Path file, Step whileLocked) {
        return isUnlocked(locking, file, whileLocked);
    }

    private static boolean isUnlocked(Locking locking, Path file, Step whileLocked) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            boolean isFree = locking.isLocked(channel, true);
            if (isFree) {
                whileLocked.run();
            }
            return isFree;
        } catch (NoSuchFileException e) {
            return true;
        } catch (IOException e) {
            LOG.debug("cannot tell whether somebody holds {}; it counts as held", file, e);
            return false;
        }
    }

    private static void make(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
    }

    /** Something to be done under a lock. */
    private interface Step {
        void run() throws IOException;
    }

    /** What the file system calls a file; the file itself where it has no such thing, or there is no file. */
    private static Object keyOf(Path file) {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .fileKey();
            return Objects.requireNonNullElse(key, file);
        } catch (IOException e) {
            return NOTHING;
        }
    }

    /** The file of this run, and the channel that holds its lock. */
    private record Held(Path file, FileChannel channel, Object key) {

        String name() {
            return file.getFileName().toString();
        }

        boolean isThere() {
            return key != NOTHING && keyOf(file).equals(key);
        }

        /** The name goes before the lock does, so that nobody finds the file unlocked. */
        void giveUp() {
            try (channel) {
                if (isThere()) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                LOG.debug("cannot remove {}; it is free all the same", file, e);
            }
        }
    }

    /** How a file is locked; the seam by which tests take locks away from a file system. */
    interface Locking {
        /** Takes a lock until the channel is closed; {@code false} if another has it, an exception if nobody can know. */
        boolean isLocked(FileChannel channel, boolean shared) throws IOException;

        /** As the operating system does it. */
        static boolean ofSystem(FileChannel channel, boolean shared) throws IOException {
            try {
                return channel.tryLock(0, Long.MAX_VALUE, shared) != null;
            } catch (OverlappingFileLockException e) {
                return false;
            }
        }
    }
}
