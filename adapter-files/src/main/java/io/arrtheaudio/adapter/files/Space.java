package io.arrtheaudio.adapter.files;

import java.io.IOException;
import java.nio.file.FileStore;
import java.util.Locale;

/**
 * How much room there is on a disk.
 *
 * @param free in bytes, for this user
 * @param total in bytes; 0 if the disk does not say
 */
record Space(long free, long total) {

    static Space of(FileStore disk) throws IOException {
        return new Space(disk.getUsableSpace(), disk.getTotalSpace());
    }

    /** Whether less than so many of a hundred parts are free; never where the disk does not say how large it is. */
    boolean isLessThan(int percent) {
        return free < total / 100.0 * percent;
    }

    /** {@code 1.2 TB free}. */
    String words() {
        return bytes(free) + " free";
    }

    /** {@code 1.2 TB of 4.0 TB free (30 %)}. */
    String allWords() {
        return total <= 0 ? words() : bytes(free) + " of " + bytes(total) + " free (" + percent() + " %)";
    }

    /** Rounded down, so that what is too little does not look like enough. */
    private long percent() {
        return (long) (100.0 * free / total);
    }

    private static String bytes(long bytes) {
        if (bytes >= 1_000_000_000_000L) {
            return String.format(Locale.ROOT, "%.1f TB", bytes / 1e12);
        }
        return bytes >= 100_000_000L
                ? String.format(Locale.ROOT, "%.1f GB", bytes / 1e9)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
