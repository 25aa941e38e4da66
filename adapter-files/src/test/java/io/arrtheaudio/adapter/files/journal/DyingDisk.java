package io.arrtheaudio.adapter.files.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A real disk of which one step, counted from 1, fails or ends the program: a write then has written half. It knows what
 * was not forced, and a power cut takes that back: names in the order in which they came, contents to a half.
 */
final class DyingDisk implements JournalDisk {

    /** The end of the program. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private final JournalDisk real = new JournalDisk.Real();
    private final Deque<Change> unforced = new ArrayDeque<>();
    private final Map<Path, Path> unforcedContents = new HashMap<>(); // by the name written; where it is now
    private final boolean kills;
    private int stepsLeft;

    private DyingDisk(int step, boolean kills) {
        this.stepsLeft = step;
        this.kills = kills;
    }

    /** A change of a folder that can be taken back while it is not forced. */
    private record Change(Path folder, Step undo) {}

    private interface Step {
        void run() throws IOException;
    }

    /** The program ends before that step, or in the middle of it if it writes. */
    static DyingDisk killingAt(int step) {
        return new DyingDisk(step, true);
    }

    /** That step fails. */
    static DyingDisk failingAt(int step) {
        return new DyingDisk(step, false);
    }

    /** Whether the step was reached. */
    boolean hasStruck() {
        return stepsLeft <= 0;
    }

    /** Takes some of what was not forced away. */
    void cutPower(Random random) throws IOException {
        for (int lost = random.nextInt(unforced.size() + 1); lost > 0; lost--) {
            unforced.pop().undo().run();
        }
        for (Path file : unforcedContents.values()) {
            if (Files.exists(file) && random.nextBoolean()) {
                byte[] content = Files.readAllBytes(file);
                Files.write(file, Arrays.copyOf(content, content.length / 2));
            }
        }
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        step();
        if (!Files.isDirectory(folder)) {
            real.makeFolder(folder);
            unforced.push(new Change(folder.getParent(), () -> {
                Files.deleteIfExists(folder.resolve("lock"));
                Files.deleteIfExists(folder);
            }));
        }
    }

    @Override
    public void write(Path file, byte[] content) throws IOException {
        if (!Files.exists(file)) {
            unforced.push(new Change(file.getParent(), () -> Files.deleteIfExists(file)));
        }
        unforcedContents.put(file, file);
        if (stepsLeft == 1) {
            real.write(file, Arrays.copyOf(content, content.length / 2));
        }
        step();
        real.write(file, content);
    }

    @Override
    public void forceFile(Path file) throws IOException {
        step();
        real.forceFile(file);
        unforcedContents.values().remove(file);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        step();
        Optional<byte[]> before = Files.exists(to) ? Optional.of(Files.readAllBytes(to)) : Optional.empty();
        real.rename(from, to);
        unforcedContents.replaceAll((written, now) -> now.equals(from) ? to : now);
        unforced.push(new Change(to.getParent(), () -> {
            Files.move(to, from, StandardCopyOption.REPLACE_EXISTING);
            if (before.isPresent()) {
                Files.write(to, before.get());
            }
        }));
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        step();
        real.forceFolder(folder);
        unforced.removeIf(change -> change.folder().equals(folder));
    }

    @Override
    public void remove(Path file) throws IOException {
        step();
        if (Files.exists(file)) {
            byte[] content = Files.readAllBytes(file);
            real.remove(file);
            unforced.push(new Change(file.getParent(), () -> Files.write(file, content)));
        }
    }

    private void step() throws IOException {
        if (--stepsLeft != 0) {
            return;
        }
        if (kills) {
            throw new Killed();
        }
        throw new IOException("the disk failed");
    }
}
