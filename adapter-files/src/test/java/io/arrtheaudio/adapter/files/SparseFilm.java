package io.arrtheaudio.adapter.files;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.zip.CRC32;

/** Lets a Segment end with more Clusters whose content is a hole, so that a large film takes no room on disk. */
final class SparseFilm {

    private static final int SEGMENT = 0x18538067;
    private static final int CLUSTER = 0x1F43B675;
    private static final long EIGHT_WIDE = 1L << 56;
    private static final int HEADER = 12;
    private static final int MEBIBYTE = 1 << 20;

    private SparseFilm() {}

    /** The file must be by ffmpeg, whose Segment has a size of eight bytes and is the last thing in it. */
    static void addClusters(Path path, int count, long content) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            int segment = 0;
            for (file.seek(0); file.readInt() != SEGMENT; file.seek(segment)) {
                segment++;
            }
            long end = file.length();
            for (int i = 0; i < count; i++) {
                file.seek(end);
                file.writeInt(CLUSTER);
                file.writeLong(EIGHT_WIDE | content);
                end += HEADER + content;
            }
            file.setLength(end);
            file.seek(segment + 4L);
            file.writeLong(EIGHT_WIDE | end - segment - HEADER);
        }
    }

    /** A checksum of the length, and of the first 64 KiB of every mebibyte; of all of it in a long run. */
    static String digest(Path path) throws IOException {
        CRC32 sum = new CRC32();
        byte[] piece = new byte[64 * 1024];
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long step = Boolean.getBoolean("long") ? piece.length : MEBIBYTE;
            for (long at = 0; at < file.length(); at += step) {
                file.seek(at);
                int length = file.read(piece);
                sum.update(piece, 0, length);
            }
            file.seek(file.length() - MEBIBYTE);
            for (int length = file.read(piece); length > 0; length = file.read(piece)) {
                sum.update(piece, 0, length);
            }
            return file.length() + " bytes, " + sum.getValue();
        }
    }
}
