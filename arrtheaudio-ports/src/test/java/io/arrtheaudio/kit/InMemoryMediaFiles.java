package io.arrtheaudio.kit;

import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.port.out.FileFacts;
import io.arrtheaudio.port.out.FindOptions;
import io.arrtheaudio.port.out.Finder;
import io.arrtheaudio.port.out.MediaFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A small disk in memory, with symbolic and hard links, modification times and write permissions. Strict: an
 * {@link AssertionError} tells of whatever a careful program does not do, such as setting the time of a file that it never
 * looked at.
 *
 * <p>Thread-safe.
 */
public final class InMemoryMediaFiles implements MediaFiles, TestDisk {

    private static final int MAX_LINKS = 40;

    private final InstantSource clock;
    private final Path root = Path.of("/library").toAbsolutePath();
    private final NavigableMap<Path, Entry> entries = new TreeMap<>();
    private final Set<Path> lookedAt = new HashSet<>();
    private long lastKey;
    private boolean countsLinks = true;

    /** An empty disk; the clock gives modification times. */
    public InMemoryMediaFiles(InstantSource clock) {
        this.clock = clock;
        makeFolders(root);
    }

    /** What lies under a name. */
    private sealed interface Entry {
        /** A folder. */
        record Folder() implements Entry {}

        /** A symbolic link. */
        record Link(Path target) implements Entry {}

        /** One of the names of a file. */
        record Name(Inode file) implements Entry {}
    }

    /** A file, whatever its names. */
    private static final class Inode {
        private final String key;
        private byte[] content;
        private Instant modified;
        private boolean isWritable = true;

        Inode(String key, byte[] content, Instant modified) {
            this.key = key;
            this.content = content;
            this.modified = modified;
        }
    }

    // what the program under test asks

    @Override
    public synchronized FileFacts stat(Path file) {
        Path real = real(file);
        lookedAt.add(real);
        if (entries.get(real) instanceof Entry.Name name) {
            Inode inode = name.file();
            FileIdentity identity = new FileIdentity(real, inode.key, inode.content.length, inode.modified);
            return new FileFacts(identity, true, inode.isWritable, countsLinks ? names(inode) : 0);
        }
        return new FileFacts(new FileIdentity(real, "folder " + real, 0, Instant.EPOCH), false, true, 1);
    }

    @Override
    public void find(Path start, FindOptions options, Finder finder) {
        new InMemoryWalk(this, start, options, finder).run();
    }

    @Override
    public synchronized void setModified(Path file, Instant modified) {
        Path real = real(file);
        if (!lookedAt.contains(real)) {
            throw new AssertionError("the modification time of " + real + " is set, but nobody looked at the file");
        }
        inode(real).modified = modified;
    }

    @Override
    public synchronized Optional<Path> findByKey(Path folder, String key) {
        return children(folder.toAbsolutePath()).stream()
                .filter(path -> entries.get(path) instanceof Entry.Name name
                        && !key.isEmpty()
                        && name.file().key.equals(key))
                .findFirst();
    }

    // what a writer on the same disk asks

    /** Gives a file other bytes; it is now when it changed. */
    synchronized void replaceContent(Path file, byte[] content) {
        Inode inode = inode(file);
        inode.content = content.clone();
        inode.modified = clock.instant();
    }

    /** Makes a file beside another, with its time and rights and another content. */
    synchronized void putBeside(Path file, Path name, byte[] content) {
        if (entries.containsKey(name)) {
            throw new AssertionError(name + " is there already");
        }
        Inode inode = new Inode("inode " + ++lastKey, content.clone(), inode(file).modified);
        inode.isWritable = inode(file).isWritable;
        entries.put(name, new Entry.Name(inode));
        lookedAt.remove(name);
    }

    /** Gives a file's name to another, whose own name is gone. */
    synchronized void rename(Path from, Path to) {
        Entry entry = entries.remove(from);
        if (!(entry instanceof Entry.Name)) {
            throw notThere(from);
        }
        entries.put(to, entry);
    }

    synchronized boolean isThere(Path path) {
        return entries.containsKey(path);
    }

    synchronized boolean wasLookedAt(Path file) {
        return lookedAt.contains(file);
    }

