package io.arrtheaudio.kit;

import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.edit.Patch;
import io.arrtheaudio.domain.edit.PlanState;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.port.out.EditWriter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes to a disk in memory. Strict: writing to a file that nobody looked at, that is read-only, or that another thread
 * is writing to is an {@link AssertionError}, as the program should have known better.
 *
 * <p>Thread-safe.
 */
public final class InMemoryEditWriter implements EditWriter {

    private final InMemoryMediaFiles disk;
    private final Set<Path> inHand = ConcurrentHashMap.newKeySet();
    private final List<EditPlan> written = new ArrayList<>();
    private final Queue<Runnable> beforeWrites = new ArrayDeque<>();

    /** Writes to this disk only. */
    public InMemoryEditWriter(InMemoryMediaFiles disk) {
        this.disk = disk;
    }

    /**
     * Arranges what happens at the start of the next write for which nothing is arranged yet: an exception fails it, a
     * latch holds it up, nothing lets it pass.
     */
    public synchronized InMemoryEditWriter atNextWrite(Runnable event) {
        beforeWrites.add(event);
        return this;
    }

    /** The plans that were carried out, in their order. */
    public synchronized List<EditPlan> written() {
        return List.copyOf(written);
    }

    @Override
    public void write(FileIdentity file, EditPlan plan) {
        Path path = file.path();
        if (!disk.wasLookedAt(path)) {
            throw new AssertionError(path + " is written, but nobody looked at the file");
        }
        if (disk.isFile(path) && !disk.isWritable(path)) {
            throw new AssertionError(path + " is written, but it is read-only");
        }
        if (!inHand.add(path)) {
            throw new AssertionError(path + " is written by two threads at once");
        }
        try {
            nextEvent().run();
            writeAlone(file, plan);
        } finally {
            inHand.remove(path);
        }
    }

    @Override
    public synchronized PlanState stateOf(FileIdentity file, EditPlan plan) {
        if (disk.isThere(file.path()) && !disk.isFile(file.path())) {
            return PlanState.FOREIGN;
        }
        boolean isSame = disk.stat(file.path()).identity().key().equals(file.key());
        return isSame ? PaperTrail.stateOf(disk.content(file.path()), plan) : PlanState.FOREIGN;
    }

    @Override
    public void settle(FileIdentity file, EditPlan plan) {
        nextEvent().run();
        settleAlone(file, plan);
    }

    private synchronized void settleAlone(FileIdentity file, EditPlan plan) {
        if (plan.isEmpty()) {
            return;
        }
        if (!disk.isFile(file.path())) {
            throw refused(file, "there is no such file");
        }
        if (stateOf(file, plan) == PlanState.FOREIGN) {
            throw refused(file, "it is another file, or holds bytes that are neither old nor new");
        }
        disk.replaceContent(file.path(), PaperTrail.applied(disk.content(file.path()), plan));
        written.add(plan);
    }

    /** What a write that is cut off after the first patch leaves. */
    public void writeFirstPatchOf(byte[] content, EditPlan plan) {
        Patch first = plan.patches().get(0);
        System.arraycopy(
                first.becomes().toArray(),
                0,
                content,
                (int) first.offset(),
                first.was().size());
    }

    private synchronized Runnable nextEvent() {
        return beforeWrites.isEmpty() ? () -> {} : beforeWrites.remove();
    }

    private synchronized void writeAlone(FileIdentity file, EditPlan plan) {
        if (plan.isEmpty()) {
            return;
        }
        if (!disk.isFile(file.path())) {
            throw refused(file, "there is no such file");
        }
        FileIdentity now = disk.stat(file.path()).identity();
        if (!now.key().equals(file.key())
                || now.size() != file.size()
                || !now.modified().equals(file.modified())) {
            throw refused(file, "another file lies there now, or it was written to");
        }
        byte[] content = disk.content(file.path());
        if (PaperTrail.stateOf(content, plan) != PlanState.OLD) {
            throw refused(file, "it holds other bytes than expected");
        }
        disk.replaceContent(file.path(), PaperTrail.applied(content, plan));
        written.add(plan);
    }

    private static AudioFixException refused(FileIdentity file, String why) {
        return new AudioFixException(Remedy.RETRY_LATER, "cannot change " + file.path() + ": " + why);
    }
}
