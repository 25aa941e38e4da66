package io.arrtheaudio.adapter.files;

import io.arrtheaudio.domain.edit.Bytes;
import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.edit.Patch;
import io.arrtheaudio.domain.edit.PlanState;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.port.out.EditWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Overwrites bytes of media files in place: the only class of the whole program that opens media for writing. Neighbouring
 * patches cost one write.
 *
 * <p>Thread-safe for different files; one file is written by one thread at a time.
 */
public final class PatchWriter implements EditWriter {

    private static final Logger LOG = LoggerFactory.getLogger(PatchWriter.class);

    private final ByteFile.Opener opener;

    /** Writes to the disks this machine has. */
    public PatchWriter() {
        this(PatchWriter::openForWriting);
    }

    PatchWriter(ByteFile.Opener opener) {
        this.opener = opener;
    }

    private static ByteFile openForWriting(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        if (!isAlone(channel)) {
            channel.close();
            throw new FileSystemException(file.toString(), null, "another program is changing it");
        }
        return new ChannelFile(channel);
    }

    /**
     * Takes a lock until the channel is closed, so that no other run of this program writes between our comparing and our
     * writing. Where a file system knows no locks, nobody is kept out.
     */
    private static boolean isAlone(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            LOG.debug("cannot lock a file before it is patched", e);
            return true;
        }
    }

    @Override
    public void write(FileIdentity file, EditPlan plan) {
        List<Patch> runs = Runs.of(plan);
        if (runs.isEmpty()) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        try (UndisturbedFile open = new UndisturbedFile(() -> openSame(file))) {
            try {
                expectOldBytes(open, file, runs);
                carryOut(open, file, runs);
            } finally {
                interrupted |= open.wasInterrupted();
            }
        } catch (IOException e) {
            throw failure(file, e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public PlanState stateOf(FileIdentity file, EditPlan plan) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void settle(FileIdentity file, EditPlan plan) {
        throw new UnsupportedOperationException();
    }

    /** The path may have been given to another file since it was looked at; that one is not written. */
    private ByteFile openSame(FileIdentity file) throws IOException {
        ByteFile open = opener.open(file.path());
        try {
            FileIdentity now = DiskFacts.of(file.path()).identity();
            if (!now.key().equals(file.key()) || now.size() != file.size()) {
                throw new FileSystemException(
                        file.path().toString(), null, "another file lies there now, or its length changed");
            }
            return open;
        } catch (IOException e) {
            open.close();
            throw e;
        }
    }

    private static void expectOldBytes(ByteFile open, FileIdentity file, List<Patch> runs) throws IOException {
        for (Patch run : runs) {
            byte[] there = new byte[run.was().size()];
            open.read(run.offset(), there);
            Bytes found = Bytes.of(there);
            if (!found.equals(run.was())) {
                throw new AudioFixException(
                        Remedy.RETRY_LATER,
                        "cannot change " + file.path() + ": at byte " + run.offset() + " it holds " + brief(found)
                                + " where " + brief(run.was()) + " was read; it changed meanwhile, try again");
            }
        }
    }

    private static void carryOut(ByteFile open, FileIdentity file, List<Patch> runs) throws IOException {
        int begun = 0;
        try {
            for (Patch run : runs) {
                begun++;
                open.write(run.offset(), run.becomes().toArray());
            }
            open.force();
        } catch (IOException e) {
            putBack(open, file, runs.subList(0, begun), e);
            throw e;
        }
    }

    /** The last of the runs may be written in part. Every one is tried, whatever happens to the others. */
    private static void putBack(ByteFile open, FileIdentity file, List<Patch> begun, IOException because) {
        boolean isBack = true;
        for (int i = begun.size() - 1; i >= 0; i--) {
            Patch run = begun.get(i);
            isBack &= worked(() -> open.write(run.offset(), run.was().toArray()), because);
        }
        isBack &= worked(open::force, because);
        if (!isBack) {
            LOG.error("{} may hold new bytes instead of old ones: {}", file.path(), begun);
            throw new AudioFixException(
                    Remedy.FIX_FILE,
                    "cannot change " + file.path() + ": " + DiskProblem.of(file.path(), because)
                            + "; what had been written could not be put back either, check the disk; the old bytes are "
                            + new EditPlan(begun, "").oldBytes(),
                    because);
        }
        restoreModified(file);
    }

    private static void restoreModified(FileIdentity file) {
        try {
            Files.setLastModifiedTime(file.path(), FileTime.from(file.modified()));
        } catch (IOException e) {
            LOG.debug("cannot set the old modification time of {}", file.path(), e);
        }
    }

    private static boolean worked(Step step, IOException because) {
        try {
            step.run();
            return true;
        } catch (IOException e) {
            because.addSuppressed(e);
            return false;
        }
    }

    private static AudioFixException failure(FileIdentity file, IOException problem) {
        boolean isForbidden = problem instanceof AccessDeniedException
                || String.valueOf(problem.getMessage()).contains("Read-only file system");
        return new AudioFixException(
                isForbidden ? Remedy.FIX_FILE : Remedy.RETRY_LATER,
                "cannot change " + file.path() + ": " + DiskProblem.of(file.path(), problem) + "; it is as it was",
                problem);
    }

    private static String brief(Bytes bytes) {
        int shown = Math.min(bytes.size(), 8);
        String text = Bytes.of(bytes.toArray(), 0, shown).toString();
        return shown < bytes.size() ? text + " ..." : text;
    }

    private interface Step {
        void run() throws IOException;
    }
}
