package io.arrtheaudio.adapter.files.matroska;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An index of top-level elements (RFC 9559 section 5.1.1); positions count from the Segment's content.
 *
 * @param element where it lies in the file
 * @param content its bytes
 * @param entries what it points to
 * @param crc its checksum, if it has one
 * @param isPlain whether its positions can be written anew: each is there once, in 1 to 8 bytes, and nothing but
 *     {@code crc} is a checksum
 */
record SeekHead(Element element, byte[] content, List<Entry> entries, Optional<Crc> crc, boolean isPlain) {

    /** Enough to list every Cluster of a long film, as some files do behind them. */
    private static final int LARGEST = 1024 * 1024;

    /**
     * One pointer.
     *
     * @param id what it points to
     * @param position from the Segment's content
     * @param valueOffset where the position is written, from this SeekHead's content
     * @param valueWidth in how many bytes
     */
    record Entry(long id, long position, int valueOffset, int valueWidth) {}

    static SeekHead read(ElementReader reader, Element element) {
        byte[] content = reader.content(element, LARGEST, "SeekHead");
        List<Element> children = reader.children(content, element.contentOffset());
        List<Entry> entries = new ArrayList<>();
        boolean isPlain = !Crc.isMisplaced(children);
        for (Element child : children) {
            if (child.id() == Ids.SEEK) {
                Fields fields = Fields.of(reader, content, child, element.contentOffset());
                entry(child, fields).ifPresent(entries::add);
                isPlain &= isPlain(fields);
            }
        }
        return new SeekHead(element, content, entries, Crc.first(children), isPlain);
    }

    private static boolean isPlain(Fields seek) {
        return seek.all(Ids.SEEK_ID).size() == 1
                && seek.all(Ids.SEEK_POSITION).size() == 1
                && seek.all(Ids.SEEK_POSITION).get(0).isInteger()
                && !seek.has(Ids.CRC_32);
    }

    private static Optional<Entry> entry(Element seek, Fields fields) {
        Optional<Element> position = fields.last(Ids.SEEK_POSITION);
        if (fields.last(Ids.SEEK_ID).isEmpty() || position.isEmpty()) {
            return Optional.empty();
        }
        int valueOffset = (int) (seek.contentOffset() + position.get().contentOffset());
        return Optional.of(new Entry(fields.uint(Ids.SEEK_ID, 0), fields.uint(Ids.SEEK_POSITION, 0), valueOffset, (int)
                position.get().size()));
    }
}
