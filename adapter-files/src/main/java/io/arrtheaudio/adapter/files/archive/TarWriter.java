package io.arrtheaudio.adapter.files.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;

/** Writes plain files into one archive, one after the other. One thread at a time. */
final class TarWriter {

    private static final int PIECE = 64 * 1024;
    private static final int END = 2 * TarHeader.BLOCK;

    private final GZIPOutputStream out;
    private final Instant made;

    /**
     * Begins.
     *
     * @param to is neither flushed nor closed
     * @param made when every file in it was made
     */
    TarWriter(OutputStream to, Instant made) throws IOException {
        this.out = new GZIPOutputStream(to, PIECE);
        this.made = made;
    }

    /** Adds a file of exactly that size. */
    void add(String name, long size, ArchiveDisk.Content content) throws IOException {
        out.write(new TarHeader(name, size, made).block());
        content.writeTo(out);
        out.write(new byte[TarHeader.padding(size)]);
    }

    void finish() throws IOException {
        out.write(new byte[END]);
        out.finish();
    }
}
