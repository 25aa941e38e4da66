package io.arrtheaudio.adapter.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** A file that is open for patching; the seam by which tests let a disk fail. One thread at a time. */
interface ByteFile extends Closeable {

    /** Fills the array with the bytes from an offset on; fails if the file ends before. */
    void read(long offset, byte[] into) throws IOException;

    /** Overwrites bytes. After a failure any of them may be old or new. */
    void write(long offset, byte[] bytes) throws IOException;

    /** Returns when everything written is on disk. */
    void force() throws IOException;

    /** Opens files. */
    interface Opener {
        /** Opens one that is there; never makes, shortens or follows anything. */
        ByteFile open(Path file) throws IOException;
    }
}
