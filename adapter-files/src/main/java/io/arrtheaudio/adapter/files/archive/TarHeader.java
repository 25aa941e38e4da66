package io.arrtheaudio.adapter.files.archive;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * What stands in front of a file in a tar archive: one block in the form {@code ustar} of POSIX.1-1988. Only plain files are
 * written and read, without a folder, owner or link; a size of 8 GiB and more is written in base 256 as GNU tar does.
 *
 * @param name of the file
 * @param size in bytes
 * @param modified when it was changed, to the second
 */
record TarHeader(String name, long size, Instant modified) {

    /** The size of a block; a file is filled up with zeros to a whole number of blocks. */
    static final int BLOCK = 512;

    private static final Field NAME = new Field(0, 100);
    private static final Field MODE = new Field(100, 8);
    private static final Field OWNER = new Field(108, 8);
    private static final Field GROUP = new Field(116, 8);
    private static final Field SIZE = new Field(124, 12);
    private static final Field MODIFIED = new Field(136, 12);
    private static final Field SUM = new Field(148, 8);
    private static final int TYPE = 156;
    private static final Field MAGIC = new Field(257, 8);
    private static final byte PLAIN_FILE = '0';
    private static final String PLAIN = "[a-z][a-z.]{0,98}";

    private static final String USTAR = "ustar\00000";
    private static final long MOST_OCTAL = 1L << 33; // what eleven digits can hold
    private static final int BASE_256 = 0x80;
    private static final int FOR_THIS_USER = 0600;

    /** Where something stands in the block. */
    private record Field(int start, int length) {

        int end() {
            return start + length;
        }

        void write(byte[] block, String text) {
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(bytes, 0, block, start, bytes.length);
        }

        void writeOctal(byte[] block, long number) {
            write(block, String.format("%0" + (length - 1) + "o", number));
        }

        /** Up to the first zero. */
        String read(byte[] block) {
            int end = start;
            while (end < end() && block[end] != 0) {
                end++;
            }
            return new String(block, start, end - start, StandardCharsets.US_ASCII);
        }

        /** Empty if there is no number. */
        Optional<Long> readOctal(byte[] block) {
            String digits = read(block).strip();
            return digits.matches("[0-7]{1,11}") ? Optional.of(Long.parseLong(digits, 8)) : Optional.empty();
        }
    }

    TarHeader {
        if (!name.matches(PLAIN)) {
            throw new IllegalArgumentException("name was '" + name + "' but must be plain");
        }
    }

    /** How many zeros fill up the last block of a file of this size. */
    static int padding(long size) {
        return (int) (-size & (BLOCK - 1));
    }

    byte[] block() {
        byte[] block = new byte[BLOCK];
        NAME.write(block, name);
        MODE.writeOctal(block, FOR_THIS_USER);
        OWNER.writeOctal(block, 0);
        GROUP.writeOctal(block, 0);
        writeSize(block);
        MODIFIED.writeOctal(block, modified.getEpochSecond());
        block[TYPE] = PLAIN_FILE;
        MAGIC.write(block, USTAR);
        SUM.write(block, String.format("%06o\0 ", sum(block)));
        return block;
    }

    private void writeSize(byte[] block) {
        if (size < MOST_OCTAL) {
            SIZE.writeOctal(block, size);
            return;
        }
        for (int i = 0; i < Long.BYTES; i++) {
            block[SIZE.end() - 1 - i] = (byte) (size >> 8 * i);
        }
        block[SIZE.start()] = (byte) BASE_256;
    }

    /**
     * Reads a block.
     *
     * @throws DamagedArchiveException if it is anything but the header of a plain file, as this class writes it to the byte
     */
    static TarHeader of(byte[] block) throws DamagedArchiveException {
        String name = NAME.read(block);
        DamagedArchiveException.unless(
                name.matches(PLAIN) && block[TYPE] == PLAIN_FILE,
                "it holds something that is no plain file, or has a foreign name");
        long seconds = MODIFIED.readOctal(block).orElse(0L);
        TarHeader header = new TarHeader(name, size(block), Instant.ofEpochSecond(seconds));
        DamagedArchiveException.unless(
                Arrays.equals(block, header.block()), "the header of " + name + " is not as this program writes it");
        return header;
    }

    private static long size(byte[] block) throws DamagedArchiveException {
        if (block[SIZE.start()] != (byte) BASE_256) {
            return SIZE.readOctal(block).orElseThrow(() -> new DamagedArchiveException("the size of a file is none"));
        }
        long size = 0;
        for (int i = SIZE.start() + 1; i < SIZE.end(); i++) {
            size = size << 8 | block[i] & 0xff;
        }
        DamagedArchiveException.unless(size >= MOST_OCTAL, "the size of a file is none");
        return size;
    }

    /** Over all bytes, those of the sum itself taken for blanks. */
    private static long sum(byte[] block) {
        byte[] rest = Arrays.copyOf(block, BLOCK);
        Arrays.fill(rest, SUM.start(), SUM.end(), (byte) ' ');
        long sum = 0;
        for (byte b : rest) {
            sum += b & 0xff;
        }
        return sum;
    }
}
