package io.arrtheaudio.adapter.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Opens real files, writes down each call, and fails or interrupts the thread where it is told to. */
class UnreliableDisk implements ByteFile.Opener {

    private final List<String> calls = new ArrayList<>();
    private final Set<Integer> interruptAt = new HashSet<>();
    private int failAtRead;
    private int failAtChange;
    private int failFromChange = Integer.MAX_VALUE;
    private boolean denies;
    private int eventAtOpening;
    private Runnable event = () -> {};
    private int openings;
    private int reads;
    private int changes;

    UnreliableDisk failingAtRead(int call) {
        failAtRead = call;
        return this;
    }

    /** A change is a write, a cut or a force, counted from 1. */
    UnreliableDisk failingAtChange(int call) {
        failAtChange = call;
        return this;
    }

    UnreliableDisk failingFromChange(int call) {
        failFromChange = call;
        return this;
    }

    /** Calls of any kind, counted from 1. */
    UnreliableDisk interruptingAt(Integer... call) {
        interruptAt.addAll(Arrays.asList(call));
        return this;
    }

    UnreliableDisk atOpening(int opening, Runnable happens) {
        eventAtOpening = opening;
        event = happens;
        return this;
    }

    UnreliableDisk denying() {
        denies = true;
        return this;
    }

    List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public ByteFile open(Path file) throws IOException {
        note("open");
        if (denies) {
            throw new AccessDeniedException(file.toString());
        }
        if (++openings == eventAtOpening) {
            event.run();
        }
        return new UnreliableFile(
                new ChannelFile(FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)));
    }

    @Override
    public ByteFile openToRead(Path file) throws IOException {
        note("look into");
        return new UnreliableFile(new ChannelFile(FileChannel.open(file, StandardOpenOption.READ)));
    }

    private void note(String call) {
        calls.add(call);
        if (interruptAt.contains(calls.size())) {
            Thread.currentThread().interrupt();
        }
    }

    private void mayFail(boolean fails) throws IOException {
        if (fails) {
            throw new IOException("the disk failed");
        }
    }

    private boolean changeFails() {
        changes++;
        return changes == failAtChange || changes >= failFromChange;
    }

    private final class UnreliableFile implements ByteFile {

        private final ByteFile real;

        UnreliableFile(ByteFile real) {
            this.real = real;
        }

        @Override
        public long length() throws IOException {
            return real.length();
        }

        @Override
        public void read(long offset, byte[] into) throws IOException {
            note("read " + offset);
            mayFail(++reads == failAtRead);
            real.read(offset, into);
        }

        /** A write that fails has written half of its bytes. */
        @Override
        public void write(long offset, byte[] bytes) throws IOException {
            note("write " + offset);
            boolean fails = changeFails();
            real.write(offset, fails ? Arrays.copyOf(bytes, (bytes.length + 1) / 2) : bytes);
            mayFail(fails);
        }

        @Override
        public void truncate(long length) throws IOException {
            note("truncate " + length);
            mayFail(changeFails());
            real.truncate(length);
        }

        @Override
        public void force(boolean withLength) throws IOException {
            note(withLength ? "force with length" : "force");
            mayFail(changeFails());
            real.force(withLength);
        }

        @Override
        public void close() throws IOException {
            note("close");
            real.close();
        }
    }
}
