package io.arrtheaudio.adapter.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads to its end what a tool prints, so that the tool never waits for a reader, and keeps a bounded part of it: the first
 * bytes or the last ones.
 *
 * <p>Thread-safe.
 */
final class Printed {

    private static final int CHUNK = 16 * 1024;

    private final InputStream stream;
    private final int mostKept;
    private final boolean keepsLast;
    private final Thread reader;
    private byte[] kept = new byte[0];
    private int length;
    private long count;

    private Printed(InputStream stream, int mostKept, boolean keepsLast) {
        this.stream = stream;
        this.mostKept = mostKept;
        this.keepsLast = keepsLast;
        this.reader = new Thread(this::drain, "tool-output");
        reader.setDaemon(true);
        reader.start();
    }

    static Printed firstOf(InputStream stream, int mostKept) {
        return new Printed(stream, mostKept, false);
    }

    static Printed lastOf(InputStream stream, int mostKept) {
        return new Printed(stream, mostKept, true);
    }

    private void drain() {
        byte[] chunk = new byte[CHUNK];
        try (stream) {
            for (int read = stream.read(chunk); read >= 0; read = stream.read(chunk)) {
                keep(chunk, read);
            }
        } catch (IOException e) {
            // the tool was ended while it printed; what came before is kept
        }
    }

    private synchronized void keep(byte[] chunk, int read) {
        count += read;
        if (!keepsLast) {
            append(chunk, Math.min(read, mostKept - length));
            return;
        }
        append(chunk, read);
        if (length > 2L * mostKept) {
            System.arraycopy(kept, length - mostKept, kept, 0, mostKept);
            length = mostKept;
        }
    }

    private void append(byte[] chunk, int more) {
        if (length + more > kept.length) {
            kept = Arrays.copyOf(kept, Math.max(length + more, Math.min(2 * kept.length, 3 * mostKept)));
        }
        System.arraycopy(chunk, 0, kept, length, more);
        length += more;
    }

    /** How many bytes came. */
    synchronized long count() {
        return count;
    }

    /** Whether more came than was kept. */
    synchronized boolean isCutOff() {
        return count > length;
    }

    /** What is kept. */
    synchronized String text() {
        return new String(kept, 0, length, StandardCharsets.UTF_8);
    }

    /** Waits until the stream has ended, but not for ever: a child of the tool may hold it open. */
    void await(long milliseconds) throws InterruptedException {
        reader.join(milliseconds);
    }
}
