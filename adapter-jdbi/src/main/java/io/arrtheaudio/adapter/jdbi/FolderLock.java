package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Keeps other programs, and other users of the database in this one, out while a database is opened, changes its shape or is
 * exchanged for another. A lock of the operating system: it goes with its program, whatever end that comes to.
 */
final class FolderLock {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 10;

    private FolderLock() {}

    /**
     * Does something when its turn has come; an interrupt is kept for later.
     *
     * @param file what is locked; it is made, and stays
     * @throws AudioFixException {@code RETRY_LATER} if another program does not give it up in time
     */
    static <T> T with(Path file, Supplier<T> work) {
        return with(file, PATIENCE, work);
    }

    static <T> T with(Path file, Duration patience, Supplier<T> work) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            if (!isLocked(channel, System.nanoTime() + patience.toNanos())) {
                throw new AudioFixException(
                        Remedy.RETRY_LATER,
                        "cannot open the database: another program has been bringing it up to date or restoring it for"
                                + " more than " + patience.toSeconds() + " s and still holds " + file
                                + "; try again later");
            }
            return work.get(); // closing the channel gives the lock up
        } catch (IOException e) {
            throw new AudioFixException(
                    Remedy.FIX_SETTINGS,
                    "cannot lock the data folder " + file.getParent() + ": " + DataFolder.problem(e),
                    e);
        }
    }

    private static boolean isLocked(FileChannel channel, long untilNanos) throws IOException {
        boolean interrupted = false;
        try {
            while (!isLocked(channel)) {
                if (System.nanoTime() - untilNanos > 0) {
                    return false;
                }
                interrupted |= isInterruptedIn(PAUSE_MILLIS);
            }
            return true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // another one in this program has it
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
}
