package io.arrtheaudio.kit;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.port.out.Snapshots;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is remembered as words, which a test says itself. Strict: what was not staged cannot be examined or put in place.
 *
 * <p>Thread-safe.
 */
public final class InMemorySnapshots implements Snapshots {

    /** The version of the tables that there are not. */
    public static final int SCHEMA = 4;

    private static final Path DATA = Path.of("/data").toAbsolutePath();

    private final Set<String> words = new TreeSet<>();
    private final Map<Path, Set<String>> copies = new TreeMap<>();
    private final Set<Path> folders = new TreeSet<>();
    private boolean isInUse;
    private int given;

    /** Remembers one more. */
    public synchronized void remember(String word) {
        words.add(word);
    }

    /** What is remembered. */
    public synchronized Set<String> words() {
        return Set.copyOf(words);
    }

    /** Whether a program has the data open. */
    public synchronized void inUse(boolean now) {
        isInUse = now;
    }

    /** Puts a copy into a folder that was made by {@link #stage}. */
    public synchronized void unpack(Path copy, Path staged) {
        expectStaged(staged);
        copies.put(staged, copies.get(copy));
    }

    /** Whether there is a copy or a folder. */
    public synchronized boolean isThere(Path path) {
        return folders.contains(path) || copies.containsKey(path);
    }

    @Override
    public synchronized Snapshot take() {
        if (words.isEmpty()) {
            throw new AudioFixException(Remedy.FIX_SETTINGS, "there is nothing to copy yet");
        }
        Path copy = next("snapshot-");
        copies.put(copy, Set.copyOf(words));
        return new Copy(copy);
    }

    /** One of the copies. */
    private final class Copy implements Snapshot {

        private final Path file;

        Copy(Path file) {
            this.file = file;
        }

        @Override
        public Path file() {
            return file;
        }

        @Override
        public int schema() {
            return SCHEMA;
        }

        @Override
        public void close() {
            forget(file);
        }
    }

    @Override
    public synchronized Path stage() {
        Path folder = next("restoring-");
        folders.add(folder);
        return folder;
    }

    @Override
    public synchronized int examine(Path staged) {
        expectStaged(staged);
        if (!copies.containsKey(staged)) {
            throw new AudioFixException(Remedy.FIX_FILE, "there is no database in " + staged);
        }
        return SCHEMA;
    }

    @Override
    public synchronized Path replaceBy(Path staged) {
        expectStaged(staged);
        if (isInUse) {
            throw new AudioFixException(Remedy.RETRY_LATER, "a program has the data open");
        }
        Path replaced = next("replaced-");
        folders.add(replaced);
        copies.put(replaced, Set.copyOf(words));
        words.clear();
        words.addAll(copies.get(staged));
        discard(staged);
        return replaced;
    }

    @Override
    public synchronized void discard(Path staged) {
        folders.remove(staged);
        copies.remove(staged);
    }

    private synchronized void forget(Path copy) {
        copies.remove(copy);
    }

    private Path next(String name) {
        return DATA.resolve(name + ++given);
    }

    private void expectStaged(Path folder) {
        if (!folders.contains(folder)) {
            throw new AssertionError(folder + " was not staged");
        }
    }
}
