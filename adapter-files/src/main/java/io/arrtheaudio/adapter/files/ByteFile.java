package io.arrtheaudio.adapter.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** A file that is open for patching; the seam by which tests let a disk fail. One thread at a time. */
interface ByteFile extends Closeable {

    /** How many bytes the file has. */
    long length() throws IOException;

    /** Fills the array with the bytes from an offset on; fails if the file ends before. */
    void read(long offset, byte[] into) throws IOException;

    /** Overwrites bytes; the file grows if they reach behind its end. After a failure any of them may be old or new. */
    void write(long offset, byte[] bytes) throws IOException;

    /** Cuts off what lies behind a length; a file that is no longer than that stays as it is. */
    void truncate(long length) throws IOException;

    /**
     * Returns when everything written is on disk.
     *
     * @param withLength whether the file's length may have changed
     */
    void force(boolean withLength) throws IOException;

    /** Opens files that are there; never makes, shortens or follows anything. */
    interface Opener {
        /** Opens one for reading and writing, and keeps other writers out until it is closed. */
        ByteFile open(Path file) throws IOException;

        /** Opens one for reading; what writes then fails. */
        ByteFile openToRead(Path file) throws IOException;
    }
}
