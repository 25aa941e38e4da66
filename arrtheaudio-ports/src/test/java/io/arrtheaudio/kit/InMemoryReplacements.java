package io.arrtheaudio.kit;

import io.arrtheaudio.domain.edit.Progress;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.port.out.Replacements;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Replacements on a disk in memory, which has as much room as a test gives it. Strict: swapping in or removing what was not
 * given a place is an {@link AssertionError}.
 *
 * <p>Thread-safe.
 */
public final class InMemoryReplacements implements Replacements {

    private static final String PREFIX = ".arrtheaudio-";
    private static final String SUFFIX = ".part";

    private final InMemoryMediaFiles disk;
    private final Queue<Runnable> beforeSwaps = new ArrayDeque<>();
    private final Queue<Consumer<Path>> beforeRemovals = new ArrayDeque<>();
    private int places;
    private long free = Long.MAX_VALUE;
    private boolean canShare;
    private String difference = "";

    /** Works on this disk only. */
    public InMemoryReplacements(InMemoryMediaFiles disk) {
        this.disk = disk;
    }

    /** From now on the disk has so many bytes free; copies do not use them up. */
    public synchronized InMemoryReplacements withFreeSpace(long bytes) {
        free = bytes;
        return this;
    }

    /** From now on the disk lets files share their bytes. */
    public synchronized InMemoryReplacements withSharing() {
        canShare = true;
        return this;
    }

    /** From now on replacements differ so from their files. */
    public synchronized InMemoryReplacements withDifference(String what) {
        difference = what;
        return this;
    }

    /** Arranges what happens before the next swap for which nothing is arranged yet. */
    public synchronized InMemoryReplacements atNextSwap(Runnable event) {
        beforeSwaps.add(event);
        return this;
    }

    /** Arranges what happens before the next removal for which nothing is arranged yet. */
    public synchronized InMemoryReplacements atNextRemove(Consumer<Path> event) {
        beforeRemovals.add(event);
        return this;
    }

    @Override
    public synchronized Path placeFor(Path file) {
        return disk.real(file).resolveSibling(PREFIX + ++places + SUFFIX);
    }

    @Override
    public synchronized long freeSpace(Path file) {
        return free;
    }

    @Override
    public synchronized boolean share(Path file, Path replacement) {
        expectPlace(replacement);
        if (canShare) {
            disk.putBeside(file, replacement, disk.content(file));
        }
        return canShare;
    }

    @Override
    public synchronized void copy(Path file, Path replacement, Progress progress) {
        expectPlace(replacement);
        byte[] content = disk.content(file);
        progress.written(file, 0, content.length);
        if (progress.isCancelled()) {
            throw new AudioFixException(Remedy.RETRY_LATER, "cannot copy " + file + ": it was cancelled");
        }
        if (content.length > free) {
            throw AudioFixException.diskFull("cannot copy " + file + ": the disk is full");
        }
        if (disk.isThere(replacement)) {
            throw new AudioFixException(
                    Remedy.RETRY_LATER,
                    "cannot make a copy of " + file + " as " + replacement + ": it is there already");
        }
        disk.putBeside(file, replacement, content);
        progress.written(file, content.length, content.length);
    }

    @Override
    public synchronized void dressLike(Path file, Path replacement) {
        expectPlace(replacement);
        disk.setWritable(replacement, disk.isWritable(file));
    }

    @Override
    public synchronized Optional<String> differenceBetween(Path file, Path replacement) {
        if (!disk.isThere(file) || !disk.isThere(replacement)) {
            throw new AssertionError(file + " and " + replacement + " are not both there");
        }
        return difference.isEmpty() ? Optional.empty() : Optional.of(difference);
    }

    @Override
    public void swap(Path replacement, Path file) {
        Runnable event;
        synchronized (this) {
            event = beforeSwaps.isEmpty() ? () -> {} : beforeSwaps.remove();
        }
        event.run();
        if (!replacement.getParent().equals(file.toAbsolutePath().getParent())) {
            throw new AssertionError(replacement + " and " + file + " lie in different folders");
        }
        expectPlace(replacement);
        if (!disk.isFile(replacement)) {
            throw new AudioFixException(
                    Remedy.RETRY_LATER,
                    "cannot put " + replacement + " in the place of " + file + ": there is no such file");
        }
        disk.rename(replacement, file);
    }

    @Override
    public void remove(Path replacement) {
        if (!isPlace(replacement)) {
            throw new IllegalArgumentException(replacement + " is no replacement");
        }
        Consumer<Path> event;
        synchronized (this) {
            event = beforeRemovals.isEmpty() ? path -> {} : beforeRemovals.remove();
        }
        event.accept(replacement);
        disk.delete(replacement);
    }

    private static boolean isPlace(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
    }

    private static void expectPlace(Path path) {
        if (!isPlace(path)) {
            throw new AssertionError(path + " was never given as a place");
        }
    }
}
