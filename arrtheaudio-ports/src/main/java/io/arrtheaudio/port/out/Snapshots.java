package io.arrtheaudio.port.out;

import java.nio.file.Path;

/**
 * Copies what is remembered while it is in use, and puts a copy in its place while it is not.
 *
 * <p>Thread-safe, and safe among processes.
 */
public interface Snapshots {

    /**
     * Copies the database as it is at one moment. Whoever writes to it meanwhile is not held up.
     *
     * @return the copy, found sound; to be closed by the caller
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_SETTINGS} if there is nothing to copy yet,
     *     {@code FIX_FILE} if it is damaged, {@code RETRY_LATER} if there is no room
     */
    Snapshot take();

    /**
     * Makes an empty folder on the disk of the data, for what is to be put in place.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_SETTINGS} if the data folder cannot be used
     */
    Path stage();

    /**
     * Looks through the whole database in such a folder, and makes it ready.
     *
     * @return the version of its tables
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_FILE} if it is damaged or not one of this program,
     *     {@code FIX_SETTINGS} if a newer program made it
     */
    int examine(Path staged);

    /**
     * Puts everything in such a folder in the place of what is there. Whenever the program is killed meanwhile, the next
     * one that opens the data finds all of the old or puts all of the new in place.
     *
     * @return the folder beside the data in which the old lies now
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code RETRY_LATER} if a program has the data open; nothing
     *     has changed then
     */
    Path replaceBy(Path staged);

    /** Removes such a folder and what is in it; does nothing if it was put in place. */
    void discard(Path staged);

    /** A copy of the database. */
    interface Snapshot extends AutoCloseable {

        /** Where it lies. */
        Path file();

        /** The version of its tables. */
        int schema();

        /** Removes it. */
        @Override
        void close();
    }
}
