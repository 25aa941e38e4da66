package io.arrtheaudio.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Reads just enough of a Matroska file to check it without any code of the engine (RFC 8794, RFC 9559). */
final class PlainMatroska {

    private static final long SEGMENT = 0x18538067L;
    private static final long TRACKS = 0x1654AE6BL;
    private static final long CLUSTER = 0x1F43B675L;
    private static final int CRC_ELEMENT = 6;

    private final byte[] file;
    private int firstCluster;
    private int tracksAt = -1;
    private int tracksContent;
    private int tracksEnd;

    private PlainMatroska(byte[] file) {
        this.file = file;
        this.firstCluster = file.length;
        walk();
    }

    /** No byte from the first Cluster on differs but in Tracks, and the checksum in Tracks is right or gone. */
    static void assertOnlyHeadersDiffer(byte[] before, byte[] after) {
        PlainMatroska old = new PlainMatroska(before);
        PlainMatroska changed = new PlainMatroska(after);
        assertThat(changed.firstCluster).isEqualTo(old.firstCluster);
        assertThat(changed.mediaData()).isEqualTo(old.mediaData());
        changed.assertChecksum();
    }

    boolean hasChecksum() {
        return file[tracksContent] == (byte) 0xBF;
    }

    private void assertChecksum() {
        if (hasChecksum()) {
            assertThat(file[tracksContent + 1]).isEqualTo((byte) 0x84);
            CRC32 sum = new CRC32();
            int from = tracksContent + CRC_ELEMENT;
            sum.update(file, from, tracksEnd - from);
            int stored = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(tracksContent + 2);
            assertThat(stored).as("CRC-32 of Tracks").isEqualTo((int) sum.getValue());
        }
    }

    private byte[] mediaData() {
        byte[] data = Arrays.copyOfRange(file, firstCluster, file.length);
        if (tracksAt > firstCluster) {
            Arrays.fill(data, tracksAt - firstCluster, tracksEnd - firstCluster, (byte) 0);
        }
        return data;
    }

    /** Over the children of the Segment, up to the first Cluster that does not tell its size. */
    private void walk() {
        int at = 0;
        while (at < file.length) {
            int idWidth = Integer.numberOfLeadingZeros(file[at] & 0xFF) - 23;
            long id = number(at, idWidth);
            int sizeAt = at + idWidth;
            int sizeWidth = Integer.numberOfLeadingZeros(file[sizeAt] & 0xFF) - 23;
            long size = number(sizeAt, sizeWidth) & (1L << 7 * sizeWidth) - 1;
            boolean isUnknown = size == (1L << 7 * sizeWidth) - 1;
            int content = sizeAt + sizeWidth;
            note(id, at, content, size);
            if (isUnknown && id != SEGMENT) {
                return;
            }
            at = id == SEGMENT ? content : (int) (content + size);
        }
    }

    private void note(long id, int at, int content, long size) {
        if (id == CLUSTER) {
            firstCluster = Math.min(firstCluster, at);
        } else if (id == TRACKS) {
            assertThat(tracksAt).as("a second Tracks").isEqualTo(-1);
            tracksAt = at;
            tracksContent = content;
            tracksEnd = (int) (content + size);
        }
    }

    private long number(int at, int width) {
        long number = 0;
        for (int i = 0; i < width; i++) {
            number = number << 8 | file[at + i] & 0xFF;
        }
        return number;
    }

    static boolean hasChecksum(byte[] file) {
        return new PlainMatroska(file).hasChecksum();
    }
}