    /** Whether the name is one of a file, not that of a folder or a symbolic link. */
    public synchronized boolean isFile(Path path) {
        return entries.get(path) instanceof Entry.Name;
    }

    synchronized boolean isFolder(Path real) {
        return entries.get(real) instanceof Entry.Folder;
    }

    synchronized List<Path> children(Path real) {
        return entries.keySet().stream()
                .filter(path -> real.equals(path.getParent()))
                .toList();
    }

    /** The path with every symbolic link resolved. */
    synchronized Path real(Path path) {
        Path at = path.toAbsolutePath().getRoot();
        Deque<Path> ahead = new ArrayDeque<>();
        path.toAbsolutePath().forEach(ahead::add);
        int links = 0;
        while (!ahead.isEmpty()) {
            Path next = at.resolve(ahead.pop()).normalize();
            Entry entry = entries.get(next);
            if (entry instanceof Entry.Link link && ++links <= MAX_LINKS) {
                Path target = at.resolve(link.target());
                at = target.getRoot();
                for (int i = target.getNameCount() - 1; i >= 0; i--) {
                    ahead.push(target.getName(i));
                }
            } else if (entry == null || entry instanceof Entry.Link) {
                throw notThere(path);
            } else {
                at = next;
            }
        }
        return at;
    }

    // what a test asks and arranges

    /** The names of all files, below the root, with {@code /} between folders. */
    public synchronized List<String> names() {
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Entry.Name)
                .map(entry -> root.relativize(entry.getKey()).toString())
                .toList();
    }

    @Override
    public Path root() {
        return root;
    }

    @Override
    public synchronized Path put(String name, byte... content) {
        Path path = place(name);
        if (entries.get(path) instanceof Entry.Name known) {
            known.file().content = content.clone();
            known.file().modified = clock.instant();
        } else {
            entries.put(path, new Entry.Name(new Inode("inode " + ++lastKey, content.clone(), clock.instant())));
        }
        return path;
    }

    @Override
    public synchronized Path folder(String name) {
        Path path = root.resolve(name);
        makeFolders(path);
        return path;
    }

    @Override
    public synchronized Path symlink(String name, Path target) {
        Path path = place(name);
        entries.put(path, new Entry.Link(target));
        return path;
    }

    @Override
    public synchronized Path hardLink(String name, Path existing) {
        Path path = place(name);
        entries.put(path, new Entry.Name(inode(existing)));
        return path;
    }

    @Override
    public synchronized void delete(Path path) {
        entries.remove(path);
    }

    @Override
    public synchronized byte[] content(Path file) {
        return inode(file).content.clone();
    }

    @Override
    public synchronized Instant modified(Path file) {
        return inode(file).modified;
    }

    @Override
    public synchronized void touch(Path file, Instant modified) {
        inode(file).modified = modified;
    }

    /** Lets everybody write to a file, or nobody. */
    public synchronized void setWritable(Path file, boolean writable) {
        inode(file).isWritable = writable;
    }

    /** Whether a file may be written to. */
    public synchronized boolean isWritable(Path file) {
        return inode(file).isWritable;
    }

    /** From now on the disk does not tell how many names a file has. */
    public synchronized void hideLinkCounts() {
        countsLinks = false;
    }

    private Path place(String name) {
        Path path = root.resolve(name);
        makeFolders(path.getParent());
        return path;
    }

    private void makeFolders(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            entries.putIfAbsent(at, new Entry.Folder());
        }
    }

    private Inode inode(Path file) {
        if (entries.get(real(file)) instanceof Entry.Name name) {
            return name.file();
        }
        throw new AssertionError(file + " is a folder");
    }

    private int names(Inode inode) {
        return (int) entries.values().stream()
                .filter(entry -> entry instanceof Entry.Name name && name.file() == inode)
                .count();
    }

    private AudioFixException notThere(Path path) {
        String why = entries.get(path.toAbsolutePath()) instanceof Entry.Link
                ? "it is a symbolic link to something that is not there"
                : "there is no such file";
        return new AudioFixException(Remedy.FIX_FILE, "cannot look at " + path + ": " + why);
    }
}
