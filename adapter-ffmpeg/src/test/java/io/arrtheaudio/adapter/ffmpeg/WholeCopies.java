package io.arrtheaudio.adapter.ffmpeg;

import io.arrtheaudio.domain.edit.Bytes;
import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.Ending;
import io.arrtheaudio.domain.edit.Patch;
import io.arrtheaudio.port.out.StandIn;
import io.arrtheaudio.port.out.StandIns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Stand-ins that are whole copies; good enough for small files. Counts those that were not closed. */
final class WholeCopies implements StandIns {

    private static final int TRACKS = 0x1654AE6B;
    private static final int CLUSTER = 0x1F43B675;

    private final Path folder;
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();

    WholeCopies(Path folder) {
        this.folder = folder;
    }

    int open() {
        return open.get();
    }

    @Override
    public Optional<StandIn> of(Path file) {
        try {
            byte[] before = Files.readAllBytes(file);
            Path copy = Files.write(folder.resolve("stand-in " + made.incrementAndGet()), before);
            open.incrementAndGet();
            return Optional.of(new Copy(before, copy));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Copy implements StandIn {

        private final byte[] before;
        private final Path path;

        private Copy(byte[] before, Path path) {
            this.before = before;
            this.path = path;
        }

        @Override
        public Path path() {
            return path;
        }

        @Override
        public EditPlan changes(String method) {
            byte[] after = content();
            int from = Arrays.mismatch(before, after);
            if (from < 0) {
                return new EditPlan(List.of(), method);
            }
            int to = before.length;
            while (to > from && before[to - 1] == after[to - 1]) {
                to--;
            }
            Patch patch = new Patch(from, Bytes.of(before, from, to), Bytes.of(after, from, to));
            Ending ending = after.length == before.length
                    ? Ending.SAME
                    : Ending.appended(before.length, Bytes.of(after, before.length, after.length));
            return new EditPlan(List.of(patch), ending, method);
        }

        /** By the first place of each ID; sound that holds one by chance is no matter in a test. */
        @Override
        public boolean hasTracksInFront() {
            byte[] content = content();
            int tracks = indexOf(content, TRACKS);
            return tracks >= 0 && tracks < indexOf(content, CLUSTER);
        }

        private byte[] content() {
            try {
                return Files.readAllBytes(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                Files.delete(path);
                open.decrementAndGet();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Not in a SeekHead, where an ID stands behind its own element's head. */
    private static int indexOf(byte[] content, int id) {
        int value = 0;
        for (int i = 0; i < content.length; i++) {
            value = value << 8 | content[i] & 0xff;
            boolean isSought = i >= 6 && content[i - 6] == 0x53 && content[i - 5] == (byte) 0xab;
            if (value == id && !isSought) {
                return i - 3;
            }
        }
        return -1;
    }
}
