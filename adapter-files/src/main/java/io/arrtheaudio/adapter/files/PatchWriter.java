package io.arrtheaudio.adapter.files;

import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.FileIdentity;
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
import java.util.ArrayList;
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
        this(new RealDisk());
    }

    PatchWriter(ByteFile.Opener opener) {
        this.opener = opener;
    }

    @Override
    public void write(FileIdentity file, EditPlan plan) {
        if (plan.isEmpty()) {
            return;
        }
        try {
            undisturbed(file, opener::open, open -> {
                expectOld(open, file, plan);
                carryOut(open, file, plan);
                return plan;
            });
        } catch (IOException e) {
            throw failure(file, e, "it is as it was");
        }
    }

    @Override
    public PlanState stateOf(FileIdentity file, EditPlan plan) {
        try {
            if (!isSame(file)) {
                return PlanState.FOREIGN; // and perhaps nothing that can be opened, as a link
            }
            return undisturbed(
                    file, opener::openToRead, open -> Findings.in(open, plan).state());
        } catch (IOException e) {
            if (isReplaced(file)) {
                return PlanState.FOREIGN; // just now
            }
            throw new AudioFixException(
                    Remedy.FIX_FILE, "cannot look at " + file.path() + ": " + DiskProblem.of(file.path(), e), e);
        }
    }

    /** Bytes that are new already are written too: that they can be read does not mean that they ever came to the disk. */
    @Override
    public void settle(FileIdentity file, EditPlan plan) {
        if (plan.isEmpty()) {
            return;
        }
        try {
            undisturbed(file, opener::open, open -> {
                expectOldOrNew(open, file, plan);
                for (Stroke stroke : Stroke.of(plan)) {
                    stroke.on(open);
                }
                return plan;
            });
        } catch (IOException e) {
            throw failure(file, e, "a change of it that was cut off is not ended yet");
        }
    }

    /** Works on the open file, whatever interrupts the thread. */
    private static <T> T undisturbed(FileIdentity file, ByteFileOpening opening, Work<T> work) throws IOException {
        boolean interrupted = Thread.interrupted();
        try (UndisturbedFile open = new UndisturbedFile(() -> openSame(file, opening))) {
            try {
                return work.on(open);
            } finally {
                interrupted |= open.wasInterrupted();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The path may have been given to another file since it was looked at; that one is left alone. */
    private static ByteFile openSame(FileIdentity file, ByteFileOpening opening) throws IOException {
        ByteFile open = opening.open(file.path());
        try {
            if (!isSame(file)) {
                throw new FileSystemException(file.path().toString(), null, "another file lies there now");
            }
            return open;
        } catch (IOException e) {
            open.close();
            throw e;
        }
    }

    private static boolean isSame(FileIdentity file) throws IOException {
        return DiskFacts.of(file.path()).identity().key().equals(file.key());
    }

    private static boolean isReplaced(FileIdentity file) {
        try {
            return !isSame(file);
        } catch (IOException e) {
            LOG.debug("cannot look at {} again", file.path(), e);
            return false;
        }
    }

    /** Others may have changed what lies beside the patches and yet bears on them. */
    private static void expectOld(ByteFile open, FileIdentity file, EditPlan plan) throws IOException {
        long length = open.length();
        if (length != file.size()) {
            throw changed(file, "its length is " + length + " where " + file.size() + " was read");
        }
        if (!DiskFacts.of(file.path()).identity().modified().equals(file.modified())) {
            throw changed(file, "something was written to it since it was read");
        }
        Findings.in(open, plan).notOld().ifPresent(what -> {
            throw changed(file, what);
        });
    }

    private static void expectOldOrNew(ByteFile open, FileIdentity file, EditPlan plan) throws IOException {
        Findings.in(open, plan).foreign().ifPresent(what -> {
            throw changed(file, what);
        });
    }

    private static AudioFixException changed(FileIdentity file, String what) {
        return new AudioFixException(
                Remedy.RETRY_LATER, "cannot change " + file.path() + ": " + what + "; it changed meanwhile, try again");
    }

    private static void carryOut(ByteFile open, FileIdentity file, EditPlan plan) throws IOException {
        List<Stroke> begun = new ArrayList<>();
        try {
            for (Stroke stroke : Stroke.of(plan)) {
                begun.add(stroke);
                stroke.on(open);
            }
        } catch (IOException e) {
            putBack(open, file, plan, begun, e);
            throw e;
        }
    }

    /** The last stroke may be made in part. Every one is tried, whatever happens to the others. */
    private static void putBack(
            ByteFile open, FileIdentity file, EditPlan plan, List<Stroke> begun, IOException because) {
        boolean isBack = true;
        for (int i = begun.size() - 1; i >= 0; i--) {
            isBack &= worked(begun.get(i).inverse(), open, because);
        }
        isBack &= worked(new Stroke.Force(true), open, because);
        if (!isBack) {
            LOG.error("{} may hold new bytes instead of old ones at {}", file.path(), plan.places());
            LOG.debug("what was to be written: {}", plan);
            throw new AudioFixException(
                    Remedy.FIX_FILE,
                    "cannot change " + file.path() + ": " + DiskProblem.of(file.path(), because)
                            + "; what had been written could not be put back either, check the disk; the journal holds"
                            + " the old bytes of " + plan.places(),
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

    private static boolean worked(Stroke stroke, ByteFile open, IOException because) {
        try {
            stroke.on(open);
            return true;
        } catch (IOException e) {
            because.addSuppressed(e);
            return false;
        }
    }

    private static AudioFixException failure(FileIdentity file, IOException problem, String state) {
        boolean isForbidden = problem instanceof AccessDeniedException
                || String.valueOf(problem.getMessage()).contains("Read-only file system");
        String words = "cannot change " + file.path() + ": " + DiskProblem.of(file.path(), problem) + "; " + state
                + (isForbidden ? "" : ", try again later");
        return CopyProblem.isFull(problem.toString())
                ? AudioFixException.diskFull(words, problem)
                : new AudioFixException(isForbidden ? Remedy.FIX_FILE : Remedy.RETRY_LATER, words, problem);
    }

    private interface ByteFileOpening {
        ByteFile open(Path file) throws IOException;
    }

    private interface Work<T> {
        T on(ByteFile open) throws IOException;
    }

    /** The disks of this machine. */
    private static final class RealDisk implements ByteFile.Opener {

        @Override
        public ByteFile open(Path file) throws IOException {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            if (!isAlone(channel)) {
                channel.close();
                throw new FileSystemException(file.toString(), null, "another program is changing it");
            }
            return new ChannelFile(channel);
        }

        @Override
        public ByteFile openToRead(Path file) throws IOException {
            return new ChannelFile(FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
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
    }
}
