package io.arrtheaudio.adapter.files.mp4;

import io.arrtheaudio.adapter.files.header.HeaderReader;
import io.arrtheaudio.domain.failure.AudioFixException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds boxes by their headers (ISO/IEC 14496-12 clause 4.2): sizes of 32 bits, of 64 bits (size 1), and up to the end of
 * what surrounds the box (size 0). Looks at {@value #MAX_BOXES} headers at most.
 *
 * <p>One thread at a time.
 */
final class BoxReader {

    /** The smallest header: a size and a type, four bytes each. */
    static final int HEADER = 8;

    private static final int LARGE_HEADER = 16;
    private static final int MAX_BOXES = 100_000;

    private final HeaderReader reader;
    private int seen;

    BoxReader(HeaderReader reader) {
        this.reader = reader;
    }

    /** The length of the file in bytes. */
    long fileSize() {
        return reader.size();
    }

    /** The box whose header is there; whether its claimed end is possible is for the caller to ask. */
    Box at(long offset, long limit) {
        if (++seen > MAX_BOXES) {
            throw damaged(
                    "it has more than " + MAX_BOXES + " boxes, no real file has (gave up at byte " + offset + ")");
        }
        ByteBuffer header = reader.read(offset, HEADER, "a box header");
        long size = Integer.toUnsignedLong(header.getInt());
        String type = StandardCharsets.ISO_8859_1.decode(header).toString();
        if (size == 1 && limit - offset >= LARGE_HEADER) {
            long large = reader.read(offset + HEADER, Long.BYTES, "a 64-bit box size")
                    .getLong();
            return new Box(type, offset, offset + LARGE_HEADER, end(offset, large));
        }
        return new Box(type, offset, offset + HEADER, size == 0 ? limit : end(offset, size));
    }

    /** Sizes are unsigned: one that Java counts as negative lies behind the end of every file. */
    private static long end(long offset, long size) {
        return size < 0 || size > Long.MAX_VALUE - offset ? Long.MAX_VALUE : offset + size;
    }

    /** Every box in a box. Fewer than eight bytes behind the last one are no box: QuickTime ends lists with a zero. */
    List<Box> children(Box parent) {
        List<Box> found = new ArrayList<>();
        for (long at = parent.body(); parent.end() - at >= HEADER; ) {
            Box child = child(at, parent);
            found.add(child);
            at = child.end();
        }
        return found;
    }

    /** The first box of a type in a box; those behind it are not looked at. */
    Optional<Box> first(Box parent, String type) {
        for (long at = parent.body(); parent.end() - at >= HEADER; ) {
            Box child = child(at, parent);
            if (child.is(type)) {
                return Optional.of(child);
            }
            at = child.end();
        }
        return Optional.empty();
    }

    /** The boxes between two offsets up to the first that makes no sense, for places where writers are careless. */
    List<Box> legible(long from, long to) {
        List<Box> found = new ArrayList<>();
        for (long at = from; to - at >= HEADER; ) {
            Box box = at(at, to);
            if (!box.fitsBefore(to)) {
                break;
            }
            found.add(box);
            at = box.end();
        }
        return found;
    }

    private Box child(long offset, Box parent) {
        Box child = at(offset, parent.end());
        if (!child.fitsBefore(parent.end())) {
            throw damaged(misfit(child, parent.end(), "the " + parent));
        }
        return child;
    }

    /** The content of a box, or its beginning. */
    ByteBuffer body(Box box, int atMost) {
        return reader.read(box.body(), (int) Math.min(atMost, box.length()), box.type());
    }

    /** Some bytes of a box that has them, counted from its first one behind its header. */
    ByteBuffer piece(Box box, long from, int length) {
        return reader.read(box.body() + from, length, box.type());
    }

    /** The first bytes of a box that cannot do without them. */
    ByteBuffer fields(Box box, int length) {
        if (box.length() < length) {
            throw damaged("the " + box + " holds " + box.length() + " bytes but needs " + length);
        }
        return body(box, length);
    }

    /** The failure for an outermost box that {@link Box#fitsBefore} denies. */
    AudioFixException cutOff(Box box) {
        String found = misfit(box, fileSize(), "the file");
        return box.end() < box.body() ? damaged(found) : unfinished(found);
    }

    private static String misfit(Box box, long limit, String surrounding) {
        long claimed = box.end() - box.offset();
        return "the " + box
                + (box.end() < box.body()
                        ? " claims " + claimed + " bytes, fewer than its own header"
                        : " claims to end at byte " + box.end() + " but " + surrounding + " ends at byte " + limit
                                + "; is the file complete?");
    }

    /** A failure that names the file. */
    AudioFixException damaged(String found) {
        return reader.damaged(found);
    }

    /** The same for a file that ends before it should. */
    AudioFixException unfinished(String found) {
        return reader.unfinished(found);
    }
}
