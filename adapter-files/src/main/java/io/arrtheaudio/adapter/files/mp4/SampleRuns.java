package io.arrtheaudio.adapter.files.mp4;

import java.nio.ByteBuffer;
import java.util.List;

/** Reads a table of runs, each so many samples with one value. Behind its end the value is 0. One thread at a time. */
final class SampleRuns {

    private static final int HEAD = 8;
    private static final int ENTRY = 8;

    /** Read from the file at once, in entries. */
    private static final int PIECE = 2_048;

    private final BoxReader boxes;
    private final List<Box> tables;
    private long entriesLeft;
    private long at;
    private ByteBuffer piece = ByteBuffer.allocate(0);
    private long left;
    private int value;

    /**
     * Reads the first of some tables.
     *
     * @param tables none if every value is 0
     */
    SampleRuns(BoxReader boxes, List<Box> tables) {
        this.boxes = boxes;
        this.tables = List.copyOf(tables);
        this.at = HEAD;
        this.entriesLeft = tables.isEmpty() ? 0 : entries(tables.get(0));
        enter();
    }

    private long entries(Box table) {
        long claimed = Integer.toUnsignedLong(boxes.fields(table, HEAD).getInt(4));
        return Math.min(claimed, (table.length() - HEAD) / ENTRY);
    }

    /** How many samples from here on have the same value, at least one. */
    long left() {
        return left;
    }

    int value() {
        return value;
    }

    /** Goes on by so many samples, no more than are left. */
    void skip(long samples) {
        left -= samples;
        if (left == 0) {
            enter();
        }
    }

    private void enter() {
        while (left == 0 && entriesLeft > 0) {
            if (!piece.hasRemaining()) {
                int count = (int) Math.min(PIECE, entriesLeft);
                piece = boxes.piece(tables.get(0), at, count * ENTRY);
                at += piece.remaining();
            }
            left = Integer.toUnsignedLong(piece.getInt());
            value = piece.getInt();
            entriesLeft--;
        }
        if (left == 0) {
            left = Long.MAX_VALUE;
            value = 0;
        }
    }
}
