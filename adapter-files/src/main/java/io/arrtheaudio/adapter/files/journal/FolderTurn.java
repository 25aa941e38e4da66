package io.arrtheaudio.adapter.files.journal;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one thread of one program at a time write to a folder. A lock of the operating system: it goes with its program,
 * whatever end that comes to, so whoever has the turn knows that half of something is what a program left behind that is
 * gone. The locked file holds the last number that was given, in decimal digits.
 *
 * <p>Threads of this program meet at a lock of its own first, known to all instances and therefore static: the operating
 * system locks programs, not threads. The file is no channel's alone, for an interrupt would close that and give the lock
 * up.
 *
 * <p>Thread-safe. An interrupt is kept for later.
 */
final class FolderTurn {

    private static final long PAUSE_MILLIS = 2;
    private static final Map<Path, ReentrantLock> IN_THIS_PROGRAM = new ConcurrentHashMap<>();

    private final Path file;
    private final Duration patience;
    private final ReentrantLock threads;

    /**
     * Makes nothing yet.
     *
     * @param file what is locked, in a folder whose symbolic links are resolved
     */
    FolderTurn(Path file, Duration patience) {
        this.file = file;
        this.patience = patience;
        this.threads = IN_THIS_PROGRAM.computeIfAbsent(file, path -> new ReentrantLock(true));
    }

    /** Something to do while nobody else does. */
    interface Work<T> {
        T with(LastNumber last) throws IOException;
    }

    /**
     * Does something when its turn has come.
     *
     * @throws AudioFixException {@code RETRY_LATER} if another program does not give the turn up in time
     */
    <T> T take(Work<T> work) throws IOException {
        threads.lock();
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            if (!isLocked(open.getChannel(), System.nanoTime() + patience.toNanos())) {
                throw new AudioFixException(
                        Remedy.RETRY_LATER,
                        "another program has held " + file + " for more than " + patience.toMillis()
                                + " ms; try again later");
            }
            return work.with(new LastNumber(open)); // closing the file gives the lock up
        } finally {
            threads.unlock();
        }
    }

    private static boolean isLocked(FileChannel channel, long untilNanos) throws IOException {
        boolean isInterrupted = false;
        try {
            while (!isLocked(channel)) {
                if (System.nanoTime() - untilNanos > 0) {
                    return false;
                }
                isInterrupted |= isInterruptedIn(PAUSE_MILLIS);
            }
            return true;
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // a copy of this class in another class loader has it
        }
    }

    private static boolean isInterruptedIn(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** The last number that was given, as far as the locked file tells. Only while the turn lasts. */
    static final class LastNumber {

        private static final int DIGITS = 19;

        private final RandomAccessFile open;

        private LastNumber(RandomAccessFile open) {
            this.open = open;
        }

        /** 0 if the file does not tell. */
        long get() throws IOException {
            byte[] text = new byte[DIGITS];
            open.seek(0);
            int length = open.read(text);
            String digits = length < 0 ? "" : new String(text, 0, length, StandardCharsets.US_ASCII);
            return digits.matches("[0-9]{1,18}\n") ? Long.parseLong(digits.trim()) : 0;
        }

        /** Not forced: when the power was cut, whoever counts first looks at everything that is there. */
        void set(long number) throws IOException {
            open.seek(0);
            open.write(String.format("%018d\n", number).getBytes(StandardCharsets.US_ASCII));
        }
    }
}
