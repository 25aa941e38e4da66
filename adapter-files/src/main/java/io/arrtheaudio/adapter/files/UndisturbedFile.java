package io.arrtheaudio.adapter.files;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that an interrupt of the thread does not disturb. The JDK closes a channel whose thread is interrupted; here it
 * is opened again and the same bytes are read or written once more, which changes nothing about the result. Whether an
 * interrupt came is remembered.
 *
 * <p>One thread at a time.
 */
final class UndisturbedFile implements ByteFile {

    private static final Logger LOG = LoggerFactory.getLogger(UndisturbedFile.class);

    private final Reopening reopening;
    private ByteFile open;
    private boolean interrupted;

    UndisturbedFile(Reopening reopening) throws IOException {
        this.reopening = reopening;
        this.open = reopening.open();
    }

    /** Opens the file, and fails if it is no longer the same one. */
    interface Reopening {
        ByteFile open() throws IOException;
    }

    /** Something to do with the file that may be done twice. */
    private interface Step {
        void on(ByteFile file) throws IOException;
    }

    @Override
    public long length() throws IOException {
        long[] length = new long[1];
        untilDone(file -> length[0] = file.length());
        return length[0];
    }

    @Override
    public void read(long offset, byte[] into) throws IOException {
        untilDone(file -> file.read(offset, into));
    }

    @Override
    public void write(long offset, byte[] bytes) throws IOException {
        untilDone(file -> file.write(offset, bytes));
    }

    @Override
    public void truncate(long length) throws IOException {
        untilDone(file -> file.truncate(length));
    }

    @Override
    public void force(boolean withLength) throws IOException {
        untilDone(file -> file.force(withLength));
    }

    /** Does not fail: whatever counts was forced before. */
    @Override
    public void close() {
        try {
            open.close();
        } catch (IOException e) {
            LOG.debug("cannot close a file that was patched", e);
        }
    }

    /** Whether an interrupt came while the file was open; the thread's own mark is gone then. */
    boolean wasInterrupted() {
        return interrupted;
    }

    private void untilDone(Step step) throws IOException {
        while (true) {
            try {
                step.on(open);
                return;
            } catch (ClosedByInterruptException e) {
                interrupted = true;
                Thread.interrupted();
                open = reopening.open();
            }
        }
    }
}
