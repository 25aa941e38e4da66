package io.arrtheaudio.adapter.files;

import io.arrtheaudio.adapter.files.matroska.Stretch;
import io.arrtheaudio.domain.edit.Bytes;
import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.Ending;
import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.edit.Patch;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Finds what a tool did to a stand-in, stretch by stretch. A patch never reaches from one stretch into the next, so it holds
 * no byte that the stand-in lacks.
 *
 * <p>One thread at a time, for one comparison.
 */
final class StandInComparison {

    /** How much of each end of a Cluster's content must still be a hole. */
    static final int EDGE = 4 * 1024;

    /** Changes no further apart than this are one patch: a header with the usual room in it is written at once. */
    private static final int CLOSE = 16 * 1024;

    private static final int PIECE = 64 * 1024;

    /** All patches and the new end together; a header is a few KiB. */
    private static final long MOST_CHANGED = 16L << 20;

    private final FileIdentity film;
    private final FileChannel before;
    private final FileChannel after;
    private final List<Patch> front = new ArrayList<>();
    private final List<Patch> behind = new ArrayList<>();
    private boolean isFront = true;
    private long changed;

    StandInComparison(FileIdentity film, FileChannel before, FileChannel after) {
        this.film = film;
        this.before = before;
        this.after = after;
    }

    /**
     * What lies behind the first Cluster is written first and the front last, from its end to its start: the index at the
     * start comes to point to a new place when what it points to is there.
     */
    EditPlan plan(List<Stretch> stretches, String method) throws IOException {
        Ending ending = ending();
        for (Stretch stretch : stretches) {
            isFront &= !stretch.isMedia();
            compare(stretch);
            expectHole(stretch);
        }
        Collections.reverse(front);
        behind.addAll(front);
        return new EditPlan(behind, ending, method);
    }

    private Ending ending() throws IOException {
        long growth = after.size() - film.size();
        if (growth < 0) {
            throw refused("it took " + -growth + " bytes off the end");
        }
        return growth == 0
                ? Ending.SAME
                : Ending.appended(film.size(), Bytes.of(bytes(after, film.size(), counted(growth))));
    }

    private void compare(Stretch stretch) throws IOException {
        long from = 0;
        long to = 0; // of the change that is still growing, empty at first
        for (long at = stretch.offset(); at < stretch.unseen(); at += PIECE) {
            int length = (int) Math.min(PIECE, stretch.unseen() - at);
            ByteBuffer old = ByteBuffer.wrap(bytes(before, at, length));
            ByteBuffer now = ByteBuffer.wrap(bytes(after, at, length));
            for (int i = nextDifference(old, now, 0); i < length; i = nextDifference(old, now, i + 1)) {
                if (stretch.isMedia()) {
                    throw refused("it changed the header of the Cluster at byte " + stretch.offset());
                }
                if (from < to && at + i - to > CLOSE) {
                    add(from, to);
                    from = to;
                }
                from = from < to ? from : at + i;
                to = at + i + 1;
            }
        }
        add(from, to);
    }

    /** The index of the next byte that differs, or that of the end. */
    private static int nextDifference(ByteBuffer old, ByteBuffer now, int from) {
        int mismatch = old.position(from).mismatch(now.position(from));
        return mismatch < 0 ? old.limit() : from + mismatch;
    }

    private void add(long from, long to) throws IOException {
        if (from < to) {
            int length = counted(to - from);
            Patch patch = new Patch(from, Bytes.of(bytes(before, from, length)), Bytes.of(bytes(after, from, length)));
            (isFront ? front : behind).add(patch);
        }
    }

    private void expectHole(Stretch stretch) throws IOException {
        if (stretch.isMedia() && stretch.end() - stretch.unseen() > 2 * EDGE) {
            expectZeros(stretch.unseen(), stretch.unseen() + EDGE);
            expectZeros(stretch.end() - EDGE, stretch.end());
        } else {
            expectZeros(stretch.unseen(), stretch.end());
        }
    }

    private void expectZeros(long from, long to) throws IOException {
        for (long at = from; at < to; at += PIECE) {
            byte[] piece = bytes(after, at, (int) Math.min(PIECE, to - at));
            if (ByteBuffer.wrap(piece).mismatch(ByteBuffer.allocate(piece.length)) >= 0) {
                throw refused("it wrote into media data or an attachment behind byte " + at);
            }
        }
    }

    private int counted(long length) {
        changed += length;
        if (changed > MOST_CHANGED) {
            throw refused("it changed more than " + MOST_CHANGED + " bytes");
        }
        return (int) length;
    }

    private static byte[] bytes(FileChannel channel, long offset, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, offset + bytes.position()) < 0) {
                throw new EOFException("one of them became shorter");
            }
        }
        return bytes.array();
    }

    private AudioFixException refused(String found) {
        return new AudioFixException(
                Remedy.FIX_FILE,
                "cannot take over what a tool did for " + film.path() + ": " + found
                        + "; the film is as it was, another way of changing it is needed");
    }
}
