package io.arrtheaudio.adapter.files.journal;

import io.arrtheaudio.domain.journal.JournalEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes entries so that after a power cut each is there wholly or not at all: under a name that nobody reads, forced, then
 * renamed, then the folder forced. Only for whoever has the turn.
 */
final class JournalWrites {

    private static final Logger LOG = LoggerFactory.getLogger(JournalWrites.class);
    private static final String UNFINISHED = ".part";

    private final JournalFolder folder;
    private final JournalDisk disk;
    private Path lastBlock = Path.of(""); // that this one has made or found, and forced

    JournalWrites(JournalFolder folder, JournalDisk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /** Makes the folders that are not there, and forces those that a program made that was killed before it could. */
    void prepare() throws IOException {
        disk.makeFolder(folder.open());
        disk.makeFolder(folder.entries());
        disk.forceFolder(folder.path());
    }

    /** Makes a folder and those above it, and forces what is new. */
    static void makeFolder(JournalDisk disk, Path made) throws IOException {
        if (!Files.isDirectory(made)) {
            makeFolder(disk, made.getParent());
            disk.makeFolder(made);
            disk.forceFolder(made.getParent());
        }
    }

    /** Records an open entry. */
    void begin(JournalEntry entry) throws IOException {
        writeOrRemove(folder.openOf(entry.change().file()), entry);
    }

    /**
     * Gives an open entry another owner; after a failure it has the old one. So it has after a power cut, perhaps: that one
     * is gone then as before.
     */
    void handOver(JournalEntry entry) throws IOException {
        replace(folder.openOf(entry.change().file()), entry);
    }

    /** Records the end of an entry; it counts from the moment it has its name among the ended ones. */
    void end(JournalEntry ended) throws IOException {
        Path file = folder.endedOf(JournalFolder.numberOf(ended.id()));
        makeBlock(file.getParent());
        writeOrRemove(file, ended);
        forget(folder.openOf(ended.change().file()));
    }

    /** Removes an entry from the open ones that has ended; if that fails, everybody sees that it has ended all the same. */
    void forget(Path open) {
        try {
            disk.remove(open);
        } catch (IOException e) {
            LOG.debug("cannot remove {}, which is not needed any more", open, e);
        }
    }

    /** Forced by each program that uses it: one that was killed may have made it, and not forced it. */
    private void makeBlock(Path block) throws IOException {
        if (!block.equals(lastBlock)) {
            disk.makeFolder(block);
            disk.forceFolder(folder.entries());
            lastBlock = block;
        }
    }

    /** What could not be recorded shall not be found later. */
    private void writeOrRemove(Path file, JournalEntry entry) throws IOException {
        try {
            replace(file, entry);
            disk.forceFolder(file.getParent());
        } catch (IOException e) {
            removeAfter(file, e);
            throw e;
        }
    }

    private void replace(Path file, JournalEntry entry) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + UNFINISHED);
        try {
            disk.write(part, EntryFormat.bytes(entry));
            disk.forceFile(part);
            disk.rename(part, file);
        } catch (IOException e) {
            removeAfter(part, e);
            throw e;
        }
    }

    private void removeAfter(Path file, IOException problem) {
        try {
            disk.remove(file);
        } catch (IOException e) {
            problem.addSuppressed(e);
        }
    }
}
