package io.arrtheaudio.adapter.files.archive;

import io.arrtheaudio.domain.backup.Backup;
import io.arrtheaudio.domain.backup.BackupEntry;
import io.arrtheaudio.domain.backup.BackupPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Reads one archive from its beginning to its end, in a bounded amount of memory, whatever it holds. Everything must be as the
 * list of contents at its beginning says: these files, in this order, of this size, with these sums, and nothing behind.
 *
 * <p>One thread at a time.
 */
final class ArchiveReader {

    private static final int PIECE = 64 * 1024;

    private final InputStream in;
    private final byte[] piece = new byte[PIECE];

    /** @param in what gzip unpacks */
    ArchiveReader(InputStream in) {
        this.in = in;
    }

    /** Says what is to become of the files. */
    interface Destination {

        /** Called with the list of contents, before any file is read. */
        void expect(Backup backup) throws IOException;

        /** Where a file goes; closed at its end. */
        OutputStream open(BackupPart part) throws IOException;
    }

    /** Reads everything; the files were written by then, but are of no use if this throws. */
    Backup read(Destination to) throws IOException {
        Backup backup = contents();
        to.expect(backup);
        for (BackupEntry entry : backup.entries()) {
            try (OutputStream out = to.open(entry.part())) {
                read(entry, out);
            }
        }
        expectEnd();
        return backup;
    }

    private Backup contents() throws IOException {
        TarHeader header = TarHeader.of(block());
        DamagedArchiveException.unless(
                header.name().equals(ContentsText.FILE_NAME) && header.size() <= ContentsText.MOST_BYTES,
                "it does not begin with a list of contents");
        byte[] text = in.readNBytes((int) header.size());
        DamagedArchiveException.unless(text.length == header.size(), "it is cut off");
        skipPadding(header.size());
        return ContentsText.read(new String(text, StandardCharsets.UTF_8));
    }

    private void read(BackupEntry entry, OutputStream out) throws IOException {
        TarHeader header = TarHeader.of(block());
        DamagedArchiveException.unless(
                header.name().equals(entry.part().fileName()) && header.size() == entry.size(),
                "where its list of contents has " + entry.part().fileName() + " there is another file");
        MessageDigest sum = Sums.begin();
        long left = entry.size();
        while (left > 0) {
            int read = in.read(piece, 0, (int) Math.min(piece.length, left));
            DamagedArchiveException.unless(read > 0, "it is cut off");
            sum.update(piece, 0, read);
            out.write(piece, 0, read);
            left -= read;
        }
        DamagedArchiveException.unless(
                HexFormat.of().formatHex(sum.digest()).equals(entry.sha256()),
                entry.part().fileName() + " in it has not the bytes that it had");
        skipPadding(entry.size());
    }

    private void skipPadding(long size) throws IOException {
        byte[] padding = in.readNBytes(TarHeader.padding(size));
        DamagedArchiveException.unless(padding.length == TarHeader.padding(size), "it is cut off");
        expectZeros(padding);
    }

    /** Two empty blocks; some programs fill the archive up with more of them, but nothing else may follow. */
    private void expectEnd() throws IOException {
        expectZeros(block());
        expectZeros(block());
        int read = in.readNBytes(piece, 0, piece.length);
        expectZeros(Arrays.copyOf(piece, read));
        DamagedArchiveException.unless(read < piece.length, "there is more in it than its list of contents says");
    }

    private static void expectZeros(byte[] bytes) throws DamagedArchiveException {
        for (byte b : bytes) {
            DamagedArchiveException.unless(b == 0, "there is more in it than its list of contents says");
        }
    }

    private byte[] block() throws IOException {
        byte[] block = in.readNBytes(TarHeader.BLOCK);
        DamagedArchiveException.unless(block.length == TarHeader.BLOCK, "it is cut off");
        return block;
    }
}
