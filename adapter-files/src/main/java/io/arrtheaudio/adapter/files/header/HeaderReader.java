package io.arrtheaudio.adapter.files.header;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Reads pieces of a file, never the whole: no more than its {@link Purpose} allows. Small pieces that lie near each other
 * cost one read.
 *
 * <p>One thread at a time.
 */
public final class HeaderReader implements Closeable {

    private static final int WINDOW = 16 * 1024;

    private final Path file;
    private final Purpose purpose;
    private final FileChannel channel;
    private final long size;
    private ByteBuffer window = ByteBuffer.allocate(0);
    private long windowStart;
    private int reads;
    private long bytesRead;
    private int glances;

    private HeaderReader(Path file, Purpose purpose, FileChannel channel, long size) {
        this.file = file;
        this.purpose = purpose;
        this.channel = channel;
        this.size = size;
    }

    /**
     * Opens a file to read its audio tracks.
     *
     * @throws AudioFixException {@code FIX_FILE} if it cannot be opened; {@code RETRY_LATER} if the thread is interrupted
     */
    public static HeaderReader open(Path file) {
        return open(file, Purpose.AUDIO_TRACKS);
    }

    /**
     * Opens a file for reading.
     *
     * @throws AudioFixException {@code FIX_FILE} if it cannot be opened
     */
    public static HeaderReader open(Path file, Purpose purpose) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            return new HeaderReader(file, purpose, channel, channel.size());
        } catch (NoSuchFileException e) {
            throw new AudioFixException(Remedy.FIX_FILE, "cannot read " + file + ": there is no such file", e);
        } catch (AccessDeniedException e) {
            throw new AudioFixException(
                    Remedy.FIX_FILE, "cannot read " + file + ": this user may not; change its permissions", e);
        } catch (ClosedByInterruptException e) {
            throw new AudioFixException(
                    Remedy.RETRY_LATER, "cannot read " + file + ": whoever asked for it was interrupted", e);
        } catch (IOException e) {
            throw new AudioFixException(Remedy.FIX_FILE, "cannot open " + file + ": " + e, e);
        }
    }

    /** The file's length in bytes when it was opened. */
    public long size() {
        return size;
    }

    /** Whether the file has all these bytes. */
    public boolean has(long offset, long length) {
        return offset >= 0 && length >= 0 && offset <= size && length <= size - offset;
    }

    /**
     * Some bytes, big-endian, for reading only; they stay valid for as long as the caller keeps them.
     *
     * @param offset bytes from the file's start
     * @param length how many, all of them
     * @param what the thing that is read, for the message if it is not all there: "the Tracks element"
     * @throws AudioFixException {@code FIX_FILE} if the file ends before, or the budget is spent
     */
    public ByteBuffer read(long offset, int length, String what) {
        if (!has(offset, length)) {
            throw unfinished(what + " at byte " + offset + " needs " + length + " bytes but the file ends at byte "
                    + size + "; is it complete?");
        }
        if (offset < windowStart || offset + length > windowStart + window.limit()) {
            fill(offset, length);
        }
        return window.slice((int) (offset - windowStart), length).asReadOnlyBuffer();
    }

    /**
     * A few bytes and nothing around them, for stepping over large things; there may be only so many of these.
     *
     * @throws AudioFixException as {@link #read} does
     */
    public ByteBuffer glance(long offset, int length, String what) {
        if (!has(offset, length)) {
            throw damaged(what + " at byte " + offset + " cannot be reached");
        }
        if (++glances > purpose.mostGlances()) {
            throw damaged("it has more parts than any real file (gave up at byte " + offset + ")");
        }
        return bytes(offset, length);
    }

    /** A failure that names purpose and file: "cannot read audio tracks of FILE: " and what was found. */
    public AudioFixException damaged(String found) {
        return new AudioFixException(Remedy.FIX_FILE, "cannot " + purpose.attempt() + " " + file + ": " + found);
    }

    /** The same for a file that ends before it should. */
    public AudioFixException unfinished(String found) {
        return AudioFixException.unfinished("cannot " + purpose.attempt() + " " + file + ": " + found);
    }

    private void fill(long offset, int length) {
        int wanted = (int) Math.min(Math.max(length, WINDOW), size - offset);
        if (++reads > purpose.mostReads() || (bytesRead += wanted) > purpose.mostBytes()) {
            throw damaged("its header is larger than any real one (gave up at byte " + offset + " after " + reads
                    + " reads)");
        }
        window = bytes(offset, wanted);
        windowStart = offset;
    }

    private ByteBuffer bytes(long offset, int wanted) {
        ByteBuffer fresh = ByteBuffer.allocate(wanted);
        try {
            while (fresh.hasRemaining()) {
                if (channel.read(fresh, offset + fresh.position()) < 0) {
                    throw damaged("it became shorter while it was read");
                }
            }
        } catch (IOException e) {
            throw new AudioFixException(Remedy.RETRY_LATER, "cannot read " + file + " at byte " + offset + ": " + e, e);
        }
        return fresh.flip();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new AudioFixException(Remedy.RETRY_LATER, "cannot close " + file + ": " + e, e);
        }
    }
}
